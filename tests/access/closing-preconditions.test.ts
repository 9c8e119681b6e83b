import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../core/model/case-id.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { closeCase } from '../support/journeys/close-case.ts';
import { newReporter, sendShortReport } from '../support/journeys/reporter.ts';
import { readSavedCase } from '../support/journeys/saved-case.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const canary = `canary-${randomBytes(8).toString('hex')}`;
const sealed = createSealText(canary);
const words = { for: 'handlers', sealed } as const;

const bot = setUpSharedBot({ entryPoint: 'dialog' });
let one: TabClient;
let two: TabClient;
let caseId: CaseId;
beforeEach(async () => {
  const { teams, report } = await newReporter(bot);
  await sendShortReport({ teams }, report);
  caseId = (await readSavedCase(bot, teams.card())).record.caseId;
  [one, two] = [
    bot.tab({ objectId: randomUUID(), roles: ['handler'] }),
    bot.tab({ objectId: randomUUID(), roles: ['handler'] }),
  ];
  for (const tab of [one, two]) await tab.call('me', {});
});

const change = async () => {
  const revision = (await bot.store().cases.read(caseId))?.value.revision ?? 0;
  return { caseId, request: newRequestId(), revision };
};
const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
const close = async (outcome: 'noFurtherAction' | 'duplicate' = 'noFurtherAction') => ({
  ...(await change()),
  outcome,
  answer: 'withheld' as const,
  words,
});

describe('what stands between a case and its end', () => {
  it('is shown before somebody closes it, and named by the refusal, each from a list', async () => {
    await one.call('case.acknowledge', { caseId, request: newRequestId() });
    const { case: shown } = await one.call('case.triage', {
      ...(await change()),
      category: 'infiltration',
      grading,
      flags: [],
      regime: 'general',
    });
    expect(shown.closingGates).toEqual(['notOpened', 'referralUndecided']);
    const before = await bot.store().history.readAll(caseId);
    expect(await one.send('case.close', await close('duplicate'))).toMatchObject({
      status: 409,
      text: JSON.stringify({
        code: 'notAllowed',
        why: 'state',
        gates: ['notOpened', 'referralUndecided', 'notLinked'],
      }),
    });
    expect(await bot.store().history.readAll(caseId)).toEqual(before);
    await two.call('case.consult', { caseId });
    await two.call('case.decideReferral', { ...(await change()), decision: 'refer', words });
    expect((await one.call('case.view', { caseId })).closingGates).toEqual([]);
    const { case: closed } = await one.call('case.close', await close());
    expect(closed.record.status).toBe('closed');
    assertAbsent('log', bot.log.join(''), [canary, sealed]);
  });

  it('is a reason that all who handle the case can open: no page gets past it with another one', async () => {
    for (const reader of ['self', 'assignee', 'custodians'] as const) {
      const unread = { ...(await close()), words: { for: reader, sealed } };
      expect(await one.send('case.close', unread)).toMatchObject({ status: 400, text: '{"code":"odd"}' });
    }
    await closeCase(one, caseId);
    const asking = { ...(await change()), reason: 'inError', words } as const;
    for (const odd of [{ words: { for: 'self', sealed } }, { reason: 'because' }, { reason: undefined }]) {
      expect(await one.send('case.askErasure', { ...asking, ...odd })).toMatchObject({ status: 400 });
    }
    expect((await one.call('case.askErasure', asking)).case.record.erasure).toMatchObject({ reason: 'inError' });
  });

  it('holds a second person who has not opened the reason, whatever their page lets them press', async () => {
    await closeCase(one, caseId);
    await two.call('case.consult', { caseId });
    await one.call('case.askErasure', { ...(await change()), reason: 'sameRecord', words });
    expect((await two.call('case.view', { caseId })).erasureGates).toEqual(['reasonUnread']);
    const gated = { code: 'notAllowed', why: 'state', gates: ['reasonUnread'] };
    for (let times = 0; times < 3; times += 1) {
      expect(await two.refusal('case.erase', await change())).toEqual(gated);
    }
    await two.call('case.consult', { caseId });
    const { case: erased } = await two.call('case.erase', await change());
    expect(erased.record).toMatchObject({ erasedFor: 'sameRecord', status: 'closed' });
    expect(erased).toMatchObject({ closingGates: [], erasureGates: [] });
    assertAbsent('log', bot.log.join(''), [canary, sealed]);
  });
});
