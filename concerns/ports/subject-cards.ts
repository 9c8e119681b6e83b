import type { KeptCard } from '../records/subject-card.ts';
import type { CaseId } from '../terms/codes.ts';
import type { HandledBy } from '../terms/urgency.ts';
import type { CaseReaders } from './case-store.ts';

export interface CardOfCase {
  readonly caseId: CaseId;
  readonly readers: CaseReaders;
  readonly card: KeptCard;
  readonly former: readonly KeptCard[];
  /** Empty if unreadable, so that they match. */
  readonly withdrawn: readonly string[];
}

/** The sealed cards beside cases. */
export interface SubjectCards {
  /**
   * At most `limit` cards of one kind of case after a reference, in the order of references. They are of all cases: the
   * caller must ask `maySee` before handing one out.
   */
  from(handledBy: HandledBy, after: CaseId | undefined, limit: number): Promise<readonly CardOfCase[]>;
}
