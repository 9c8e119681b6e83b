import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';
import { showDay } from '../words/days.ts';
import { type Day, type Week, weekOf } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import { type Cell, numberOf } from './cell.ts';
import type { FigureSeries, FigureTable, Summary } from './summary.ts';

/** Weeks that are told of together. */
interface ToldWeeks {
  readonly weeks: readonly Week[];
  /** Other weeks that stand beside them: those before, and those of a trend. */
  readonly beside?: readonly Week[];
  /** Whether nothing was received in all of them. */
  readonly isQuiet: boolean;
  /** Whether their reader is told, or left to think, that nothing was received in the first of them. */
  readonly beginsQuietly: boolean;
}

/** Weeks that were over before Candour was in use; none where the force does not say since when it is. */
const unused = (weeks: readonly Week[], since: Day | undefined): readonly Week[] =>
  since === undefined ? [] : weeks.filter((week) => week < weekOf(since));

/** Whether weeks were without a report since nobody could make one. */
export const isBeforeUse = ({ weeks, isQuiet }: ToldWeeks, since: Day | undefined): boolean =>
  isQuiet && weeks.length > 0 && unused(weeks, since).length === weeks.length;

/**
 * Sentences on weeks before Candour was in use: they count as none, as quiet weeks do. Where the force does not say since
 * when it is, that is said where the first of the weeks may be one. Empty where there is nothing to be said.
 */
export function inUseNotes(told: ToldWeeks, since: Day | undefined, language: Language): readonly string[] {
  if (since === undefined) {
    return told.beginsQuietly ? [say(language, 'summary.countAsNone')] : [];
  }
  const day = { day: showDay(language, since) };
  if (isBeforeUse(told, since)) return [say(language, 'summary.notInUse', day)];
  return unused([...told.weeks, ...(told.beside ?? [])], since).length > 0
    ? [say(language, 'summary.inUseSince', day)]
    : [];
}

const quietKeys: readonly WordKey[] = ['summary.quietWeek', 'summary.quietWeeks'];
const none: Cell = { kind: 'none' };

/** The table of what was received with these notes; none of them says that weeks were quiet where nobody could report. */
function withNotes(table: FigureTable, notes: readonly string[], isBefore: boolean, language: Language): FigureTable {
  const quiet = new Set(quietKeys.map((key) => say(language, key)));
  const kept = isBefore ? table.notes.filter((note) => !quiet.has(note)) : table.notes;
  return { ...table, notes: isBefore ? [...notes, ...kept] : [...kept, ...notes] };
}

const withoutChange = (table: FigureTable): FigureTable => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, place) => (table.columns[place]?.id === 'change' ? none : cell)),
  })),
});

/** The weeks before Candour was in use are gaps, but for those in which something was received all the same. */
function withGaps(trend: readonly FigureSeries[], since: Day | undefined): readonly FigureSeries[] {
  const received = trend.find(({ id }) => id === 'received')?.points ?? [];
  const empty = received.flatMap(({ week, cell }) => (numberOf(cell) === 0 ? [week] : []));
  const gone = new Set(unused(empty, since));
  return trend.map((series) => ({
    ...series,
    points: series.points.map((point) => (gone.has(point.week) ? { ...point, cell: none } : point)),
  }));
}

/**
 * A summary that takes no week before Candour was in use for a quiet one: it says so, compares with none of them, and
 * shows them as gaps. No count is changed or left out, and for wider readers nothing
 * hangs on what is hidden from them. `before` are the weeks that it is compared with.
 */
export function withUse(
  summary: Summary,
  { before, beginsQuietly }: { readonly before: readonly Week[]; readonly beginsQuietly: boolean },
  since: Day | undefined,
): Summary {
  const { language, head, tables, trend, weeks } = summary;
  const trail = trend.flatMap(({ points }) => points.map(({ week }) => week));
  const told = { weeks, beside: [...before, ...trail], isQuiet: numberOf(head.received) === 0, beginsQuietly };
  const notes = inUseNotes(told, since, language);
  const isBefore = isBeforeUse(told, since);
  const { change, ...others } = head;
  const compares = unused(before, since).length === 0;
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
