import type { Language } from '../concerns/terms/language.ts';
import type { DayCounts } from './day-counts.ts';
import type { FigureId } from './figure-definitions.ts';
import type { WeekFigures } from './week-figures.ts';

interface Named {
  /** The table and the row in it, the same in every language: `kind.bribery`. */
  readonly id: string;
  readonly table: FigureId;
  readonly addsWith: string;
  readonly label: (language: Language) => string;
}

/**
 * A figure that a return or an answer tells: a count, or days. `flow`: weeks add up. `stock`: as at the end of the last
 * week. `undefined`: the week does not have it.
 */
export type Figure =
  | (Named & {
      readonly of: 'flow' | 'stock';
      readonly count: (week: WeekFigures) => number | undefined;
    })
  | (Named & {
      readonly of: 'days';
      readonly percent: 50 | 90;
      readonly days: (week: WeekFigures) => DayCounts | undefined;
    });
