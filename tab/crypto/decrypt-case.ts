import { type OpenedReport, openReport } from '../../core/casework/decrypted-report.ts';
import type { OpenedSeals } from '../../contract/answers.ts';
import { openSealed } from '../../crypto/decrypt-seal.ts';

/**
 * Opens what was handed out of a case. Throws SealError if the identities cannot open the report or it is damaged, and
 * MovedSealError if a seal was put beside another case.
 */
export const openCase = async (seals: OpenedSeals, identities: readonly string[]): Promise<OpenedReport> =>
  await openReport(seals.record, seals.events, async (sealed) => await openSealed(sealed, identities));
