import type { Audience } from '../core/model/permissions.ts';
import type { RegularPost, WaitReason } from '../core/model/scheduled-post.ts';
import type { TargetName } from '../core/model/alert-targets.ts';
import type { Language } from '../core/model/language.ts';
import type { HandledBy } from '../core/model/urgency.ts';
import { alertChannelWords } from '../words/alert-channels.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/translate.ts';
import { showDay, showShortDay, showTime } from '../words/days.ts';
import { type Action, button, type Page, type Section, textPage } from './page.ts';
import { addDays, mondayOf, parseWeek } from '../core/model/calendar.ts';

const audienceKeys: Readonly<Record<Audience, WordKey>> = {
  acu: 'week.acu',
  reserve: 'week.reserve',
  wider: 'week.wider',
};

/** Names the week and the audience, and no figure. */
export const weekReadyPage = ({
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
  heading: say(language, 'sending.ready'),
  sections: [
    {
      text: [
        weekTitle(language, week),
        say(language, 'sending.for', { audience: say(language, audienceKeys[audience]) }),
        say(language, 'sending.who'),
        ...(isInChannel ? [say(language, 'sending.where')] : []),
      ],
    },
  ],
  actions: open ? [open] : [],
});

interface OfTarget {
  readonly language: Language;
  readonly target: TargetName;
}

export const sendingTestPage = ({ language, target }: OfTarget): Page =>
  textPage(
    language,
    'sending.testHeading',
    say(language, 'sending.test', { target: alertChannelWords[target].name[language] }),
  );

/** For a restricted summary where other cases, or none, are spoken of. */
export const notHerePage = ({ language }: { readonly language: Language }): Page =>
  textPage(language, 'sending.notHereHeading', say(language, 'sending.notHere'));

export const sendingStoppedPage = ({ language, target }: OfTarget): Page =>
  textPage(
    language,
    'sending.notHereHeading',
    say(language, 'sending.stopped', { command: alertChannelWords[target].typed[language] }),
  );

type Standing = Pick<RegularPost, 'last' | 'waiting' | 'unsure'>;

export interface SendingRow {
  readonly audience: Audience;
  readonly channel: { readonly isSet: boolean; readonly standing?: Standing | undefined };
  readonly people: { readonly all: number; readonly waiting: number };
  readonly own?: { readonly isWanted: boolean; readonly standing?: Standing | undefined };
}

const reasonKeys: Readonly<Record<WaitReason, WordKey>> = {
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

const periodTitle = (language: Language, period: string): string =>
  period.includes('W') ? weekTitle(language, period) : showDay(language, period);

function progress(language: Language, standing: Standing | undefined, timeZone: string): readonly string[] {
  const { last, waiting = [], unsure = 0 } = standing ?? {};
  return [
    last === undefined
      ? say(language, 'sending.neverSent')
      : say(language, 'sending.last', {
          period: periodTitle(language, last.period),
          time: showTime(language, last.at, timeZone),
        }),
    ...waiting.map(({ period, reason }) =>
      say(language, 'sending.waits', {
        period: periodTitle(language, period),
        reason: say(language, reasonKeys[reason]),
      }),
    ),
    ...(unsure > 0 ? [say(language, 'sending.unsure', { count: unsure })] : []),
  ];
}

function sectionOf(language: Language, row: SendingRow, timeZone: string): Section {
  const { audience, channel, people, own } = row;
  const command = alertChannelWords[summaryTargets[audience]].typed[language];
  const choice = (wanted: boolean) =>
    button(say(language, wanted ? 'sending.toMe' : 'sending.notToMe'), {
      verb: 'sendWeek',
      audience,
      wanted,
      language,
    });
  return {
    heading: say(language, audienceKeys[audience]),
    text: [
      ...(channel.isSet
        ? [say(language, 'sending.toChannel'), ...progress(language, channel.standing, timeZone)]
        : [say(language, 'sending.noChannel', { command })]),
      say(language, 'sending.people', { count: people.all }),
      ...(people.waiting > 0 ? [say(language, 'sending.peopleWaiting', { count: people.waiting })] : []),
      ...(own ? [say(language, own.isWanted ? 'sending.toYou' : 'sending.notToYou')] : []),
      ...(own?.isWanted ? progress(language, own.standing, timeZone) : []),
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

export const sendingPage = (view: {
  readonly language: Language;
  readonly day: keyof typeof dayKeys;
  readonly hour: number;
  readonly rows: readonly SendingRow[];
  readonly counts: readonly { readonly of: HandledBy; readonly standing: Standing | undefined }[];
  readonly timeZone: string;
}): Page => {
  const { language, day, hour, rows, counts, timeZone } = view;
  return {
    language,
    heading: say(language, 'sending.heading'),
    sections: [
      {
        text: [say(language, 'sending.when', { day: say(language, dayKeys[day]), hour: String(hour) })],
      },
      ...rows.map((row) => sectionOf(language, row, timeZone)),
      ...(counts.length === 0
        ? []
        : [
            {
              heading: say(language, 'sending.dailyCount'),
              text: counts.flatMap(({ of, standing }) => [
                say(language, dailyKeys[of]),
                ...progress(language, standing, timeZone),
              ]),
            },
          ]),
    ],
    actions: [],
  };
};

/** A week such as `2026-W47` in words. Text that is no week comes back unchanged. */
function weekTitle(language: Language, text: string): string {
  const week = parseWeek(text);
  if (week === undefined) return text;
  const monday = mondayOf(week);
  return say(language, 'week.option', {
    number: String(Number(week.slice(6))),
    from: showShortDay(language, monday),
    to: showShortDay(language, addDays(monday, 6)),
  });
}
