import type { CaseId } from '../../concerns/terms/case-id.ts';

/**
 * Orders alerts so that one person cannot crowd out others: the first two urgent cases of a person on a day come before
 * anybody's later ones. It is kept in the memory of the servers, and in the store only for someone who handed in more
 * than anybody needs; never with a case.
 */
export interface AlertOrder {
  /**
   * The place of a case's alert: 0 is first in line (one of somebody's first two urgent ones of the day, or not known),
   * and larger is later. Goes by what is known on this server if the store is away. Never rejects.
   */
  readonly rankOf: (caseId: CaseId) => Promise<number>;
}
