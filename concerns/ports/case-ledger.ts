import type { CaseId } from '../case-id.ts';
import type { CaseRecord } from '../case-record.ts';

/** Every case there is, for checking their histories. Throws StoreError. */
export interface CaseLedger {
  /** At most `limit` cases in the order of their references, those after `after` where it is given; empty at the end. */
  from(after: CaseId | undefined, limit: number): Promise<readonly CaseRecord[]>;
}
