import { randomUUID } from 'node:crypto';
import type { CaseId } from '../../../concerns/terms/case-id.ts';
import type { RunningBot } from './running-bot.ts';
import { newRequest } from './tab-client.ts';

const sealed = Buffer.from('sealed in the page').toString('base64');

/** Has a case erased as the unit does it, by two handlers at the tab. */
export async function eraseByTwo(bot: RunningBot, caseId: CaseId): Promise<void> {
  const [one, two] = [0, 1].map(() => bot.tab({ objectId: randomUUID(), roles: ['handler'] }));
  if (one === undefined || two === undefined) throw new Error('it takes two');
  const { record } = await one.call('case.view', { caseId });
  const words = { for: 'handlers', sealed } as const;
  const asked = { caseId, request: newRequest(), revision: record.revision, words };
  const after = await one.call('case.askErasure', asked);
  await two.call('case.erase', { caseId, request: newRequest(), revision: after.case.record.revision });
}
