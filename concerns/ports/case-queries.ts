import type { Day, Week } from '../terms/calendar.ts';
import type { OpenCases, WeekCase } from '../records/week-case.ts';
import type { HandledBy } from '../terms/urgency.ts';

export interface LeftCase {
  readonly how: 'movedToReserve' | 'erased';
  readonly receivedOn?: Day | undefined;
  readonly closedOn?: Day | undefined;
}

/**
 * The questions of summaries. Reads no seal, and no case that others handle, except in `leftSince`. Costs by what it
 * finds, not by how many cases there are.
 */
export interface CaseQueries {
  /** Cases received in a week, or changed in it in a way that is counted: each once, in no order. */
  ofWeek(week: Week, handledBy: HandledBy): Promise<readonly WeekCase[]>;
  /** Open at the end of a day, in no order, grouped if their days are the same. Costs by those closed since as well. */
  openAt(day: Day, handledBy: HandledBy): Promise<readonly OpenCases[]>;
  countToReferBy(day: Day, handledBy: HandledBy): Promise<number>;
  /** Cases that went to the reserve on a day or later, and those erased since, by their histories. */
  leftSince(day: Day, handledBy: HandledBy): Promise<readonly LeftCase[]>;
}
