import { SealError } from '../../concerns/ports/seal-error.ts';
import { digestOfSeal } from '../../concerns/terms/seal-digest.ts';
import type { KeptCard, SubjectCard } from '../../concerns/records/subject-card.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { openSubjectCard } from '../../seals/subject-card.ts';

/** The place of a card that was handed out with its case, and what a page knows of it. */
export interface HandedOut {
  readonly caseId: CaseId;
  readonly tenantId: string;
  /** By the fingerprint of the public line that each is drawn from. */
  readonly keys: ReadonlyMap<string, CryptoKey>;
  /** The digest of the card that was kept last, as the history says that was handed out with it. */
  readonly lastKept: string | undefined;
  /** The newest version of it that this page has seen; 0 for none. */
  readonly seen: number;
}

/**
 * The card of a case in clear. `closed` where its key is not open here; `damaged` where it is not what was sealed, is
 * older than one that was seen, or is not the one that its history names last.
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
