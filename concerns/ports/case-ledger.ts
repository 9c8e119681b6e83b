import type { AlertRecord } from '../records/alert-record.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { CaseRecord } from '../records/case-record.ts';

/** The rows that stand beside a case's record, and decide who is shown the case and who is told of it. */
export interface BesideCase {
  /** Whether lists find the case by what its record says, and leave out those whom it says to leave out. */
  readonly isListedAsItIs: boolean;
  /** Its alert, `undefined` where there is none or it cannot be read. */
  readonly alert: AlertRecord | undefined;
  /** Whether the alert is found when it says that it is due. */
  readonly isAlertedAsItIs: boolean;
}

/** Every case there is, for checking their histories. Throws StoreError. */
export interface CaseLedger {
  /** At most `limit` cases in the order of their references, those after `after` where it is given; empty at the end. */
  from(after: CaseId | undefined, limit: number): Promise<readonly CaseRecord[]>;
  /** The rows that stand beside a case, `undefined` where there is no such case. */
  beside(caseId: CaseId): Promise<BesideCase | undefined>;
}
