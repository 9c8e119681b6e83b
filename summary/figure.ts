import type { Language } from '../concerns/terms/language.ts';
import type { DayCounts } from './day-counts.ts';
import type { FigureId } from './figure-definitions.ts';
import type { WeekFigures } from './week-figures.ts';

interface Named {
  /** The table and the row in it, the same in every language: `kind.bribery`. */
  readonly id: string;
  /** The table that it is a row of, by its entry among the definitions. */
  readonly table: FigureId;
  /** Figures with the same name here may be added up, since no case stands in two of them. */
  readonly addsWith: string;
  readonly label: (language: Language) => string;
}

/** A figure that a return or an answer tells of: a count, or the days within which a share of the cases was done. */
export type Figure =
  | (Named & {
      /** `flow`: what came or was done, so weeks add up. `stock`: what stood at the end of the last week. */
      readonly of: 'flow' | 'stock';
      /** The count of a week, `undefined` where the week does not have it. */
      readonly count: (week: WeekFigures) => number | undefined;
    })
  | (Named & {
      readonly of: 'days';
      readonly percent: 50 | 90;
      /** How many took how many days in a week, `undefined` where the week does not have it. */
      readonly days: (week: WeekFigures) => DayCounts | undefined;
    });
