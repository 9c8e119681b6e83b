import type { Amounts } from '../../concerns/ports/work-budget.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import type { WorkDone } from './counted-work.ts';

/** More work of somebody's, with what their server has not written down yet. */
export interface AskedWork {
  readonly amounts: Amounts;
  readonly unwritten: readonly WorkDone[];
  /** Their urgent cases on this server, in the order in which they came. */
  readonly urgent: readonly CaseId[];
}

/** The work of those who handed in more than the ordinary, as all servers know it. */
export interface SharedWork {
  /** Counts work in somebody's row: `over` if that is too much. `undefined` if the store is away. Never rejects. */
  take(person: string, now: Date, asked: AskedWork): Promise<'taken' | 'over' | undefined>;
  /** The place in line of a case, if a row has it. Never rejects. */
  rankOf(caseId: CaseId, now: Date): Promise<number | undefined>;
  /** Destroys the rows and the key of the days before one. Throws StoreError. */
  removeBefore(day: string): Promise<void>;
}
