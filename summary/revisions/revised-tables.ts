import type { WeekAmendment, WeekStore } from '../../core/ports/store.ts';
import type { Week } from '../../core/model/calendar.ts';
import type { HandledBy } from '../../core/model/urgency.ts';
import { FiguresError, readFigures, type WeekFigures, wholeWeek, type WholeWeek } from '../figures/week-figures.ts';
import type { Language } from '../../core/model/language.ts';
import { say } from '../../words/cards/translate.ts';
import { showDay } from '../../words/days.ts';
import { type Cell, countCell, type FigureRow, type FigureTable } from '../figures/summary.ts';
import { daysWithin } from '../figures/day-counts.ts';
import type { Figure } from '../figures/figure-definitions.ts';
import { figures } from '../figures/figure-lookup.ts';
import { countedNotes } from '../figures/period-words.ts';

interface LaterCount {
  readonly count: number;
  readonly figures: WholeWeek;
}

/** The later counts of a week, the oldest first. `hasUnread`: there are others that this version cannot read. */
interface LaterCounts {
  readonly week: Week;
  readonly counts: readonly LaterCount[];
  readonly hasUnread: boolean;
}

function readLater({ week, handledBy, number, figures: text }: WeekAmendment): LaterCount | undefined {
  try {
    const figures = wholeWeek(readFigures(text));
    if (number < 1 || figures?.week !== week || figures.handledBy !== handledBy) return undefined;
    return { count: number + 1, figures };
  } catch (error) {
    if (error instanceof FiguresError) return undefined;
    throw error;
  }
}

/**
 * The weeks of a range that were counted again, only for the handlers of these cases. A count that cannot be read is
 * left out. Throws StoreError.
 */
export async function readAmendments(
  weeks: Pick<WeekStore, 'amendments'>,
  { from, to, handledBy }: { readonly from: Week; readonly to: Week; readonly handledBy: HandledBy },
): Promise<readonly LaterCounts[]> {
  const kept = await weeks.amendments(from, to, handledBy);
  return [...new Set(kept.map(({ week }) => week))].map((week) => {
    const all = kept.filter((each) => each.week === week);
    const counts = all.flatMap((each) => readLater(each) ?? []);
    return { week, counts, hasUnread: counts.length < all.length };
  });
}

export const lastCountedOn = (counts: readonly WeekFigures[]) =>
  counts
    .map(({ countedOn }) => countedOn)
    .toSorted()
    .at(-1);

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

function rowOf(figure: Figure, counts: readonly WeekFigures[], language: Language): FigureRow | undefined {
  const cells = counts.map((week) => cellOf(figure, week));
  const [first] = cells;
  const isNothing = cells.every((cell) => !('value' in cell) || cell.value === 0);
  if (first === undefined || isNothing || cells.every((cell) => isSame(cell, first))) return undefined;
  return { id: figure.id, label: figure.label(language), cells };
}

const unreadNotes = (later: readonly LaterCounts[], language: Language): readonly string[] =>
  later.filter(({ hasUnread }) => hasUnread).map(({ week }) => say(language, 'summary.amendedUnread', { week }));

function firstNotes(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  const day = lastCountedOn(weeks);
  if (day === undefined) return [];
  return [say(language, 'summary.amendedFirst', { weeks: weeks.length, day: showDay(language, day) })];
}

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
 * Adds what was counted again to tables of weeks: sentences with the first table, and a table of its own. All other
 * figures stay those of the first counts. Only for the handlers of these cases.
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
