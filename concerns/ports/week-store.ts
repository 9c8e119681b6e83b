import type { Week } from '../terms/calendar.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** Figures of a closed week, counted once. What they hold is the summary's own matter. */
export interface FrozenWeek {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly figures: string;
}

/** A later count of a frozen week, which stands beside it. */
export interface WeekAmendment extends FrozenWeek {
  /** From 1 in each week, without gaps. */
  readonly number: number;
}

/** Closed weeks. Throws StoreError. */
export interface WeekStore {
  /** Keeps a week's figures unless it has some; returns those that stand, the first ones for ever. */
  freeze(week: FrozenWeek): Promise<FrozenWeek>;
  /** A frozen week, `undefined` where it was not counted yet. */
  read(week: Week, handledBy: HandledBy): Promise<FrozenWeek | undefined>;
  /**
   * Adds a later count, and leaves what was frozen as it is; `exists` where one stands in its place: nothing is written,
   * read again. Later counts are never changed or removed.
   */
  amend(amendment: WeekAmendment): Promise<'added' | 'exists'>;
  /**
   * The later counts of the weeks from one to another, both with them, in the order of weeks and numbers. One that was
   * damaged is among them, without figures or with a number that no count has.
   */
  amendments(from: Week, to: Week, handledBy: HandledBy): Promise<readonly WeekAmendment[]>;
}
