import type { Week } from '../concerns/terms/calendar.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import { type CountDependencies, type CountOutcome, countWeek } from './closed-weeks.ts';
import { unlessDamaged } from './figures-error.ts';
import type { WeekFigures } from './week-figures.ts';

/** The figures of weeks, in their order; or the first week that is not closed, or that nobody knows whether it is. */
export type CountedWeeks =
  | { readonly kind: 'counted'; readonly figures: readonly WeekFigures[] }
  | Exclude<CountOutcome, { kind: 'counted' }>;

// A year is 52 reads: some at a time, so that a store far away is not asked for one after the other, nor for all at once.
const atOnce = 8;

/**
 * The figures of closed weeks, each counted once. A week in `beside` is left out where its frozen figures are damaged: it
 * stands beside what was asked for. Throws StoreError, and FiguresError where those of another week are.
 */
export async function countWeeks(
  deps: CountDependencies,
  weeks: readonly Week[],
  handledBy: HandledBy,
  beside: ReadonlySet<Week> = new Set(),
): Promise<CountedWeeks> {
  const figures: WeekFigures[] = [];
  const counted = (week: Week): Promise<CountOutcome | undefined> => {
    const outcome = countWeek(deps, week, handledBy);
    return beside.has(week) ? unlessDamaged(outcome) : outcome;
  };
  for (let from = 0; from < weeks.length; from += atOnce) {
    for (const each of await Promise.all(weeks.slice(from, from + atOnce).map(counted))) {
      if (each === undefined) continue;
      if (each.kind !== 'counted') return each;
      figures.push(each.figures);
    }
  }
  return { kind: 'counted', figures };
}
