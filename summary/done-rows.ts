import { flags } from '../concerns/terms/kinds.ts';
import type { Language } from '../concerns/terms/language.ts';
import { referralDecisions } from '../concerns/terms/outcomes.ts';
import { say, type WordKey } from '../words/cards/say.ts';
import { sayWord } from '../words/say-word.ts';
import { statusInCaseWords } from '../words/tab/status-in-case.ts';
import { categoryWords, flagWords, outcomeWords, referralWords, regimeWords } from '../words/terms/term-words.ts';
import { countIn, type DayCounts } from './day-counts.ts';
import type { FigureId } from './figure-definitions.ts';
import type { Figure } from './figure.ts';
import {
  figureCategories,
  figureOutcomes,
  figureRegimes,
  figureTowards,
  wholeWeek,
  type WeekFigures,
  type WholeWeek,
} from './week-figures.ts';

type StatusKey = keyof typeof statusInCaseWords;
type RowKey = WordKey | StatusKey;

const isStatus = (key: RowKey): key is StatusKey => key in statusInCaseWords;
const rowText = (language: Language, key: RowKey): string =>
  isStatus(key) ? sayWord(language, statusInCaseWords[key]) : say(language, key);

const categoryRowWords = { ...categoryWords, notKnown: 'figure.notKnown' } as const;
const regimeRowWords = { ...regimeWords, notKnown: 'figure.notKnown' } as const;
const towardsWords = {
  public: 'option.towardsPublic',
  colleague: 'option.towardsColleague',
  both: 'option.towardsBoth',
  unsure: 'figure.towardsUnsure',
  notKnown: 'figure.notKnown',
} as const;
const outcomeRowWords = { ...outcomeWords, notKnown: 'figure.notKnown' } as const;

export type DoneFigure = Figure & {
  readonly title: WordKey;
  readonly row: (language: Language) => string;
};

export function outcomeText(language: Language, id: string): string | undefined {
  const found = figureOutcomes.find((outcome) => outcome === id);
  return found && rowText(language, outcomeRowWords[found]);
}

/** A week that was frozen before that was counted has none. */
const ofWhole =
  <Value>(read: (week: WholeWeek) => Value) =>
  (figures: WeekFigures): Value | undefined => {
    const week = wholeWeek(figures);
    return week === undefined ? undefined : read(week);
  };

const rows = <Name extends string>(
  table: FigureId,
  title: WordKey,
  names: readonly Name[],
  words: Readonly<Record<Name, RowKey>>,
  count: (week: WholeWeek, name: Name) => number,
): readonly DoneFigure[] =>
  names.map((name) => ({
    id: `${table}.${name}`,
    table,
    addsWith: table === 'flags' ? `flags.${name}` : table,
    of: 'flow',
    count: ofWhole((week) => count(week, name)),
    title,
    row: (language) => rowText(language, words[name]),
    label: (language) => `${say(language, title)}: ${rowText(language, words[name])}`,
  }));

const total = (
  table: FigureId,
  title: WordKey,
  of: 'flow' | 'stock',
  count: (week: WholeWeek) => number,
): readonly DoneFigure[] => [
  {
    id: `${table}.all`,
    table,
    addsWith: table,
    of,
    count: ofWhole(count),
    title,
    row: (language) => say(language, 'summary.all'),
    label: (language) => say(language, title),
  },
];

const begun = (words: string, language: Language): string =>
  `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}`;

const days = (table: FigureId, title: WordKey, read: (week: WholeWeek) => DayCounts): readonly DoneFigure[] => [
  {
    id: `${table}.cases`,
    table,
    addsWith: table,
    of: 'flow',
    count: ofWhole((week) => countIn(read(week))),
    title,
    row: (language) => begun(say(language, 'figure.cases'), language),
    label: (language) => `${say(language, title)}: ${say(language, 'figure.cases')}`,
  },
  ...([50, 90] as const).map(
    (percent): DoneFigure => ({
      id: percent === 50 ? `${table}.median` : `${table}.percentile90`,
      table,
      addsWith: `${table}.${percent}`,
      of: 'days',
      percent,
      days: ofWhole(read),
      title,
      row: (language) => begun(say(language, percent === 50 ? 'figure.median' : 'figure.percentile90'), language),
      label: (language) =>
        `${say(language, title)}: ${say(language, percent === 50 ? 'figure.median' : 'figure.percentile90')}`,
    }),
  ),
];

export const doneFigures: readonly DoneFigure[] = [
  ...days('acknowledgedDays', 'figure.acknowledgedDays', (week) => week.acknowledgedDays),
  ...days('triagedDays', 'figure.triagedDays', (week) => week.triagedDays),
  ...rows('category', 'figure.category', figureCategories, categoryRowWords, (week, name) => week.category[name]),
  ...total('notTriaged', 'figure.notTriaged', 'stock', (week) => week.notTriaged),
  ...rows('flags', 'figure.flags', flags, flagWords, (week, name) => week.flags[name]),
  ...rows('regime', 'figure.regime', figureRegimes, regimeRowWords, (week, name) => week.regime[name]),
  ...rows('towards', 'figure.towards', figureTowards, towardsWords, (week, name) => week.towards[name]),
  ...days('answeredDays', 'figure.answeredDays', (week) => week.answeredDays),
  ...days('closedDays', 'figure.closedDays', (week) => week.closedDays),
  ...rows('outcome', 'figure.outcome', figureOutcomes, outcomeRowWords, (week, name) => week.outcome[name]),
  ...rows(
    'referral',
    'figure.referral',
    referralDecisions,
    referralWords,
    (week, name) => week.referral.decision[name],
  ),
  ...days('referralDays', 'figure.referralDays', (week) => week.referral.days),
  ...total('referralOverdue', 'figure.referralOverdue', 'stock', (week) => week.referral.overdue),
  ...total('cameBack', 'figure.cameBack', 'flow', (week) => week.cameBack),
  ...total('repeatSubjects', 'figure.repeatSubjects', 'flow', (week) => week.repeatSubjects),
];
