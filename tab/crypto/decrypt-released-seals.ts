import { type DecryptedReport, decryptReport } from '../../core/casework/decrypt-report.ts';
import type { ReleasedSeals } from '../../contract/operation-answers.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';

/**
 * Throws SealError if the identities cannot decrypt the report or it is damaged, and MisplacedSealError if a seal was
 * put beside another case.
 */
export const decryptReleasedSeals = async (
  seals: ReleasedSeals,
  identities: readonly string[],
): Promise<DecryptedReport> =>
  await decryptReport(seals.record, seals.events, async (sealed) => await decryptSeal(sealed, identities));
