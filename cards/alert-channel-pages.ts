import type { KeyGroup } from '../core/model/recipients.ts';
import type { Language } from '../core/model/language.ts';
import type { AlertHealth } from '../core/ports/alerts.ts';
import type { AlertTarget, LossReason, TargetName } from '../core/model/alert-targets.ts';
import type { NeededRole, Role } from '../core/model/directory.ts';
import type { HandledBy } from '../core/model/urgency.ts';
import { type Page, textPage } from './page.ts';
import { showTime } from '../words/days.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { alertChannelWords } from '../words/alert-channels.ts';
import { say } from '../words/cards/translate.ts';

const nameOf = (language: Language, target: TargetName): string => alertChannelWords[target].name[language];

const rowHeadings: Readonly<Record<HandledBy, WordKey>> = {
  acu: 'target.acuCases',
  reserve: 'target.reserveCases',
};

interface InLanguage {
  readonly language: Language;
}
interface OfTarget extends InLanguage {
  readonly target: TargetName;
}

export const testPostPage = ({ language, target }: OfTarget): Page =>
  textPage(
    language,
    'target.testHeading',
    target === 'admins'
      ? say(language, 'target.testAdmins')
      : say(language, 'target.test', { target: nameOf(language, target) }),
  );

/** Neither the message nor its reader is named. */
export const doubtPage = ({ language }: InLanguage): Page =>
  textPage(language, 'target.doubtHeading', say(language, 'target.doubt'));

/** The case is not named. */
export const unheardPage = ({ language }: InLanguage): Page =>
  textPage(language, 'target.unheardHeading', say(language, 'target.unheard'));

const groupKeys = {
  acu: 'target.keyAcu',
  reserve: 'target.keyReserve',
  custodians: 'target.keyCustodians',
  recovery: 'target.keyRecovery',
} as const satisfies Record<KeyGroup, WordKey>;

/** Only the history says who did it. */
export const wrappedPage = (view: InLanguage & { readonly group: KeyGroup; readonly count: number }): Page => {
  const { language, group, count } = view;
  const values = { count, group: say(language, groupKeys[group]) };
  return textPage(language, 'target.wrappedHeading', say(language, 'target.wrapped', values));
};

/** No case is named. */
export const setAsidePage = ({ language, alerts }: InLanguage & { readonly alerts: number }): Page =>
  textPage(language, 'target.setAsideHeading', say(language, 'target.setAside', { count: alerts }));

/** Neither the cases nor their number is named. */
export const unseenPage = ({ language, of }: InLanguage & { readonly of: HandledBy }): Page =>
  textPage(language, 'target.unseenHeading', say(language, of === 'acu' ? 'target.unseen' : 'target.unseenOfReserve'));

export const restoredPage = ({ language }: InLanguage): Page =>
  textPage(language, 'target.restoredHeading', say(language, 'target.restored'));

const shortKeys = {
  reserve: 'target.shortReserve',
  custodian: 'target.shortCustodian',
} as const satisfies Record<NeededRole, WordKey>;

export const shortRolesPage = ({ language, short }: InLanguage & { readonly short: readonly NeededRole[] }): Page =>
  textPage(language, 'target.shortHeading', ...short.map((role) => say(language, shortKeys[role])));

export const targetRefusedPage = ({ language }: InLanguage): Page =>
  textPage(language, 'target.refusedHeading', say(language, 'target.refused'));

export const targetMixedPage = ({ language }: InLanguage): Page =>
  textPage(language, 'target.refusedHeading', say(language, 'target.mixed'));

export const targetFailedPage = ({ language }: InLanguage): Page =>
  textPage(language, 'target.refusedHeading', say(language, 'target.failed'));

export const healthRefusedPage = ({ language }: InLanguage): Page =>
  textPage(language, 'target.healthRefusedHeading', say(language, 'target.healthRefused'));

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

export const targetLostPage = ({ language, target, why }: OfTarget & { readonly why: LossReason }): Page =>
  aboutTarget(language, target, 'target.lostHeading', [
    say(language, lossReasons[why]),
    say(language, 'target.lost', {
      target: nameOf(language, target),
      command: alertChannelWords[target].typed[language],
    }),
  ]);

export const targetFoundPage = ({ language, target }: OfTarget): Page =>
  textPage(language, 'target.foundHeading', say(language, 'target.found', { target: nameOf(language, target) }));

const rolesNamed: Readonly<Partial<Record<Role, WordKey>>> = {
  handler: 'target.byHandler',
  reserve: 'target.byReserve',
  admin: 'target.byAdmin',
};

interface Move extends OfTarget {
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
