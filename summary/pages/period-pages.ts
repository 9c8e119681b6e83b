import { button } from '../../cards/action.ts';
import { choiceField } from '../../cards/field.ts';
import type { Page } from '../../cards/page.ts';
import type { Audience } from '../../concerns/records/permissions.ts';
import { addDays, addWeeks, mondayOf, type Week } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { showShortDay } from '../../words/days.ts';
import { say, type WordKey } from '../../words/cards/say.ts';
import { lastBy, periodOf } from '../issues/hierarchy.ts';
import { periodTitle } from '../period-words.ts';
import { type Period, periodBefore, periodsWith, periodText } from '../periods.ts';
import { inOtherLanguage, leadsTo, type Shown, toTheStart } from './summary-parts.ts';

const weeksOffered = 13;
const quartersOffered = 4;
const yearsOffered = 2;

const audienceKeys: Readonly<Record<Audience, WordKey>> = {
  acu: 'week.acu',
  reserve: 'week.reserve',
  wider: 'week.wider',
};

function backFrom(period: Period, periods: number): readonly Period[] {
  const found = [period];
  while (found.length < periods) found.push(periodBefore(found.at(-1) ?? period));
  return found;
}

/** The last block for readers who may have neither. */
const upTo = (last: Week, isWider: boolean): readonly Period[] =>
  isWider
    ? [periodOf(lastBy(last, 'block'))]
    : [
        { kind: 'rolling', weeks: 4, upTo: last },
        { kind: 'rolling', weeks: 13, upTo: last },
      ];

/** Wider readers are offered only those that they may have. */
function offeredAt(last: Week, isWider: boolean): readonly Period[] {
  const { quarter, yearToMarch } = isWider
    ? { quarter: periodOf(lastBy(last, 'quarter')), yearToMarch: periodOf(lastBy(last, 'year')) }
    : periodsWith(last);
  return [
    { kind: 'week', week: last },
    ...upTo(last, isWider),
    ...backFrom(quarter, quartersOffered),
    ...backFrom(yearToMarch, yearsOffered),
    ...backFrom({ kind: 'week', week: addWeeks(last, -1) }, weeksOffered - 1),
  ];
}

function titleOf(period: Period, language: Language): string {
  if (period.kind !== 'week') return periodTitle(period, language);
  const monday = mondayOf(period.week);
  return say(language, 'week.option', {
    number: String(Number(period.week.slice(6))),
    from: showShortDay(language, monday),
    to: showShortDay(language, addDays(monday, 6)),
  });
}

/** Asks for which period, and for whom. `last` is the last week that is over. */
export function periodPage(view: {
  readonly language: Language;
  readonly last: Week;
  readonly audiences: readonly Audience[];
  readonly chosen?: Pick<Shown, 'audience' | 'period'>;
  readonly problem?: 'odd' | 'notClosed' | 'notNow';
}): Page {
  const { language, last, audiences, problem } = view;
  const which = say(language, 'week.which');
  const problemWords = {
    odd: () => say(language, 'problem.odd', { label: which }),
    notClosed: () => say(language, 'week.notClosed'),
    notNow: () => say(language, 'week.notNow'),
  };
  const chosen = view.chosen ?? { audience: audiences[0] ?? 'wider', period: { kind: 'week', week: last } };
  const offered = offeredAt(
    last,
    audiences.every((audience) => audience === 'wider'),
  );
  const value = periodText(chosen.period);
  return {
    language,
    heading: say(language, 'common.week'),
    callouts: problem
      ? [{ style: 'attention', heading: say(language, 'problem.heading'), text: [problemWords[problem]()] }]
      : [],
    sections: [{ text: [say(language, 'week.intro')] }],
    fields: [
      choiceField({
        language,
        id: 'week',
        label: which,
        required: true,
        value: offered.some((period) => periodText(period) === value) ? value : last,
        problems: [],
        style: 'compact',
        choices: offered.map((period) => ({ title: titleOf(period, language), value: periodText(period) })),
      }),
      choiceField({
        language,
        id: 'audience',
        label: say(language, 'week.audience'),
        required: true,
        value: chosen.audience,
        problems: [],
        choices: audiences.map((audience) => ({ title: say(language, audienceKeys[audience]), value: audience })),
      }),
    ],
    links: [button(say(language, 'sending.how'), { verb: 'sendWeek', audience: chosen.audience, language })],
    actions: [
      button(say(language, 'week.show'), { verb: 'week', language }, 'positive'),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('periods', { ...chosen, language })),
    ],
  };
}

export function notSafePage(shown: Shown, nearest: readonly Period[]): Page {
  const { audience, language } = shown;
  return {
    language,
    heading: say(language, 'week.notSafeHeading'),
    progress: periodTitle(shown.period, language),
    sections: [
      {
        text: [say(language, 'week.notSafe')],
        links: nearest.map((period) =>
          button(periodTitle(period, language), leadsTo('overview', { audience, period, language })),
        ),
      },
    ],
    actions: [
      button(say(language, 'week.another'), leadsTo('periods', shown)),
      toTheStart(language),
      inOtherLanguage(language, leadsTo('overview', shown)),
    ],
  };
}
