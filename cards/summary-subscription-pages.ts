import type { Audience } from '../core/model/permissions.ts';
import type { ScheduledPost, PostWaitReason } from '../core/model/scheduled-post.ts';
import type { TargetName } from '../core/model/alert-targets.ts';
import type { Language } from '../core/model/language.ts';
import type { HandledBy } from '../core/model/handled-by.ts';
import { alertChannelWords } from '../words/alert-channels.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';
import { formatDay, formatDateTime, formatWeek } from '../words/date-format.ts';
import { type Action, button, type Page, type Section, textPage } from './page.ts';
import { parseWeek } from '../core/model/calendar.ts';

const audienceKeys: Readonly<Record<Audience, WordKey>> = {
  acu: 'week.acu',
  reserve: 'week.reserve',
  wider: 'week.wider',
};

/** Names the week and the audience, but no figure. */
export const summaryReadyPage = ({
  language,
  audience,
  week,
  isInChannel,
  open,
}: {
  readonly language: Language;
  readonly audience: Audience;
  readonly week: string;
  readonly isInChannel: boolean;
  readonly open?: Action | undefined;
}): Page => ({
  language,
  heading: translate(language, 'sending.ready'),
  sections: [
    {
      text: [
        scheduledPeriodTitle(language, week),
        translate(language, 'sending.for', { audience: translate(language, audienceKeys[audience]) }),
        translate(language, 'sending.who'),
        ...(isInChannel ? [translate(language, 'sending.where')] : []),
      ],
    },
  ],
  actions: open ? [open] : [],
});

interface TargetView {
  readonly language: Language;
  readonly target: TargetName;
}

export const summarySubscriptionTestPage = ({ language, target }: TargetView): Page =>
  textPage(
    language,
    'sending.testHeading',
    translate(language, 'sending.test', { target: alertChannelWords[target].name[language] }),
  );

/** For a restricted summary in a channel of other cases, or of none. */
export const summaryWrongChannelPage = ({ language }: { readonly language: Language }): Page =>
  textPage(language, 'sending.notHereHeading', translate(language, 'sending.notHere'));

export const summarySubscriptionStoppedPage = ({ language, target }: TargetView): Page =>
  textPage(
    language,
    'sending.notHereHeading',
    translate(language, 'sending.stopped', { command: alertChannelWords[target].typed[language] }),
  );

type DeliveryStatus = Pick<ScheduledPost, 'last' | 'waiting' | 'unsure'>;

export interface SummarySubscriptionRow {
  readonly audience: Audience;
  readonly channel: { readonly isSet: boolean; readonly deliveryStatus?: DeliveryStatus | undefined };
  readonly people: { readonly all: number; readonly waiting: number };
  readonly own?: { readonly isWanted: boolean; readonly deliveryStatus?: DeliveryStatus | undefined };
}

const reasonKeys: Readonly<Record<PostWaitReason, WordKey>> = {
  clock: 'sending.clock',
  damaged: 'sending.damaged',
  store: 'sending.store',
  noTarget: 'sending.noTarget',
  elsewhere: 'sending.elsewhere',
  noRole: 'sending.noRole',
  refused: 'sending.refused',
  busy: 'sending.busy',
  noAnswer: 'sending.noAnswer',
  unexpected: 'sending.unexpected',
};

const summaryTargets: Readonly<Record<Audience, TargetName>> = {
  acu: 'summaryAcu',
  reserve: 'summaryReserve',
  wider: 'summaryWider',
};

function scheduledPeriodTitle(language: Language, period: string): string {
  const week = parseWeek(period);
  return week === undefined ? formatDay(language, period) : formatWeek(language, week);
}

function deliveryLines(language: Language, status: DeliveryStatus | undefined, timeZone: string): readonly string[] {
  const { last, waiting = [], unsure = 0 } = status ?? {};
  return [
    last === undefined
      ? translate(language, 'sending.neverSent')
      : translate(language, 'sending.last', {
          period: scheduledPeriodTitle(language, last.period),
          time: formatDateTime(language, last.at, timeZone),
        }),
    ...waiting.map(({ period, reason }) =>
      translate(language, 'sending.waits', {
        period: scheduledPeriodTitle(language, period),
        reason: translate(language, reasonKeys[reason]),
      }),
    ),
    ...(unsure > 0 ? [translate(language, 'sending.unsure', { count: unsure })] : []),
  ];
}

function audienceSection(language: Language, row: SummarySubscriptionRow, timeZone: string): Section {
  const { audience, channel, people, own } = row;
  const command = alertChannelWords[summaryTargets[audience]].typed[language];
  const choice = (wanted: boolean) =>
    button(translate(language, wanted ? 'sending.toMe' : 'sending.notToMe'), {
      verb: 'sendWeek',
      audience,
      wanted,
      language,
    });
  return {
    heading: translate(language, audienceKeys[audience]),
    text: [
      ...(channel.isSet
        ? [translate(language, 'sending.toChannel'), ...deliveryLines(language, channel.deliveryStatus, timeZone)]
        : [translate(language, 'sending.noChannel', { command })]),
      translate(language, 'sending.people', { count: people.all }),
      ...(people.waiting > 0 ? [translate(language, 'sending.peopleWaiting', { count: people.waiting })] : []),
      ...(own ? [translate(language, own.isWanted ? 'sending.toYou' : 'sending.notToYou')] : []),
      ...(own?.isWanted ? deliveryLines(language, own.deliveryStatus, timeZone) : []),
    ],
    ...(own && { links: [choice(!own.isWanted)] }),
  };
}

const dayKeys = {
  monday: 'sending.monday',
  tuesday: 'sending.tuesday',
  wednesday: 'sending.wednesday',
  thursday: 'sending.thursday',
  friday: 'sending.friday',
  saturday: 'sending.saturday',
  sunday: 'sending.sunday',
} as const satisfies Readonly<Record<string, WordKey>>;
const dailyKeys: Readonly<Record<HandledBy, WordKey>> = { acu: 'sending.dailyAcu', reserve: 'sending.dailyReserve' };

export const summarySubscriptionPage = (view: {
  readonly language: Language;
  readonly day: keyof typeof dayKeys;
  readonly hour: number;
  readonly rows: readonly SummarySubscriptionRow[];
  readonly counts: readonly { readonly of: HandledBy; readonly standing: DeliveryStatus | undefined }[];
  readonly timeZone: string;
}): Page => {
  const { language, day, hour, rows, counts, timeZone } = view;
  return {
    language,
    heading: translate(language, 'sending.heading'),
    sections: [
      {
        text: [translate(language, 'sending.when', { day: translate(language, dayKeys[day]), hour: String(hour) })],
      },
      ...rows.map((row) => audienceSection(language, row, timeZone)),
      ...(counts.length === 0
        ? []
        : [
            {
              heading: translate(language, 'sending.dailyCount'),
              text: counts.flatMap(({ of, standing: deliveryStatus }) => [
                translate(language, dailyKeys[of]),
                ...deliveryLines(language, deliveryStatus, timeZone),
              ]),
            },
          ]),
    ],
    actions: [],
  };
};
