import type { WeekAmendment, WeekStore } from '../../concerns/ports/week-store.ts';
import type { Week } from '../../concerns/terms/calendar.ts';
import type { HandledBy } from '../../concerns/terms/urgency.ts';
import { FiguresError } from '../figures-error.ts';
import { readFigures, type WeekFigures, type WholeWeek, wholeWeek } from '../week-figures.ts';

interface LaterCount {
  readonly count: number;
  readonly figures: WholeWeek;
}

/** The later counts of a week, the oldest first. `hasUnread`: there are others that this version cannot read. */
export interface LaterCounts {
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
