import type { CaseId } from '../../../core/model/case-id.ts';
import type { Outcome } from '../../../core/model/case-terms.ts';
import { sealedReason } from './close-case.ts';
import { newRequestId, type TabClient } from './tab-client.ts';

/** Agrees, as a colleague who has read the case, that it is closed with an outcome. */
export async function approveClosing(colleague: TabClient, caseId: CaseId, outcome: Outcome): Promise<void> {
  await colleague.call('case.consult', { caseId });
  const { revision } = (await colleague.call('case.view', { caseId })).record;
  await colleague.call('case.agreeClosing', {
    caseId,
    revision,
    request: newRequestId(),
    outcome,
    words: sealedReason,
  });
}
