import type { Language } from '../../concerns/terms/language.ts';
import { say } from '../../words/cards/say.ts';
import { showDay } from '../../words/days.ts';
import { type Cell, countCell } from '../cell.ts';
import { daysWithin } from '../day-counts.ts';
import type { Figure } from '../figure.ts';
import { figures } from '../figure-rows.ts';
import type { FigureRow, FigureTable } from '../summary.ts';
import type { WeekFigures } from '../week-figures.ts';
import { countedNotes } from '../week-notes.ts';
import { lastCountedOn, type LaterCounts } from './read-amendments.ts';

/** The table of what was counted again. */
export const amendedId = 'amended';

function cellOf(figure: Figure, week: WeekFigures): Cell {
  if (figure.of !== 'days') {
    const count = figure.count(week);
    return count === undefined ? { kind: 'none' } : countCell(count);
  }
  const days = figure.days(week);
  const within = days && daysWithin(days, figure.percent);
  return within === undefined ? { kind: 'none' } : { kind: 'days', value: within };
}

const isSame = (one: Cell, other: Cell): boolean =>
  one.kind === other.kind && ('value' in one && 'value' in other ? one.value === other.value : true);

/** A figure as each count of a week has it; `undefined` where they all have the same, or none of anything. */
function rowOf(figure: Figure, counts: readonly WeekFigures[], language: Language): FigureRow | undefined {
  const cells = counts.map((week) => cellOf(figure, week));
  const [first] = cells;
  const isNothing = cells.every((cell) => !('value' in cell) || cell.value === 0);
  if (first === undefined || isNothing || cells.every((cell) => isSame(cell, first))) return undefined;
  return { id: figure.id, label: figure.label(language), cells };
}

const unreadNotes = (later: readonly LaterCounts[], language: Language): readonly string[] =>
  later.filter(({ hasUnread }) => hasUnread).map(({ week }) => say(language, 'summary.amendedUnread', { week }));

/** Which count all other figures are of, in place of the sentence that there was one only. */
function firstNotes(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  const day = lastCountedOn(weeks);
  if (day === undefined) return [];
  return [say(language, 'summary.amendedFirst', { weeks: weeks.length, day: showDay(language, day) })];
}

/** A week, count beside count: what differs. */
function weekTable(first: WeekFigures, later: LaterCounts, language: Language): FigureTable {
  const all = [{ count: 1, figures: first }, ...later.counts];
  const counts = all.map((each) => each.figures);
  const notes = later.counts.map(({ count, figures: { countedOn, received } }) =>
    say(language, 'summary.amended', {
      day: showDay(language, countedOn),
      count: String(count),
      now: received,
      first: first.received,
    }),
  );
  return {
    id: amendedId,
    title: say(language, 'summary.amendedTitle'),
    of: 'mixed',
    columns: all.map(({ count, figures: { countedOn } }) => ({
      id: count === 1 ? 'count' : `again.${count}`,
      title: say(language, 'summary.countOf', { count: String(count), day: showDay(language, countedOn) }),
    })),
    rows: figures.flatMap((figure) => rowOf(figure, counts, language) ?? []),
    notes: [...notes, ...unreadNotes([later], language), ...firstNotes([first], language)],
  };
}

/** Several weeks, of each how many reports were received by its first count and by its last one. */
function weeksTable(weeks: readonly WeekFigures[], later: readonly LaterCounts[], language: Language): FigureTable {
  const rows = later.flatMap(({ week, counts }): readonly FigureRow[] => {
    const first = weeks.find((each) => each.week === week);
    const last = counts.at(-1);
    if (first === undefined || last === undefined) return [];
    const { countedOn, received } = last.figures;
    return [
      {
        id: week,
        label: say(language, 'summary.amendedWeek', {
          week,
          day: showDay(language, countedOn),
          count: String(last.count),
        }),
        cells: [countCell(first.received), countCell(received)],
      },
    ];
  });
  const named = rows.length === 0 ? [] : [say(language, 'summary.amendedWeeks', { weeks: rows.length })];
  return {
    id: amendedId,
    title: say(language, 'summary.amendedTitle'),
    of: 'mixed',
    columns: [
      { id: 'count', title: say(language, 'summary.receivedFirst') },
      { id: 'again', title: say(language, 'summary.receivedLast') },
    ],
    rows,
    notes: [...named, ...unreadNotes(later, language), ...firstNotes(weeks, language)],
  };
}

/**
 * Tables of weeks, and beside them what was counted again, in sentences with the first table and as a table of its own.
 * All other figures stay those of the first counts. For those who handle these cases, and nobody else.
 */
export function withAmended(
  tables: readonly FigureTable[],
  weeks: readonly WeekFigures[],
  later: readonly LaterCounts[],
  language: Language,
): readonly FigureTable[] {
  const [week, ...others] = weeks;
  const [counts] = later;
  if (week === undefined || counts === undefined) return tables;
  const amended = others.length === 0 ? weekTable(week, counts, language) : weeksTable(weeks, later, language);
  const [first, ...rest] = tables;
  const once = countedNotes(weeks, language);
  const notes = first?.notes.filter((note) => !once.includes(note)) ?? [];
  return [...(first ? [{ ...first, notes: [...notes, ...amended.notes] }] : []), ...rest, amended];
}
