import { SealError } from '../../concerns/ports/seal.ts';
import { digestOfSeal } from '../../concerns/terms/digests.ts';
import type { KeptCard, SubjectCard } from '../../concerns/records/subject-card.ts';
import type { CaseId } from '../../concerns/terms/codes.ts';
import { openSubjectCard } from '../../seals/subject-card.ts';

export interface HandedOut {
  readonly caseId: CaseId;
  readonly tenantId: string;
  readonly keys: ReadonlyMap<string, CryptoKey>;
  /** The digest of the last card by the history that came with it. */
  readonly lastKept: string | undefined;
  /** The newest version seen on this page; 0 for none. */
  readonly seen: number;
}

/**
 * `closed`: its key is not open here; `damaged`: not what was sealed, older than one seen before, or not the last in
 * its history.
 */
export async function openKept(
  { sealed, ...of }: KeptCard,
  { caseId, tenantId, keys, lastKept, seen }: HandedOut,
): Promise<SubjectCard | 'closed' | 'damaged'> {
  if (of.version < seen || digestOfSeal(sealed) !== lastKept) return 'damaged';
  const key = keys.get(of.generation);
  if (key === undefined) return 'closed';
  return openSubjectCard(key, sealed, { ...of, tenantId, caseId }).catch((error: unknown) => {
    if (error instanceof SealError) return 'damaged' as const;
    throw error;
  });
}
