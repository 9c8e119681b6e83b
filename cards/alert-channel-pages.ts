import type { KeyGroup } from '../core/model/public-keys.ts';
import type { Language } from '../core/model/language.ts';
import type { AlertHealth } from '../core/ports/alerts.ts';
import type { AlertTarget, TargetLossReason, TargetName } from '../core/model/alert-targets.ts';
import type { RequiredRole, Role } from '../core/model/roles.ts';
import type { HandledBy } from '../core/model/handled-by.ts';
import { type Page, textPage } from './page.ts';
import { formatDateTime } from '../words/date-format.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { alertChannelWords } from '../words/alert-channels.ts';
import { translate } from '../words/cards/translate.ts';

const channelName = (language: Language, target: TargetName): string => alertChannelWords[target].name[language];

const rowHeadings: Readonly<Record<HandledBy, WordKey>> = {
  acu: 'target.acuCases',
  reserve: 'target.reserveCases',
};

interface LanguageView {
  readonly language: Language;
}
interface TargetView extends LanguageView {
  readonly target: TargetName;
}

export const alertChannelTestPage = ({ language, target }: TargetView): Page =>
  textPage(
    language,
    'target.testHeading',
    target === 'admins'
      ? translate(language, 'target.testAdmins')
      : translate(language, 'target.test', { target: channelName(language, target) }),
  );

/** Neither the message nor its reader is named. */
export const forgeryPage = ({ language }: LanguageView): Page =>
  textPage(language, 'target.doubtHeading', translate(language, 'target.doubt'));

/** The case is not named. */
export const unacknowledgedAlertPage = ({ language }: LanguageView): Page =>
  textPage(language, 'target.unheardHeading', translate(language, 'target.unheard'));

const groupKeys = {
  acu: 'target.keyAcu',
  reserve: 'target.keyReserve',
  custodians: 'target.keyCustodians',
  recovery: 'target.keyRecovery',
} as const satisfies Record<KeyGroup, WordKey>;

export const keyWrappedPage = (view: LanguageView & { readonly group: KeyGroup; readonly count: number }): Page => {
  const { language, group, count } = view;
  const values = { count, group: translate(language, groupKeys[group]) };
  return textPage(language, 'target.wrappedHeading', translate(language, 'target.wrapped', values));
};

export const unreadableAlertsPage = ({ language, alerts }: LanguageView & { readonly alerts: number }): Page =>
  textPage(language, 'target.setAsideHeading', translate(language, 'target.setAside', { count: alerts }));

/** Names neither the cases nor their number. */
export const inaccessibleCasePage = ({ language, of }: LanguageView & { readonly of: HandledBy }): Page =>
  textPage(
    language,
    'target.unseenHeading',
    translate(language, of === 'acu' ? 'target.unseen' : 'target.unseenOfReserve'),
  );

export const storeRestoredPage = ({ language }: LanguageView): Page =>
  textPage(language, 'target.restoredHeading', translate(language, 'target.restored'));

const shortRoleKeys = {
  reserve: 'target.shortReserve',
  custodian: 'target.shortCustodian',
} as const satisfies Record<RequiredRole, WordKey>;

export const understaffedRolesPage = ({
  language,
  short,
}: LanguageView & { readonly short: readonly RequiredRole[] }): Page =>
  textPage(language, 'target.shortHeading', ...short.map((role) => translate(language, shortRoleKeys[role])));

export const targetRefusedPage = ({ language }: LanguageView): Page =>
  textPage(language, 'target.refusedHeading', translate(language, 'target.refused'));

export const targetConflictPage = ({ language }: LanguageView): Page =>
  textPage(language, 'target.refusedHeading', translate(language, 'target.mixed'));

export const targetFailedPage = ({ language }: LanguageView): Page =>
  textPage(language, 'target.refusedHeading', translate(language, 'target.failed'));

export const healthRefusedPage = ({ language }: LanguageView): Page =>
  textPage(language, 'target.healthRefusedHeading', translate(language, 'target.healthRefused'));

const lossReasonKeys: Readonly<Record<TargetLossReason, WordKey>> = {
  teamRemoved: 'target.lostTeamRemoved',
  channelRemoved: 'target.lostChannelRemoved',
  channelDeleted: 'target.lostChannelDeleted',
  teamDeleted: 'target.lostTeamDeleted',
  teamArchived: 'target.lostTeamArchived',
  refused: 'target.lostRefused',
};

const targetPage = (language: Language, target: TargetName, heading: WordKey, text: readonly string[]): Page => ({
  language,
  heading: translate(language, heading),
  callouts: [{ style: 'attention', heading: channelName(language, target), text }],
  actions: [],
});

export const targetLostPage = ({ language, target, why }: TargetView & { readonly why: TargetLossReason }): Page =>
  targetPage(language, target, 'target.lostHeading', [
    translate(language, lossReasonKeys[why]),
    translate(language, 'target.lost', {
      target: channelName(language, target),
      command: alertChannelWords[target].typed[language],
    }),
  ]);

export const targetFoundPage = ({ language, target }: TargetView): Page =>
  textPage(
    language,
    'target.foundHeading',
    translate(language, 'target.found', { target: channelName(language, target) }),
  );

const roleKeys: Readonly<Partial<Record<Role, WordKey>>> = {
  handler: 'target.byHandler',
  reserve: 'target.byReserve',
  admin: 'target.byAdmin',
};

interface TargetMove extends TargetView {
  /** The role of the person who chose the other channel: a channel never sees a person's name. */
  readonly role: Role;
}

const moveValues = ({ language, target, role }: TargetMove) => ({
  target: channelName(language, target),
  role: translate(language, roleKeys[role] ?? 'target.byAdmin'),
});

export const targetMovedPage = (move: TargetMove): Page =>
  targetPage(move.language, move.target, 'target.movedHeading', [
    translate(move.language, 'target.moved', moveValues(move)),
  ]);

export const targetMovedAwayPage = (move: TargetMove): Page =>
  targetPage(move.language, move.target, 'target.movedAwayHeading', [
    translate(move.language, 'target.movedAway', moveValues(move)),
  ]);

export const alertHealthPage = ({
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
  heading: translate(language, 'target.healthHeading'),
  sections: [
    ...rows.map(({ handledBy, waiting, failing, lastPostedAt }) => ({
      heading: translate(language, rowHeadings[handledBy]),
      text: [
        translate(language, 'target.waiting', { count: waiting }),
        translate(language, 'target.failing', { count: failing }),
        lastPostedAt === undefined
          ? translate(language, 'target.neverPosted')
          : translate(language, 'target.lastPosted', { time: formatDateTime(language, lastPostedAt, timeZone) }),
      ],
    })),
    {
      heading: translate(language, 'target.channels'),
      text:
        targets.length === 0
          ? [translate(language, 'target.noneSet')]
          : targets.map(({ name, lost }) =>
              translate(language, lost ? 'target.gone' : 'target.set', { target: channelName(language, name) }),
            ),
    },
  ],
  actions: [],
});
