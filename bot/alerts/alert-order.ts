import type { CaseId } from '../../concerns/terms/codes.ts';

/**
 * Keeps one person from crowding out others: their first two urgent cases of a day come before anyone's later ones.
 * Kept in memory, and in the store only for someone who handed in more than anyone needs; never with a case.
 */
export interface AlertOrder {
  /** The place of a case's alert: 0 is first in line or not known, larger is later. Never rejects. */
  readonly rankOf: (caseId: CaseId) => Promise<number>;
}
