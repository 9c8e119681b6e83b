import { describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { NationalCategory, Flag } from '../../core/model/classification.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { today } from '../support/contracts/records.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { newRequestId, type TabClient } from '../support/journeys/tab-client.ts';
import { saveCase } from '../support/journeys/save-case.ts';
import { setUpBot } from '../support/journeys/set-up-bot.ts';

const { handler, secondHandler, reserve } = developmentPeople;
const lead = developmentPeople.writer;
const ROLE_HANDLERS = `${handler} ${secondHandler} ${lead}`;
const SIGN_OFF = 'sexualMisconduct, domesticAbuse';
const bot = setUpBot({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS, ROLE_SUPERVISORS: lead, SIGN_OFF, ALERT_TIMING: 'atOnce' },
});
const words = { for: 'handlers', sealed: createSealText('a reason') } as const;
const toReserve = { ...words, for: 'oversight' } as const;
const gated = (...gates: readonly string[]) => ({ code: 'notAllowed', why: 'state', gates });
const tabOf = (objectId: typeof handler) => bot.tab({ objectId });

const saved = async (differences: Partial<CaseRecord> = {}): Promise<CaseId> =>
  (await saveCase(bot, { status: 'acknowledged', opened: false, ...differences })).caseId;
const change = async (caseId: CaseId) => ({
  caseId,
  request: newRequestId(),
  revision: (await bot.store().cases.read(caseId))?.value.revision ?? 0,
});
async function grade(tab: TabClient, caseId: CaseId, category: NationalCategory, flags: readonly Flag[] = []) {
  const grading = { source: '3', assessment: 'E', handling: 'P' } as const;
  await tab.call('case.triage', { ...(await change(caseId)), category, grading, flags: [...flags], regime: 'general' });
}
const read = (tab: TabClient, caseId: CaseId) => tab.call('case.consult', { caseId });
type End = 'noFurtherAction' | 'misconduct' | 'duplicate';
const closing = async (caseId: CaseId, outcome: End = 'noFurtherAction') => ({
  ...(await change(caseId)),
  outcome,
  answer: 'withheld' as const,
  words,
});
const agreeing = async (
  caseId: CaseId,
  outcome: End = 'noFurtherAction',
  reason: typeof words | typeof toReserve = words,
) => ({ ...(await change(caseId)), outcome, words: reason });

async function graded(category: NationalCategory = 'sexualMisconduct', flags: readonly Flag[] = []): Promise<CaseId> {
  const caseId = await saved();
  const tab = tabOf(handler);
  await read(tab, caseId);
  await grade(tab, caseId, category, flags);
  for (const one of [handler, secondHandler, lead]) await read(tabOf(one), caseId);
  return caseId;
}

describe('“no further action” on what a force lists', () => {
  it('waits for a supervisor, who agrees before a handler closes it', async () => {
    const caseId = await graded();
    const one = tabOf(handler);
    expect((await one.call('case.view', { caseId })).signOff).toBe('needed');
    expect(await one.refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
    await tabOf(lead).call('case.agreeClosing', await agreeing(caseId));
    expect((await one.call('case.view', { caseId })).signOff).toBe('signed');
    await one.call('case.close', await closing(caseId));
    expect((await bot.store().cases.read(caseId))?.value.status).toBe('closed');
  });

  it('is closed by the supervisor once a handler asked for it', async () => {
    const caseId = await graded();
    expect(await tabOf(lead).refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
    await tabOf(handler).call('case.agreeClosing', await agreeing(caseId));
    await tabOf(lead).call('case.close', await closing(caseId));
  });

  it('is not signed off by a colleague, nor by the supervisor alone, nor for another outcome', async () => {
    const caseId = await graded();
    await tabOf(secondHandler).call('case.agreeClosing', await agreeing(caseId));
    expect(await tabOf(handler).refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
    await tabOf(lead).call('case.agreeClosing', await agreeing(caseId, 'misconduct'));
    expect(await tabOf(handler).refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
    await tabOf(lead).call('case.agreeClosing', await agreeing(caseId));
    expect(await tabOf(lead).refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
    await tabOf(handler).call('case.close', await closing(caseId));
  });

  it('counts a flag as well, and an earlier grading that someone took back', async () => {
    for (const caseId of [await graded('other', ['domesticAbuse']), await graded()]) {
      await grade(tabOf(handler), caseId, 'other');
      await read(tabOf(handler), caseId);
      expect(await tabOf(handler).refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
    }
  });

  it('ends with a new grading, and with the role of who signed', async () => {
    const caseId = await graded();
    await tabOf(lead).call('case.agreeClosing', await agreeing(caseId));
    await bot.restart({ ROLE_SUPERVISORS: '' });
    expect(await tabOf(handler).refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
    await bot.restart({ ROLE_SUPERVISORS: lead });
    await grade(tabOf(handler), caseId, 'drugs');
    await read(tabOf(handler), caseId);
    expect(await tabOf(handler).refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
  });

  it('is signed off by no supervisor who is shut out of the case', async () => {
    const caseId = await graded();
    await tabOf(lead).call('case.agreeClosing', await agreeing(caseId));
    const leaving = { caseId, request: newRequestId(), person: lead, words: toReserve };
    await tabOf(handler).call('case.excludePerson', leaving);
    await read(tabOf(handler), caseId);
    expect(await tabOf(handler).refusal('case.close', await closing(caseId))).toEqual(gated('notAgreed'));
    expect((await tabOf(lead).send('case.agreeClosing', await agreeing(caseId))).status).toBe(403);
  });

  it('may be agreed by the reserve, if it is asked', async () => {
    const caseId = await graded();
    await tabOf(secondHandler).call('case.agreeClosing', await agreeing(caseId, 'noFurtherAction', toReserve));
    await tabOf(reserve).call('oversight.agreeClosing', {
      caseId,
      request: newRequestId(),
      outcome: 'noFurtherAction',
      words: toReserve,
    });
    await tabOf(handler).call('case.close', await closing(caseId));
  });

  it('leaves any other outcome, what is not listed and the reserve’s cases as they were', async () => {
    await tabOf(handler).call('case.close', await closing(await graded(), 'misconduct'));
    await tabOf(handler).call('case.close', await closing(await graded('drugs')));
    const { caseId } = await saveCase(bot, { status: 'acknowledged', opened: false, handledBy: 'reserve' });
    const one = tabOf(reserve);
    await read(one, caseId);
    await grade(one, caseId, 'sexualMisconduct');
    await read(one, caseId);
    expect((await one.call('case.view', { caseId })).signOff).toBe('none');
  });

  it('changes nothing where a force lists nothing', async () => {
    await bot.restart({ SIGN_OFF: '' });
    const caseId = await graded();
    expect((await tabOf(handler).call('case.view', { caseId })).signOff).toBe('none');
    await tabOf(handler).call('case.close', await closing(caseId));
  });
});

describe('“not to be referred” on what a force lists', () => {
  it('lets the case end only once a supervisor agreed to its outcome, whatever that is', async () => {
    const caseId = await graded();
    const one = tabOf(handler);
    await one.call('case.decideReferral', { ...(await change(caseId)), decision: 'doNotRefer', words });
    for (const each of [handler, secondHandler, lead]) await read(tabOf(each), caseId);
    await tabOf(secondHandler).call('case.agreeClosing', await agreeing(caseId, 'misconduct'));
    await read(one, caseId);
    expect(await one.refusal('case.close', await closing(caseId, 'misconduct'))).toEqual(gated('notAgreed'));
    await tabOf(lead).call('case.agreeClosing', await agreeing(caseId, 'misconduct'));
    await read(one, caseId);
    await one.call('case.close', await closing(caseId, 'misconduct'));
  });
});

describe('“the same as another case” on what a force lists', () => {
  it('waits for a supervisor, whatever the other case is', async () => {
    const one = tabOf(handler);
    // One ended without action, unlisted; one is open and not listed; one is listed, and of someone else perhaps.
    const ended = await graded('drugs');
    await one.call('case.close', await closing(ended));
    for (const other of [ended, await saved(), await graded()]) {
      // A person's turns come back: this is more than one does at once.
      bot.clock.forward(60_000);
      const caseId = await graded();
      await one.call('case.link', { caseId, request: newRequestId(), other });
      expect(await one.refusal('case.close', await closing(caseId, 'duplicate'))).toEqual(gated('notAgreed'));
      await tabOf(secondHandler).call('case.agreeClosing', await agreeing(caseId, 'duplicate'));
      expect(await one.refusal('case.close', await closing(caseId, 'duplicate'))).toEqual(gated('notAgreed'));
      await tabOf(lead).call('case.agreeClosing', await agreeing(caseId, 'duplicate'));
      await one.call('case.close', await closing(caseId, 'duplicate'));
    }
    const unlisted = await graded('drugs');
    await one.call('case.link', { caseId: unlisted, request: newRequestId(), other: await saved() });
    await one.call('case.close', await closing(unlisted, 'duplicate'));
  });
});

describe('a supervisor’s own page', () => {
  const overview = () => tabOf(lead).call('unit.overview', {});

  it('counts the ends that wait for a supervisor, and no others', async () => {
    const first = await graded();
    const [second, third] = [await graded(), await graded('drugs')];
    expect(await overview()).toMatchObject({ awaitingSecond: 0, awaitingSignOff: 0 });
    await tabOf(handler).call('case.agreeClosing', await agreeing(first));
    expect(await overview()).toMatchObject({ awaitingSecond: 1, awaitingSignOff: 1 });
    // Another end of such a case, and a case that a colleague asks to be erased, wait for any second person.
    await tabOf(handler).call('case.agreeClosing', await agreeing(second, 'misconduct'));
    await saved({ status: 'closed', erasure: { askedBy: handler, on: today } });
    expect((await tabOf(handler).send('case.agreeClosing', await agreeing(third))).status).toBe(409);
    expect(await overview()).toMatchObject({ awaitingSecond: 3, awaitingSignOff: 1 });
    // A grading that someone took back still counts.
    await grade(tabOf(handler), first, 'other');
    await read(tabOf(handler), first);
    await tabOf(handler).call('case.agreeClosing', await agreeing(first));
    expect((await overview()).awaitingSignOff).toBe(1);
    const leaving = { caseId: first, request: newRequestId(), person: lead, words: toReserve };
    await tabOf(handler).call('case.excludePerson', leaving);
    expect(await overview()).toMatchObject({ awaitingSecond: 2, awaitingSignOff: 0 });
  });

  it('counts none where a force lists nothing', async () => {
    await bot.restart({ SIGN_OFF: '' });
    expect((await overview()).awaitingSignOff).toBeUndefined();
  });
});
