import type { WordKey } from '../../words/cards/catalogue.ts';
import { translate } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import { type Day, type Week, toWeek } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { type FigureCell, type FigureSeries, type FigureTable, getCellValue, type Summary } from './summary.ts';

interface SummaryWeeks {
  readonly weeks: readonly Week[];
  readonly comparedWeeks?: readonly Week[];
  readonly isQuiet: boolean;
  readonly startsQuiet: boolean;
}

const selectWeeksBeforeUse = (weeks: readonly Week[], since: Day | undefined): readonly Week[] =>
  since === undefined ? [] : weeks.filter((week) => week < toWeek(since));

export const isBeforeUse = ({ weeks, isQuiet }: SummaryWeeks, since: Day | undefined): boolean =>
  isQuiet && weeks.length > 0 && selectWeeksBeforeUse(weeks, since).length === weeks.length;

/** Tells of weeks before Candour was in use, which count as none, as quiet weeks do. */
export function createFirstUseNotes(
  weeks: SummaryWeeks,
  since: Day | undefined,
  language: Language,
): readonly string[] {
  if (since === undefined) {
    return weeks.startsQuiet ? [translate(language, 'summary.countAsNone')] : [];
  }
  const day = { day: formatDay(language, since) };
  if (isBeforeUse(weeks, since)) return [translate(language, 'summary.notInUse', day)];
  return selectWeeksBeforeUse([...weeks.weeks, ...(weeks.comparedWeeks ?? [])], since).length > 0
    ? [translate(language, 'summary.inUseSince', day)]
    : [];
}

const quietKeys: readonly WordKey[] = ['summary.quietWeek', 'summary.quietWeeks'];
const emptyCell: FigureCell = { kind: 'none' };

function withNotes(table: FigureTable, notes: readonly string[], isBefore: boolean, language: Language): FigureTable {
  const quiet = new Set(quietKeys.map((key) => translate(language, key)));
  const others = isBefore ? table.notes.filter((note) => !quiet.has(note)) : table.notes;
  return { ...table, notes: isBefore ? [...notes, ...others] : [...others, ...notes] };
}

const withoutChange = (table: FigureTable): FigureTable => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, place) => (table.columns[place]?.id === 'change' ? emptyCell : cell)),
  })),
});

function withGaps(trend: readonly FigureSeries[], since: Day | undefined): readonly FigureSeries[] {
  const received = trend.find(({ id }) => id === 'received')?.points ?? [];
  const empty = received.flatMap(({ week, cell }) => (getCellValue(cell) === 0 ? [week] : []));
  const gone = new Set(selectWeeksBeforeUse(empty, since));
  return trend.map((series) => ({
    ...series,
    points: series.points.map((point) => (gone.has(point.week) ? { ...point, cell: emptyCell } : point)),
  }));
}

/**
 * Names weeks before Candour was in use, compares with none of them, and shows gaps. No count changes, and for wider
 * readers nothing depends on what is hidden from them. `before`: the weeks that it is compared with.
 */
export function withFirstUse(
  summary: Summary,
  { before, beginsQuietly }: { readonly before: readonly Week[]; readonly beginsQuietly: boolean },
  since: Day | undefined,
): Summary {
  const { language, head, tables, trend, weeks } = summary;
  const trail = trend.flatMap(({ points }) => points.map(({ week }) => week));
  const summaryWeeks = {
    weeks,
    comparedWeeks: [...before, ...trail],
    isQuiet: getCellValue(head.received) === 0,
    startsQuiet: beginsQuietly,
  };
  const notes = createFirstUseNotes(summaryWeeks, since, language);
  const isBefore = isBeforeUse(summaryWeeks, since);
  const { change, ...others } = head;
  const compares = selectWeeksBeforeUse(before, since).length === 0;
  return {
    ...summary,
    head: { ...others, ...(change && compares && { change }) },
    tables: tables
      .map((table) => (compares ? table : withoutChange(table)))
      .map((table) => (table.id === 'received' ? withNotes(table, notes, isBefore, language) : table)),
    trend: withGaps(trend, since),
    ...(notes.length > 0 && { inUse: { notes, isBefore } }),
  };
}
