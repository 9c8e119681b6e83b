import type { Week } from '../concerns/terms/calendar.ts';
import type { HandledBy } from '../concerns/terms/urgency.ts';
import { type CountDependencies, type CountOutcome, countWeek } from './closed-weeks.ts';
import { unlessDamaged } from './figures-error.ts';
import type { WeekFigures } from './week-figures.ts';

export type CountedWeeks =
  | { readonly kind: 'counted'; readonly figures: readonly WeekFigures[] }
  | Exclude<CountOutcome, { kind: 'counted' }>;

const atOnce = 8;

/**
 * The figures of closed weeks, in order, each counted once; or the first week that cannot be counted. A week in
 * `beside` with damaged figures is left out. Throws StoreError, and FiguresError if the figures of another week are
 * damaged.
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
