import type { KeyGroup } from '../concerns/terms/recipients.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { AlertHealth } from '../concerns/ports/alert-outbox.ts';
import type { AlertTarget, LossReason, TargetName } from '../concerns/records/alert-targets.ts';
import type { NeededRole, Role } from '../concerns/terms/directory.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import type { Page } from './page.ts';
import { showTime } from '../words/days.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { alertChannelWords } from '../words/alert-channels.ts';
import { say } from '../words/cards/say.ts';

const nameOf = (language: Language, target: TargetName): string => alertChannelWords[target].name[language];

const rowHeadings: Readonly<Record<HandledBy, WordKey>> = {
  acu: 'target.acuCases',
  reserve: 'target.reserveCases',
};

export const testPostPage = ({
  language,
  target,
}: {
  readonly language: Language;
  readonly target: TargetName;
}): Page => ({
  language,
  heading: say(language, 'target.testHeading'),
  sections: [
    {
      text: [
        target === 'admins'
          ? say(language, 'target.testAdmins')
          : say(language, 'target.test', { target: nameOf(language, target) }),
      ],
    },
  ],
  actions: [],
});

const shortPage = (language: Language, heading: WordKey, text: WordKey, values?: Parameters<typeof say>[2]): Page => ({
  language,
  heading: say(language, heading),
  sections: [{ text: [say(language, text, values)] }],
  actions: [],
});

/** Neither the message nor its reader is named. */
export const doubtPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.doubtHeading', 'target.doubt');

/** The case is not named. */
export const unheardPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.unheardHeading', 'target.unheard');

const groupKeys = {
  acu: 'target.keyAcu',
  reserve: 'target.keyReserve',
  custodians: 'target.keyCustodians',
  recovery: 'target.keyRecovery',
} as const satisfies Record<KeyGroup, WordKey>;

/** Only the history says who did it. */
export const wrappedPage = ({
  language,
  group,
  count,
}: {
  readonly language: Language;
  readonly group: KeyGroup;
  readonly count: number;
}): Page =>
  shortPage(language, 'target.wrappedHeading', 'target.wrapped', { count, group: say(language, groupKeys[group]) });

/** No case is named. */
export const setAsidePage = ({ language, alerts }: { readonly language: Language; readonly alerts: number }): Page => ({
  language,
  heading: say(language, 'target.setAsideHeading'),
  sections: [{ text: [say(language, 'target.setAside', { count: alerts })] }],
  actions: [],
});

/** Neither the cases nor their number is named. */
export const unseenPage = ({ language, of }: { readonly language: Language; readonly of: HandledBy }): Page =>
  shortPage(language, 'target.unseenHeading', of === 'acu' ? 'target.unseen' : 'target.unseenOfReserve');

export const restoredPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.restoredHeading', 'target.restored');

const shortKeys = {
  reserve: 'target.shortReserve',
  custodian: 'target.shortCustodian',
} as const satisfies Record<NeededRole, WordKey>;

export const shortRolesPage = ({
  language,
  short,
}: {
  readonly language: Language;
  readonly short: readonly NeededRole[];
}): Page => ({
  language,
  heading: say(language, 'target.shortHeading'),
  sections: [{ text: short.map((role) => say(language, shortKeys[role])) }],
  actions: [],
});

export const targetRefusedPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.refusedHeading', 'target.refused');

export const targetMixedPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.refusedHeading', 'target.mixed');

export const targetFailedPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.refusedHeading', 'target.failed');

export const healthRefusedPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.healthRefusedHeading', 'target.healthRefused');

const lossReasons: Readonly<Record<LossReason, WordKey>> = {
  teamRemoved: 'target.lostTeamRemoved',
  channelRemoved: 'target.lostChannelRemoved',
  channelDeleted: 'target.lostChannelDeleted',
  teamDeleted: 'target.lostTeamDeleted',
  teamArchived: 'target.lostTeamArchived',
  refused: 'target.lostRefused',
};

const aboutTarget = (language: Language, target: TargetName, heading: WordKey, text: readonly string[]): Page => ({
  language,
  heading: say(language, heading),
  callouts: [{ style: 'attention', heading: nameOf(language, target), text }],
  actions: [],
});

export const targetLostPage = ({
  language,
  target,
  why,
}: {
  readonly language: Language;
  readonly target: TargetName;
  readonly why: LossReason;
}): Page =>
  aboutTarget(language, target, 'target.lostHeading', [
    say(language, lossReasons[why]),
    say(language, 'target.lost', {
      target: nameOf(language, target),
      command: alertChannelWords[target].typed[language],
    }),
  ]);

export const targetFoundPage = ({
  language,
  target,
}: {
  readonly language: Language;
  readonly target: TargetName;
}): Page => shortPage(language, 'target.foundHeading', 'target.found', { target: nameOf(language, target) });

const rolesNamed: Readonly<Partial<Record<Role, WordKey>>> = {
  handler: 'target.byHandler',
  reserve: 'target.byReserve',
  admin: 'target.byAdmin',
};

interface Move {
  readonly language: Language;
  readonly target: TargetName;
  /** The role of the person who chose the other channel: a channel never sees a person's name. */
  readonly role: Role;
}

const valuesOf = ({ language, target, role }: Move) => ({
  target: nameOf(language, target),
  role: say(language, rolesNamed[role] ?? 'target.byAdmin'),
});

export const targetMovedPage = (move: Move): Page =>
  aboutTarget(move.language, move.target, 'target.movedHeading', [say(move.language, 'target.moved', valuesOf(move))]);

export const targetMovedAwayPage = (move: Move): Page =>
  aboutTarget(move.language, move.target, 'target.movedAwayHeading', [
    say(move.language, 'target.movedAway', valuesOf(move)),
  ]);

export const healthPage = ({
  language,
  rows,
  targets,
  timeZone,
}: {
  readonly language: Language;
  readonly rows: readonly (AlertHealth & { readonly handledBy: HandledBy })[];
  readonly targets: readonly Pick<AlertTarget, 'name' | 'lost'>[];
  readonly timeZone?: string;
}): Page => ({
  language,
  heading: say(language, 'target.healthHeading'),
  sections: [
    ...rows.map(({ handledBy, waiting, failing, lastPostedAt }) => ({
      heading: say(language, rowHeadings[handledBy]),
      text: [
        say(language, 'target.waiting', { count: waiting }),
        say(language, 'target.failing', { count: failing }),
        lastPostedAt === undefined
          ? say(language, 'target.neverPosted')
          : say(language, 'target.lastPosted', { time: showTime(language, lastPostedAt, timeZone) }),
      ],
    })),
    {
      heading: say(language, 'target.channels'),
      text:
        targets.length === 0
          ? [say(language, 'target.noneSet')]
          : targets.map(({ name, lost }) =>
              say(language, lost ? 'target.gone' : 'target.set', { target: nameOf(language, name) }),
            ),
    },
  ],
  actions: [],
});
