import type { Day, Week } from '../terms/calendar.ts';
import type { CaseFigures } from '../records/case-record.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** The questions of summaries. Reads no seal, and never a case that others handle. Throws StoreError. */
export interface CaseQueries {
  /** The cases received in a week, in no order. */
  receivedIn(week: Week, handledBy: HandledBy): Promise<readonly CaseFigures[]>;
  /** The cases received by the end of a day and not closed by then, in no order. */
  openAt(day: Day, handledBy: HandledBy): Promise<readonly CaseFigures[]>;
}
