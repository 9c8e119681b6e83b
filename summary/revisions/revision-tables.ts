import type { WeekRevision, WeekStore } from '../../core/ports/store.ts';
import type { Week } from '../../core/model/calendar.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import {
  FiguresError,
  parseWeekFigures,
  type WeekFigures,
  asWeekFiguresV2,
  type WeekFiguresV2,
} from '../figures/week-figures.ts';
import type { Language } from '../../core/model/language.ts';
import { translate } from '../../words/cards/translate.ts';
import { formatDay, formatWeek } from '../../words/date-format.ts';
import { type FigureCell, countCell, type FigureRow, type FigureTable } from '../figures/summary.ts';
import { percentileDays } from '../figures/day-counts.ts';
import type { Figure } from '../figures/figure-definitions.ts';
import { allFigures } from '../figures/figure-lookup.ts';
import { createCountedOnNotes } from '../figures/period-text.ts';

interface Revision {
  readonly count: number;
  readonly figures: WeekFiguresV2;
}

/** The oldest first. `hasUnreadable`: there are others that this version cannot read. */
interface RevisionHistory {
  readonly week: Week;
  readonly revisions: readonly Revision[];
  readonly hasUnreadable: boolean;
}

function parseRevision({ week, handledBy, number, figures: text }: WeekRevision): Revision | undefined {
  try {
    const figures = asWeekFiguresV2(parseWeekFigures(text));
    if (number < 1 || figures?.week !== week || figures.handledBy !== handledBy) return undefined;
    return { count: number + 1, figures };
  } catch (error) {
    if (error instanceof FiguresError) return undefined;
    throw error;
  }
}

/** A range's revisions, only for the handlers of these cases. An unreadable one is left out. Throws StoreError. */
export async function readRevisions(
  weeks: Pick<WeekStore, 'listRevisions'>,
  { from, to, handledBy }: { readonly from: Week; readonly to: Week; readonly handledBy: HandledBy },
): Promise<readonly RevisionHistory[]> {
  const stored = await weeks.listRevisions(from, to, handledBy);
  return [...new Set(stored.map(({ week }) => week))].map((week) => {
    const all = stored.filter((each) => each.week === week);
    const counts = all.flatMap((each) => parseRevision(each) ?? []);
    return { week, revisions: counts, hasUnreadable: counts.length < all.length };
  });
}

export const findLastCountedDay = (counts: readonly WeekFigures[]) =>
  counts
    .map(({ countedOn }) => countedOn)
    .toSorted()
    .at(-1);

export const revisionTableId = 'amended';

function createWeekFigureCell(figure: Figure, week: WeekFigures): FigureCell {
  if (figure.of !== 'days') {
    const count = figure.count(week);
    return count === undefined ? { kind: 'none' } : countCell(count);
  }
  const days = figure.days(week);
  const within = days && percentileDays(days, figure.percent);
  return within === undefined ? { kind: 'none' } : { kind: 'days', value: within };
}

const isSameCell = (one: FigureCell, other: FigureCell): boolean =>
  one.kind === other.kind && ('value' in one && 'value' in other ? one.value === other.value : true);

function createRevisionRow(figure: Figure, counts: readonly WeekFigures[], language: Language): FigureRow | undefined {
  const cells = counts.map((week) => createWeekFigureCell(figure, week));
  const [first] = cells;
  const isNothing = cells.every((cell) => !('value' in cell) || cell.value === 0);
  if (first === undefined || isNothing || cells.every((cell) => isSameCell(cell, first))) return undefined;
  return { id: figure.id, label: figure.label(language), cells };
}

const unreadableRevisionNotes = (histories: readonly RevisionHistory[], language: Language): readonly string[] =>
  histories
    .filter(({ hasUnreadable }) => hasUnreadable)
    .map(({ week }) => translate(language, 'summary.amendedUnread', { week: formatWeek(language, week) }));

function createFirstCountNotes(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  const day = findLastCountedDay(weeks);
  if (day === undefined) return [];
  return [translate(language, 'summary.amendedFirst', { weeks: weeks.length, day: formatDay(language, day) })];
}

function weekRevisionTable(first: WeekFigures, history: RevisionHistory, language: Language): FigureTable {
  const all = [{ count: 1, figures: first }, ...history.revisions];
  const counts = all.map((each) => each.figures);
  const notes = history.revisions.map(({ count, figures: { countedOn, received } }) =>
    translate(language, 'summary.amended', {
      day: formatDay(language, countedOn),
      count: String(count),
      now: received,
      first: first.received,
    }),
  );
  return {
    id: revisionTableId,
    title: translate(language, 'summary.amendedTitle'),
    of: 'mixed',
    columns: all.map(({ count, figures: { countedOn } }) => ({
      id: count === 1 ? 'count' : `again.${count}`,
      title: translate(language, 'summary.countOf', { count: String(count), day: formatDay(language, countedOn) }),
    })),
    rows: allFigures.flatMap((figure) => createRevisionRow(figure, counts, language) ?? []),
    notes: [...notes, ...unreadableRevisionNotes([history], language), ...createFirstCountNotes([first], language)],
  };
}

function periodRevisionTable(
  weeks: readonly WeekFigures[],
  histories: readonly RevisionHistory[],
  language: Language,
): FigureTable {
  const rows = histories.flatMap(({ week, revisions }): readonly FigureRow[] => {
    const first = weeks.find((each) => each.week === week);
    const last = revisions.at(-1);
    if (first === undefined || last === undefined) return [];
    const { countedOn, received } = last.figures;
    return [
      {
        id: week,
        label: translate(language, 'summary.amendedWeek', {
          week: formatWeek(language, week),
          day: formatDay(language, countedOn),
          count: String(last.count),
        }),
        cells: [countCell(first.received), countCell(received)],
      },
    ];
  });
  const named = rows.length === 0 ? [] : [translate(language, 'summary.amendedWeeks', { weeks: rows.length })];
  return {
    id: revisionTableId,
    title: translate(language, 'summary.amendedTitle'),
    of: 'mixed',
    columns: [
      { id: 'count', title: translate(language, 'summary.receivedFirst') },
      { id: 'again', title: translate(language, 'summary.receivedLast') },
    ],
    rows,
    notes: [...named, ...unreadableRevisionNotes(histories, language), ...createFirstCountNotes(weeks, language)],
  };
}

/**
 * Adds sentences to the first table, and a table of its own. All other figures stay those of the first counts. Only for
 * the handlers of these cases.
 */
export function withRevisions(
  tables: readonly FigureTable[],
  weeks: readonly WeekFigures[],
  histories: readonly RevisionHistory[],
  language: Language,
): readonly FigureTable[] {
  const [week, ...others] = weeks;
  const [counts] = histories;
  if (week === undefined || counts === undefined) return tables;
  const amended =
    others.length === 0 ? weekRevisionTable(week, counts, language) : periodRevisionTable(weeks, histories, language);
  const [first, ...rest] = tables;
  const once = createCountedOnNotes(weeks, language);
  const notes = first?.notes.filter((note) => !once.includes(note)) ?? [];
  return [...(first ? [{ ...first, notes: [...notes, ...amended.notes] }] : []), ...rest, amended];
}
