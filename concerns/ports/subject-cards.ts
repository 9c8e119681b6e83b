import type { KeptCard } from '../records/subject-card.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { HandledBy } from '../terms/urgency.ts';
import type { CaseReaders } from './case-store.ts';

/** The card of a case, with who may have it. */
export interface CardOfCase {
  readonly caseId: CaseId;
  readonly readers: CaseReaders;
  readonly card: KeptCard;
  /** The cards that it took the place of, in their order. None where they cannot be read. */
  readonly former: readonly KeptCard[];
  /** The digests of those that were withdrawn as wrong. None where they cannot be read: then they match. */
  readonly withdrawn: readonly string[];
}

/** The sealed cards beside cases. No list reads them, and no other seal is read for them. Throws StoreError. */
export interface SubjectCards {
  /**
   * The cards of one kind of case after a reference, the first ones where it is missing, in the order of the references
   * and at most `limit`: of everybody's cases, so that whoever hands them out asks `maySee` first. A card that cannot be
   * read is left out.
   */
  from(handledBy: HandledBy, after: CaseId | undefined, limit: number): Promise<readonly CardOfCase[]>;
}
