import type { AlertRecord } from '../records/alert-record.ts';
import type { CaseId } from '../terms/codes.ts';
import type { CaseRecord } from '../records/case-record.ts';

/** The rows beside a case's record that decide who is shown it and told of it. */
export interface BesideCase {
  /** Whether lists find the case exactly as its record says. */
  readonly isListedAsItIs: boolean;
  readonly alert: AlertRecord | undefined;
  readonly isAlertedAsItIs: boolean;
}

/** All cases by reference, for checking their histories. */
export interface CaseLedger {
  from(after: CaseId | undefined, limit: number): Promise<readonly CaseRecord[]>;
  beside(caseId: CaseId): Promise<BesideCase | undefined>;
}
