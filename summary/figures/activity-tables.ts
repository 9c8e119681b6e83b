import { flags } from '../../core/model/classification.ts';
import { lastDayOfWeek } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { referralDecisions } from '../../core/model/case-terms.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import { translateWord } from '../../words/translate-word.ts';
import { caseTermWords } from '../../words/tab/case-terms.ts';
import {
  categoryWordKeys,
  flagWordKeys,
  outcomeWordKeys,
  referralWordKeys,
  regimeWordKeys,
} from '../../words/terms/term-word-keys.ts';
import { sumDayCounts, type DayCounts, maxCountedDays } from './day-counts.ts';
import {
  definitionText,
  type Figure,
  type FigureTableId,
  computeFigure,
  type FigureResult,
  getMissingTableIds,
  activityTableIds,
} from './figure-definitions.ts';
import {
  figureCategories,
  figureOutcomes,
  figureRegimes,
  figureTowards,
  type WeekFigures,
  asWeekFiguresV2,
  type WeekFiguresV2,
} from './week-figures.ts';
import { type FigureCell, changeCell, countCell, type FigureRow, type FigureTable } from './summary.ts';

type StatusKey = keyof typeof caseTermWords;
type RowKey = WordKey | StatusKey;

const isStatus = (key: RowKey): key is StatusKey => key in caseTermWords;
const rowText = (language: Language, key: RowKey): string =>
  isStatus(key) ? translateWord(language, caseTermWords[key]) : translate(language, key);

const categoryRowWords = { ...categoryWordKeys, notKnown: 'figure.notKnown' } as const;
const regimeRowWords = { ...regimeWordKeys, notKnown: 'figure.notKnown' } as const;
const towardsWords = {
  public: 'option.towardsPublic',
  colleague: 'option.towardsColleague',
  both: 'option.towardsBoth',
  unsure: 'figure.towardsUnsure',
  notKnown: 'figure.notKnown',
} as const;
const outcomeRowWords = { ...outcomeWordKeys, notKnown: 'figure.notKnown' } as const;

type ActivityFigure = Figure & {
  readonly title: WordKey;
  readonly row: (language: Language) => string;
};

export function figureOutcomeText(language: Language, id: string): string | undefined {
  const found = figureOutcomes.find((outcome) => outcome === id);
  return found && rowText(language, outcomeRowWords[found]);
}

/** A week frozen before this was counted has none. */
const createV2Reader =
  <Value>(read: (week: WeekFiguresV2) => Value) =>
  (figures: WeekFigures): Value | undefined => {
    const week = asWeekFiguresV2(figures);
    return week === undefined ? undefined : read(week);
  };

const createRowFigures = <Name extends string>(
  table: FigureTableId,
  title: WordKey,
  names: readonly Name[],
  words: Readonly<Record<Name, RowKey>>,
  count: (week: WeekFiguresV2, name: Name) => number,
): readonly ActivityFigure[] =>
  names.map((name) => ({
    id: `${table}.${name}`,
    table,
    additiveGroup: table === 'flags' ? `flags.${name}` : table,
    of: 'flow',
    count: createV2Reader((week) => count(week, name)),
    title,
    row: (language) => rowText(language, words[name]),
    label: (language) => `${translate(language, title)}: ${rowText(language, words[name])}`,
  }));

const createTotalFigures = (
  table: FigureTableId,
  title: WordKey,
  of: 'flow' | 'stock',
  count: (week: WeekFiguresV2) => number,
): readonly ActivityFigure[] => [
  {
    id: `${table}.all`,
    table,
    additiveGroup: table,
    of,
    count: createV2Reader(count),
    title,
    row: (language) => translate(language, 'summary.all'),
    label: (language) => translate(language, title),
  },
];

const capitalise = (words: string, language: Language): string =>
  `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}`;

const createDayFigures = (
  table: FigureTableId,
  title: WordKey,
  read: (week: WeekFiguresV2) => DayCounts,
): readonly ActivityFigure[] => [
  {
    id: `${table}.cases`,
    table,
    additiveGroup: table,
    of: 'flow',
    count: createV2Reader((week) => sumDayCounts(read(week))),
    title,
    row: (language) => capitalise(translate(language, 'figure.cases'), language),
    label: (language) => `${translate(language, title)}: ${translate(language, 'figure.cases')}`,
  },
  ...([50, 90] as const).map(
    (percent): ActivityFigure => ({
      id: percent === 50 ? `${table}.median` : `${table}.percentile90`,
      table,
      additiveGroup: `${table}.${percent}`,
      of: 'days',
      percent,
      days: createV2Reader(read),
      title,
      row: (language) =>
        capitalise(translate(language, percent === 50 ? 'figure.median' : 'figure.percentile90'), language),
      label: (language) =>
        `${translate(language, title)}: ${translate(language, percent === 50 ? 'figure.median' : 'figure.percentile90')}`,
    }),
  ),
];

export const activityFigures: readonly ActivityFigure[] = [
  ...createDayFigures('acknowledgedDays', 'figure.acknowledgedDays', (week) => week.acknowledgedDays),
  ...createDayFigures('triagedDays', 'figure.triagedDays', (week) => week.triagedDays),
  ...createRowFigures(
    'category',
    'figure.category',
    figureCategories,
    categoryRowWords,
    (week, name) => week.category[name],
  ),
  ...createTotalFigures('notTriaged', 'figure.notTriaged', 'stock', (week) => week.notTriaged),
  ...createRowFigures('flags', 'figure.flags', flags, flagWordKeys, (week, name) => week.flags[name]),
  ...createRowFigures('regime', 'figure.regime', figureRegimes, regimeRowWords, (week, name) => week.regime[name]),
  ...createRowFigures('towards', 'figure.towards', figureTowards, towardsWords, (week, name) => week.towards[name]),
  ...createDayFigures('answeredDays', 'figure.answeredDays', (week) => week.answeredDays),
  ...createDayFigures('closedDays', 'figure.closedDays', (week) => week.closedDays),
  ...createRowFigures('outcome', 'figure.outcome', figureOutcomes, outcomeRowWords, (week, name) => week.outcome[name]),
  ...createRowFigures(
    'referral',
    'figure.referral',
    referralDecisions,
    referralWordKeys,
    (week, name) => week.referral.decision[name],
  ),
  ...createDayFigures('referralDays', 'figure.referralDays', (week) => week.referral.days),
  ...createTotalFigures('referralOverdue', 'figure.referralOverdue', 'stock', (week) => week.referral.overdue),
  ...createTotalFigures('cameBack', 'figure.cameBack', 'flow', (week) => week.cameBack),
  ...createTotalFigures('repeatSubjects', 'figure.repeatSubjects', 'flow', (week) => week.repeatSubjects),
];

type ComparedWeeks = Readonly<Record<'now' | 'before', readonly WeekFigures[]>>;

/** `none` if a week lacks the figure: the rest of a sum is no sum. */
function createFigureCell(figure: ActivityFigure, weeks: readonly WeekFigures[]): FigureCell {
  const found: FigureResult = weeks.length === 0 ? { kind: 'noneDone' } : computeFigure(figure, weeks);
  if (found.kind !== 'value') return { kind: 'none' };
  return figure.of === 'days' ? { kind: 'days', value: found.value } : countCell(found.value);
}

const createChangeCell = (now: FigureCell, before: FigureCell): FigureCell =>
  'value' in now && 'value' in before ? changeCell(now.value - before.value) : { kind: 'none' };

function createFigureRow(figure: ActivityFigure, { now, before }: ComparedWeeks, language: Language): FigureRow {
  const cells = [createFigureCell(figure, now), createFigureCell(figure, before)] as const;
  const id = figure.id.slice(figure.table.length + 1);
  return { id, label: figure.row(language), cells: [...cells, createChangeCell(...cells)] };
}

function createMissingFigureNotes(
  table: FigureTableId,
  { now, before }: ComparedWeeks,
  language: Language,
): readonly string[] {
  const last = [...before, ...now].findLast((week) => getMissingTableIds(week).includes(table));
  return last === undefined
    ? []
    : [translate(language, 'summary.lacks', { day: formatDay(language, lastDayOfWeek(last.week)) })];
}

function createTableNotes(table: FigureTableId, compared: ComparedWeeks, language: Language): readonly string[] {
  const whole = [...compared.before, ...compared.now].flatMap((week) => asWeekFiguresV2(week) ?? []);
  const isLong = activityFigures.some(
    (figure) =>
      figure.table === table &&
      figure.of === 'days' &&
      whole.some((week) => figure.days(week)?.[maxCountedDays] !== undefined),
  );
  const notKnown = compared.now.reduce((sum, week) => sum + (asWeekFiguresV2(week)?.answerNotKnown ?? 0), 0);
  return [
    ...(isLong ? [translate(language, 'summary.longest', { most: maxCountedDays })] : []),
    ...(table === 'answeredDays' && notKnown > 0
      ? [translate(language, 'summary.answerNotKnown', { count: notKnown })]
      : []),
    ...createMissingFigureNotes(table, compared, language),
  ];
}

const hasNonZeroFigure = (figure: ActivityFigure, weeks: readonly WeekFigures[]): boolean =>
  weeks.some((week) =>
    figure.of === 'days' ? sumDayCounts(figure.days(week) ?? {}) > 0 : (figure.count(week) ?? 0) > 0,
  );

/**
 * Tables of what was done in some weeks, with the change on those before; no empty table or row. Only for
 * the handlers of these cases.
 */
export const createActivityTables = (
  compared: ComparedWeeks,
  columns: FigureTable['columns'],
  language: Language,
): readonly FigureTable[] => {
  const allWeeks = [...compared.before, ...compared.now];
  return activityTableIds.flatMap((table): readonly FigureTable[] => {
    const figures = activityFigures.filter((figure) => figure.table === table && hasNonZeroFigure(figure, allWeeks));
    const [first] = figures;
    if (first === undefined) return [];
    const definition = definitionText(table, language);
    return [
      {
        id: table,
        title: translate(language, first.title),
        ...(definition !== undefined && { definition }),
        of: figures.some((figure) => figure.of === 'days') ? 'days' : first.of,
        columns,
        rows: figures.map((figure) => createFigureRow(figure, compared, language)),
        notes: createTableNotes(table, compared, language),
      },
    ];
  });
};
