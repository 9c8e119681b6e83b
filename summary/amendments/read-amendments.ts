import type { WeekAmendment, WeekStore } from '../../concerns/ports/week-store.ts';
import type { Week } from '../../concerns/terms/calendar.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { FiguresError } from '../figures-error.ts';
import { readFigures, type WeekFigures, type WholeWeek, wholeWeek } from '../week-figures.ts';

/** A later count of a week, which stands beside the first. */
interface LaterCount {
  /** From 2: the first count is the one that was frozen. */
  readonly count: number;
  readonly figures: WholeWeek;
}

/** The later counts of a week, the oldest first. */
export interface LaterCounts {
  readonly week: Week;
  readonly counts: readonly LaterCount[];
  /** Whether there are others, which this version cannot read. */
  readonly hasUnread: boolean;
}

/** A later count as a store keeps it, `undefined` where the text is none, or is of another week. */
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
 * The weeks among those from one to another that were counted again, for those who handle these cases, and nobody else.
 * A count that cannot be read is left out, and stands in the way of no other. Throws StoreError.
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

/** The day of the last of some counts. */
export const lastCountedOn = (counts: readonly WeekFigures[]) =>
  counts
    .map(({ countedOn }) => countedOn)
    .toSorted()
    .at(-1);
