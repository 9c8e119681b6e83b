import type { Week } from '../concerns/terms/calendar.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import { type CountDependencies, type CountOutcome, countWeek } from './closed-weeks.ts';
import type { WeekFigures } from './week-figures.ts';

/** The figures of weeks, in their order; or the first week that is not closed, or that nobody knows whether it is. */
export type CountedWeeks =
  | { readonly kind: 'counted'; readonly figures: readonly WeekFigures[] }
  | Exclude<CountOutcome, { kind: 'counted' }>;

// A year is 52 reads: some at a time, so that a store far away is not asked for one after the other, nor for all at once.
const atOnce = 8;

/** The figures of closed weeks, each counted once. Throws StoreError, and FiguresError where frozen ones are damaged. */
export async function countWeeks(
  deps: CountDependencies,
  weeks: readonly Week[],
  handledBy: HandledBy,
): Promise<CountedWeeks> {
  const figures: WeekFigures[] = [];
  for (let from = 0; from < weeks.length; from += atOnce) {
    const some = await Promise.all(weeks.slice(from, from + atOnce).map((week) => countWeek(deps, week, handledBy)));
    for (const each of some) {
      if (each.kind !== 'counted') return each;
      figures.push(each.figures);
    }
  }
  return { kind: 'counted', figures };
}
