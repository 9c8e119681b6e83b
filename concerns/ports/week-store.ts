import type { Week } from '../terms/calendar.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** Counted once; the summary knows the content. */
export interface FrozenWeek {
  readonly week: Week;
  readonly handledBy: HandledBy;
  readonly figures: string;
}

export interface WeekAmendment extends FrozenWeek {
  readonly number: number;
}

export interface WeekStore {
  /** Keeps a week's figures unless it has some; returns the kept ones. */
  freeze(week: FrozenWeek): Promise<FrozenWeek>;
  read(week: Week, handledBy: HandledBy): Promise<FrozenWeek | undefined>;
  amend(amendment: WeekAmendment): Promise<'added' | 'exists'>;
  /** By week and number. A damaged count is included, without figures or with a number that no count has. */
  amendments(from: Week, to: Week, handledBy: HandledBy): Promise<readonly WeekAmendment[]>;
}
