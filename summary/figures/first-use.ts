import type { WordKey } from '../../words/cards/catalogue.ts';
import { say } from '../../words/cards/translate.ts';
import { showDay } from '../../words/days.ts';
import { type Day, type Week, weekOf } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { type Cell, type FigureSeries, type FigureTable, numberOf, type Summary } from './summary.ts';

interface ToldWeeks {
  readonly weeks: readonly Week[];
  readonly beside?: readonly Week[];
  readonly isQuiet: boolean;
  readonly beginsQuietly: boolean;
}

const unused = (weeks: readonly Week[], since: Day | undefined): readonly Week[] =>
  since === undefined ? [] : weeks.filter((week) => week < weekOf(since));

export const isBeforeUse = ({ weeks, isQuiet }: ToldWeeks, since: Day | undefined): boolean =>
  isQuiet && weeks.length > 0 && unused(weeks, since).length === weeks.length;

/** Sentences on weeks before Candour was in use, which count as none, as quiet weeks do. */
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
 * A summary that does not take a week before Candour was in use for a quiet one: it says so, compares with none of
 * them, and shows them as gaps. No count changes, and for wider readers nothing depends on what is hidden from them.
 * `before`: the weeks that it is compared with.
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
