import type { Week } from '../terms/calendar.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** Figures of a closed week, counted once. What they hold is the summary's own matter. */
export interface FrozenWeek {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly figures: string;
}

/** Closed weeks. Throws StoreError. */
export interface WeekStore {
  /** Keeps a week's figures unless it has some; returns those that stand, the first ones for ever. */
  freeze(week: FrozenWeek): Promise<FrozenWeek>;
  /** A frozen week, `undefined` where it was not counted yet. */
  read(week: Week, handledBy: HandledBy): Promise<FrozenWeek | undefined>;
}
