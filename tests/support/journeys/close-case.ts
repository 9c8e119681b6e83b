import type { CaseId } from '../../../core/model/case-id.ts';
import { createSealText } from '../seals/create-seal.ts';
import { newRequestId, type TabClient } from './tab-client.ts';

const sealed = createSealText('a reason, sealed in the page');
export const sealedReason = { for: 'handlers', sealed } as const;

/**
 * Closes a case as the unit does, from however it stands: acknowledged, graded, decided about, read and closed. `agreed`
 * has a colleague agree before, which a case needs that is urgent or of abuse of position.
 */
export async function closeCase(tab: TabClient, caseId: CaseId, agreed?: () => Promise<void>): Promise<void> {
  const change = async () => {
    const { record } = await tab.call('case.view', { caseId });
    return { caseId, request: newRequestId(), revision: record.revision };
  };
  const status = async () => (await tab.call('case.view', { caseId })).record.status;
  await tab.call('case.acknowledge', { caseId, request: newRequestId() });
  if ((await status()) === 'acknowledged') {
    const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
    await tab.call('case.triage', { ...(await change()), category: 'other', grading, flags: [], regime: 'general' });
  }
  if ((await status()) === 'closed') return;
  await tab.call('case.decideReferral', { ...(await change()), decision: 'referred', words: sealedReason });
  await agreed?.();
  await tab.call('case.consult', { caseId });
  const closing = { outcome: 'noFurtherAction', answer: 'withheld', words: sealedReason } as const;
  await tab.call('case.close', { ...(await change()), ...closing });
}
