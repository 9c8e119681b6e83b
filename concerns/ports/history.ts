import type { CaseId } from '../case-id.ts';
import type { EventRecord } from '../event-record.ts';

/** Reads what happened to a case; entries are added together with the change they tell of, by CaseStore. */
export interface History {
  /** The entries of a case in their order; empty where there is none. Throws StoreError. */
  of(caseId: CaseId): Promise<readonly EventRecord[]>;
}
