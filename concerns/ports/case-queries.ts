import type { Day, Week } from '../terms/calendar.ts';
import type { OpenCases, WeekCase } from '../records/week-case.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** A case that is not where it was: what is known of when it could have been counted, and nothing else. */
export interface LeftCase {
  readonly how: 'movedToReserve' | 'erased';
  /** Missing where it cannot be read. */
  readonly receivedOn?: Day | undefined;
  /** The last day on which it was closed. */
  readonly closedOn?: Day | undefined;
}

/**
 * The questions of summaries. Reads no seal, and never a case that others handle, but for `leftSince`. Each costs by what
 * it finds, and not by how many cases there are. Throws StoreError.
 */
export interface CaseQueries {
  /** The cases that were received in a week, or to which something was done in it that is counted: each once, in no order. */
  ofWeek(week: Week, handledBy: HandledBy): Promise<readonly WeekCase[]>;
  /**
   * The cases received by the end of a day and not closed by then, in no order; those of the same days may come as one, with
   * how many they are. Costs by those closed since as well.
   */
  openAt(day: Day, handledBy: HandledBy): Promise<readonly OpenCases[]>;
  /** How many cases were to be referred by a day, that day with it, and are not: closed ones as well. */
  countToReferBy(day: Day, handledBy: HandledBy): Promise<number>;
  /**
   * The cases that went to the reserve on a day or later, whoever asks, and those that were erased since of the cases that
   * these handle: by their histories, in no order.
   */
  leftSince(day: Day, handledBy: HandledBy): Promise<readonly LeftCase[]>;
}
