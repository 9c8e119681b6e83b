import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { addDays, addYears, toDay } from '../../core/model/calendar.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { toPersonId } from '../../core/model/roles.ts';
import type { ErasureReason } from '../../core/model/case-terms.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { saveCase } from '../support/journeys/save-case.ts';

const words = { for: 'handlers', sealed: createSealText('a reason, sealed in the page') } as const;

const bot = setUpSharedBot({ entryPoint: 'dialog', environment: { REVIEW_YEARS: '2', REFERRAL_TARGET_DAYS: '3' } });
let one: TabClient;
let two: TabClient;
beforeAll(async () => {
  one = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  two = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
  for (const tab of [one, two]) await tab.call('me', {});
});

const today = () => toDay(bot.clock.now(), 'Europe/London');
async function saved(standing: Partial<CaseRecord> = {}): Promise<CaseId> {
  bot.clock.forward(1_000);
  const closed = { status: 'closed', closedOn: today(), outcome: 'misconduct', ...standing } as const;
  return (await saveCase(bot, closed, { alert: { state: 'acknowledged', dueAt: undefined } })).caseId;
}
const change = async (caseId: CaseId) => ({
  caseId,
  request: newRequestId(),
  revision: (await bot.store().cases.read(caseId))?.value.revision ?? 0,
});
const asking = async (caseId: CaseId, reason: ErasureReason = 'inError') => ({
  ...(await change(caseId)),
  reason,
  words,
});
const gated = (...gates: readonly string[]) => ({ code: 'notAllowed', why: 'state', gates });

describe('an erasure', () => {
  it('is not asked for because the retention period is over before it is, and is carried out once it is', async () => {
    const caseId = await saved({ reviewOn: addDays(today(), 40) });
    expect(await one.refusal('case.askErasure', await asking(caseId, 'retentionOver'))).toEqual(gated('retentionRuns'));
    bot.clock.forward(41 * 86_400_000);
    const { case: asked } = await one.call('case.askErasure', await asking(caseId, 'retentionOver'));
    expect(asked.record.erasure).toMatchObject({ reason: 'retentionOver' });
    await two.call('case.consult', { caseId });
    // Who is to carry it out sees the code that was chosen.
    expect((await two.call('case.view', { caseId })).record.erasure).toMatchObject({ reason: 'retentionOver' });
    expect((await two.call('case.erase', await change(caseId))).case.record.erasedFor).toBe('retentionOver');
  });

  it('for that reason is not carried out once the review was set to a later day', async () => {
    const caseId = await saved({ reviewOn: addDays(today(), -1) });
    await one.call('case.askErasure', await asking(caseId, 'retentionOver'));
    await two.call('case.setReview', { ...(await change(caseId)), reviewOn: addDays(today(), 30), hold: false });
    await two.call('case.consult', { caseId });
    expect(await two.refusal('case.erase', await change(caseId))).toEqual(gated('retentionRuns'));
  });

  it('is not asked for because of a day that the same person set for it, but by somebody else', async () => {
    const caseId = await saved({ reviewOn: addDays(today(), 700) });
    await one.call('case.setReview', { ...(await change(caseId)), reviewOn: addDays(today(), 1), hold: false });
    bot.clock.forward(2 * 86_400_000);
    expect(await one.refusal('case.askErasure', await asking(caseId, 'retentionOver'))).toEqual(gated('retentionRuns'));
    await two.call('case.askErasure', await asking(caseId, 'retentionOver'));
    await one.call('case.consult', { caseId });
    expect((await one.call('case.erase', await change(caseId))).case.record.erasedFor).toBe('retentionOver');
  });

  it('is asked for on the day of the review, however often a page noted a doubt when the case was opened', async () => {
    const reviewOn = addDays(today(), 40);
    const caseId = await saved({ reviewOn });
    await two.call('case.doubt', { caseId, request: newRequestId() });
    expect((await bot.store().cases.read(caseId))?.value.reviewOn).toBe(reviewOn);
    bot.clock.forward(41 * 86_400_000);
    await two.call('case.doubt', { caseId, request: newRequestId() });
    await one.call('case.askErasure', await asking(caseId, 'retentionOver'));
  });

  it.each([
    [
      'a referral that was decided is not made',
      (): Partial<CaseRecord> => ({ referral: { decision: 'refer', on: today() } }),
      'toRefer',
    ],
    ['a task is open', (): Partial<CaseRecord> => ({ tasks: [{ id: 'd'.repeat(43), dueOn: today() }] }), 'taskOpen'],
  ] as const)('waits as long as %s, whenever that comes up', async (_, standing, gate) => {
    const caseId = await saved(standing());
    expect((await one.call('case.view', { caseId })).erasureGates).toEqual([gate]);
    expect(await one.refusal('case.askErasure', await asking(caseId))).toEqual(gated(gate));
    const later = await saved({
      ...standing(),
      erasure: { askedBy: toPersonId(one.objectId), on: today(), reason: 'inError' },
    });
    expect(await two.refusal('case.erase', await change(later))).toMatchObject({
      gates: expect.arrayContaining([gate]),
    });
  });
});

describe('a review', () => {
  it('is set to a day as far ahead as the force has cases reviewed, and no further', async () => {
    const caseId = await saved();
    const last = addYears(today(), 2);
    expect((await one.call('me', {})).lastReviewOn).toBe(last);
    const setting = async (reviewOn: typeof last) => ({ ...(await change(caseId)), reviewOn, hold: false });
    expect(await one.refusal('case.setReview', await setting(addDays(last, 1)))).toEqual({
      code: 'notAllowed',
      why: 'reviewTooFar',
    });
    expect((await one.call('case.setReview', await setting(last))).case.record.reviewOn).toBe(last);
  });
});

describe('a referral that was decided and not made', () => {
  it('stays overdue on the closed case, and is marked as made there', async () => {
    const caseId = await saved({ status: 'inProgress', closedOn: undefined, outcome: undefined });
    await one.call('case.decideReferral', { ...(await change(caseId)), decision: 'refer', words });
    await one.call('case.consult', { caseId });
    const ending = { outcome: 'noFurtherAction', answer: 'withheld', words } as const;
    await one.call('case.close', { ...(await change(caseId)), ...ending });
    bot.clock.forward(5 * 86_400_000);
    const overdue = async () =>
      (await two.call('cases.list', { filter: { attention: 'overdue' } })).rows.map(({ figures }) => figures.caseId);
    expect(await overdue()).toContain(caseId);
    const { deadlines } = await two.call('case.view', { caseId });
    expect(deadlines.map(({ deadline }) => deadline)).toContain('referral');
    expect(
      await two.refusal('case.decideReferral', { ...(await change(caseId)), decision: 'doNotRefer', words }),
    ).toEqual({ code: 'notAllowed', why: 'state' });
    await two.call('case.decideReferral', { ...(await change(caseId)), decision: 'referred', words });
    expect(await overdue()).not.toContain(caseId);
  });
});
