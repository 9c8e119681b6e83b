import { type OpenedReport, openReport } from '../../concerns/casework/opened-report.ts';
import type { OpenedSeals } from '../../contract/answers.ts';
import { openSealed } from '../../seals/open-seal.ts';

/**
 * Opens in the page what was handed out of a case, with the identities that are unlocked. Throws SealError where they
 * cannot open the report or it is damaged, and MovedSealError where a seal was put beside another case.
 */
export const openCase = async (seals: OpenedSeals, identities: readonly string[]): Promise<OpenedReport> =>
  await openReport(seals.record, seals.events, async (sealed) => await openSealed(sealed, identities));
