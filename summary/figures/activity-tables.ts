import { flags } from '../../core/model/kinds.ts';
import type { Language } from '../../core/model/language.ts';
import { referralDecisions } from '../../core/model/outcomes.ts';
import { say, type WordKey } from '../../words/cards/translate.ts';
import { sayWord } from '../../words/translate.ts';
import { statusInCaseWords } from '../../words/tab/status-in-case.ts';
import { categoryWords, flagWords, outcomeWords, referralWords, regimeWords } from '../../words/terms/term-labels.ts';
import { countIn, type DayCounts, mostDays } from './day-counts.ts';
import {
  definitionText,
  type Figure,
  type FigureId,
  figureOver,
  type FoundFigure,
  lackedBy,
  laterFigureIds,
} from './figure-definitions.ts';
import {
  figureCategories,
  figureOutcomes,
  figureRegimes,
  figureTowards,
  type WeekFigures,
  wholeWeek,
  type WholeWeek,
} from './week-figures.ts';
import { type Cell, changeCell, countCell, type FigureRow, type FigureTable } from './summary.ts';

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

type DoneFigure = Figure & {
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

type Compared = Readonly<Record<'now' | 'before', readonly WeekFigures[]>>;

/** None if a week lacks the figure: the rest of a sum is no sum. */
function cellOver(figure: DoneFigure, weeks: readonly WeekFigures[]): Cell {
  const found: FoundFigure = weeks.length === 0 ? { kind: 'noneDone' } : figureOver(figure, weeks);
  if (found.kind !== 'value') return { kind: 'none' };
  return figure.of === 'days' ? { kind: 'days', value: found.value } : countCell(found.value);
}

const change = (now: Cell, before: Cell): Cell =>
  'value' in now && 'value' in before ? changeCell(now.value - before.value) : { kind: 'none' };

function rowOf(figure: DoneFigure, { now, before }: Compared, language: Language): FigureRow {
  const cells = [cellOver(figure, now), cellOver(figure, before)] as const;
  const id = figure.id.slice(figure.table.length + 1);
  return { id, label: figure.row(language), cells: [...cells, change(...cells)] };
}

function lackingNotes(table: FigureId, { now, before }: Compared, language: Language): readonly string[] {
  const last = [...before, ...now].findLast((week) => lackedBy(week).includes(table));
  return last === undefined ? [] : [say(language, 'summary.lacks', { week: last.week })];
}

function notesOf(table: FigureId, compared: Compared, language: Language): readonly string[] {
  const whole = [...compared.before, ...compared.now].flatMap((week) => wholeWeek(week) ?? []);
  const isLong = doneFigures.some(
    (figure) =>
      figure.table === table &&
      figure.of === 'days' &&
      whole.some((week) => figure.days(week)?.[mostDays] !== undefined),
  );
  const notKnown = compared.now.reduce((sum, week) => sum + (wholeWeek(week)?.answerNotKnown ?? 0), 0);
  return [
    ...(isLong ? [say(language, 'summary.longest', { most: mostDays })] : []),
    ...(table === 'answeredDays' && notKnown > 0 ? [say(language, 'summary.answerNotKnown', { count: notKnown })] : []),
    ...lackingNotes(table, compared, language),
  ];
}

const tells = (figure: DoneFigure, weeks: readonly WeekFigures[]): boolean =>
  weeks.some((week) => (figure.of === 'days' ? countIn(figure.days(week) ?? {}) > 0 : (figure.count(week) ?? 0) > 0));

/**
 * The tables of what was done in some weeks, with the change on those before; a table and a row only if one of these
 * weeks has something to tell. Only for the handlers of these cases.
 */
export const doneTables = (
  compared: Compared,
  columns: FigureTable['columns'],
  language: Language,
): readonly FigureTable[] => {
  const lookedAt = [...compared.before, ...compared.now];
  return laterFigureIds.flatMap((table): readonly FigureTable[] => {
    const figures = doneFigures.filter((figure) => figure.table === table && tells(figure, lookedAt));
    const [first] = figures;
    if (first === undefined) return [];
    const definition = definitionText(table, language);
    return [
      {
        id: table,
        title: say(language, first.title),
        ...(definition !== undefined && { definition }),
        of: figures.some((figure) => figure.of === 'days') ? 'days' : first.of,
        columns,
        rows: figures.map((figure) => rowOf(figure, compared, language)),
        notes: notesOf(table, compared, language),
      },
    ];
  });
};
