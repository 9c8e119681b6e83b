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

/** The test post after somebody said that alerts come to this channel. */
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

/** A message to a reporter was not genuine: which one, and to whom, is not said. */
export const doubtPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.doubtHeading', 'target.doubt');

/** Nobody acknowledges an urgent alert: of which case and by whom is not said. */
export const unheardPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.unheardHeading', 'target.unheard');

const groupKeys = {
  acu: 'target.keyAcu',
  reserve: 'target.keyReserve',
  custodians: 'target.keyCustodians',
  recovery: 'target.keyRecovery',
} as const satisfies Record<KeyGroup, WordKey>;

/** One person put the key of a group into several envelopes within an hour: who it was stands in the history. */
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

/** Alerts cannot be read: how many, and of no named case. */
export const setAsidePage = ({ language, alerts }: { readonly language: Language; readonly alerts: number }): Page => ({
  language,
  heading: say(language, 'target.setAsideHeading'),
  sections: [{ text: [say(language, 'target.setAside', { count: alerts })] }],
  actions: [],
});

/** There is a case that nobody may see who is on the list for it: not which, nor how many. */
export const unseenPage = ({ language, of }: { readonly language: Language; readonly of: HandledBy }): Page =>
  shortPage(language, 'target.unseenHeading', of === 'acu' ? 'target.unseen' : 'target.unseenOfReserve');

/** Messages to many and regular posts are paused since the store was put back from a copy. */
export const restoredPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.restoredHeading', 'target.restored');

const shortKeys = {
  reserve: 'target.shortReserve',
  custodian: 'target.shortCustodian',
} as const satisfies Record<NeededRole, WordKey>;

/** Too few people hold these roles, so that Candour does not take what needs them. */
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

/** Somebody without the role asked for alerts: nothing was changed. */
export const targetRefusedPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.refusedHeading', 'target.refused');

/** The reserve's alerts and others would have come to one channel: nothing was changed. */
export const targetMixedPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.refusedHeading', 'target.mixed');

/** The test post did not arrive: nothing was changed. */
export const targetFailedPage = ({ language }: { readonly language: Language }): Page =>
  shortPage(language, 'target.refusedHeading', 'target.failed');

/** Somebody without the role asked how the alerts are getting on. */
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

/** The admins' alarm: alerts cannot be posted in a channel, and why. */
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

/** The end of that alarm: a post arrived there. */
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
  /** The role of whoever chose the other channel: no person is named in a channel. */
  readonly role: Role;
}

const valuesOf = ({ language, target, role }: Move) => ({
  target: nameOf(language, target),
  role: say(language, rolesNamed[role] ?? 'target.byAdmin'),
});

/** In the channel that alerts came to until now: they go elsewhere. */
export const targetMovedPage = (move: Move): Page =>
  aboutTarget(move.language, move.target, 'target.movedHeading', [say(move.language, 'target.moved', valuesOf(move))]);

/** In the admins' channel: the alerts of others go elsewhere. */
export const targetMovedAwayPage = (move: Move): Page =>
  aboutTarget(move.language, move.target, 'target.movedAwayHeading', [
    say(move.language, 'target.movedAway', valuesOf(move)),
  ]);

/** How the alerts of those who handle cases are getting on, and which channels are set. */
export const healthPage = ({
  language,
  rows,
  targets,
  timeZone,
}: {
  readonly language: Language;
  readonly rows: readonly (AlertHealth & { readonly handledBy: HandledBy })[];
  readonly targets: readonly Pick<AlertTarget, 'name' | 'lost'>[];
  /** The zone that times are shown in. */
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
