import { randomUUID } from 'node:crypto';
import type { CaseId } from '../../../core/model/case-id.ts';
import { closeCase, sealedReason } from './close-case.ts';
import type { RunningBot } from './running-bot.ts';
import { newRequestId } from './tab-client.ts';

/** Has a case closed and erased as the unit does it, by two handlers at the tab. */
export async function eraseCase(bot: RunningBot, caseId: CaseId): Promise<void> {
  const [one, two] = [0, 1].map(() => bot.tab({ objectId: randomUUID(), roles: ['handler'] }));
  if (one === undefined || two === undefined) throw new Error('it takes two');
  await closeCase(one, caseId, async () => {
    await two.call('case.consult', { caseId });
    const { revision } = (await two.call('case.view', { caseId })).record;
    // Refused if the case needs no agreement.
    const agreement = { caseId, revision, request: newRequestId(), outcome: 'noFurtherAction', words: sealedReason };
    await two.send('case.agreeClosing', agreement);
  });
  const { record } = await one.call('case.view', { caseId });
  const asking = { caseId, request: newRequestId(), revision: record.revision, words: sealedReason };
  const after = await one.call('case.askErasure', { ...asking, reason: 'inError' });
  await two.call('case.consult', { caseId });
  await two.call('case.erase', { caseId, request: newRequestId(), revision: after.case.record.revision });
}
