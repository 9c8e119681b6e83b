import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { deriveCaseId, deriveMessageKey } from '../../../core/model/return-code-keys.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { isMessageAuthentic, sealedMessageSchema } from '../../../core/model/sealed-report.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { createCase, createAlert, firstEvent, today } from '../../support/contracts/records.ts';
import { assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import {
  createSubmission,
  newReturnCode,
  decryptWith,
  start,
  groupsThatDecrypt,
  withIntake,
} from '../../support/core/open-core.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
beforeEach(async () => {
  code = newReturnCode();
  await submitReport(core.deps, createSubmission({ code }));
});

const historyOf = (whose: ReturnCode) => core.store.history.readAll(deriveCaseId(whose));
const messagesOf = async (whose: ReturnCode) =>
  (await historyOf(whose)).filter((event) => event.kind === 'messageFromReporter');
const alertOf = async (whose: ReturnCode) => (await core.store.outbox.read(deriveCaseId(whose)))?.value;
const opened = async (sealed = '') => sealedMessageSchema.parse(await decryptWith('acu', sealed));

describe('a follow-up', () => {
  it('is saved in the history, sealed to those who handle the case, and genuine by the code', async () => {
    expect(await addFollowUp(core.deps, { code, id: 'one', text: 'more words' })).toEqual({
      kind: 'saved',
      isNew: true,
    });
    const [event] = await messagesOf(code);
    expect(event).toMatchObject({ sequence: 2, by: 'reporter', at: '2026-11-25', message: { id: 'one', number: 1 } });
    const message = await opened(event?.message?.sealed);
    expect(message).toMatchObject({
      caseId: deriveCaseId(code),
      direction: 'fromReporter',
      number: 1,
      text: 'more words',
    });
    expect(isMessageAuthentic(deriveMessageKey(code), message)).toBe(true);
    expect(isMessageAuthentic(deriveMessageKey(newReturnCode()), message)).toBe(false);
    expect([...(await groupsThatDecrypt(event?.message?.sealed ?? ''))].toSorted()).toEqual(['acu', 'recovery']);
  });

  it('to a reserved case is sealed to the reserve', async () => {
    const reserved = createSubmission({ answers: { mode: 'notKept', what: 'words', conflict: 'chief' } });
    await submitReport(core.deps, reserved);
    await addFollowUp(core.deps, { code: reserved.code, id: 'one', text: 'more' });
    const [event] = await messagesOf(reserved.code);
    expect([...(await groupsThatDecrypt(event?.message?.sealed ?? ''))].toSorted()).toEqual(['recovery', 'reserve']);
  });

  it('leaves neither its words nor the code on the disk', async () => {
    const canary = newCanary();
    await addFollowUp(core.deps, { code, id: 'one', text: canary });
    assertAbsentOnDisk(core.folder, [canary, code]);
  });

  it('is saved once however often its name comes', async () => {
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    expect(await addFollowUp(core.deps, { code, id: 'one', text: 'more' })).toEqual({ kind: 'saved', isNew: false });
    const twice = await Promise.all([1, 2].map(() => addFollowUp(core.deps, { code, id: 'two', text: 'again' })));
    expect(new Set(twice.map((outcome) => outcome.kind === 'saved' && outcome.isNew))).toEqual(new Set([false, true]));
    expect((await messagesOf(code)).map((event) => event.message?.id)).toEqual(['one', 'two']);
  });

  it('is not lost beside others that come at once: each has its own number', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    await Promise.all(ids.map((id) => addFollowUp(core.deps, { code, id, text: id })));
    const messages = await messagesOf(code);
    expect(messages.map((event) => event.message?.id ?? '').toSorted()).toEqual(ids);
    const inside = await Promise.all(messages.map((event) => opened(event.message?.sealed)));
    expect(inside.map((message) => message.number)).toEqual([1, 2, 3, 4]);
    expect(inside.map((message) => message.text)).toEqual(messages.map((event) => event.message?.id));
    const chain = (await core.store.cases.read(deriveCaseId(code)))?.value.chain;
    expect(chain).toEqual({ sequence: 5, hash: messages.at(-1)?.hash });
  });

  it('says that it is not known to be saved where the case never comes to rest', async () => {
    const restless = withIntake({
      ...core.deps,
      cases: { ...core.store.cases, change: () => Promise.resolve('conflict' as const) },
    });
    const added = addFollowUp(restless, { code, id: 'one', text: 'more' });
    await expect(added).rejects.toEqual(new StoreError('busy'));
    expect(await messagesOf(code)).toEqual([]);
  });

  it('finds nothing under a code that no report is saved under', async () => {
    expect(await addFollowUp(core.deps, { code: newReturnCode(), id: 'one', text: 'more' })).toEqual({
      kind: 'notFound',
    });
  });

  it("is not put to a case that has the reference of the code and is another person's", async () => {
    const mine = newReturnCode();
    const other = createCase({ caseId: deriveCaseId(mine) });
    await core.store.cases.create(other, createAlert(other.caseId), [firstEvent(other.caseId)]);
    expect(await addFollowUp(core.deps, { code: mine, id: 'one', text: 'more' })).toEqual({ kind: 'notFound' });
    expect(await historyOf(mine)).toHaveLength(1);
  });
});

describe('the case of a follow-up', () => {
  /** The case as if handlers had brought it so far. */
  async function brought(differences: Partial<CaseRecord>): Promise<void> {
    const found = await core.store.cases.read(deriveCaseId(code));
    if (!found) throw new Error('no such case is saved');
    const value = { ...found.value, ...differences };
    expect(await core.store.cases.change({ case: { ...found, value }, events: [] })).toBe('changed');
  }
  const caseAfter = async (differences: Partial<CaseRecord>) => {
    await brought(differences);
    core.pass(2 * 86_400_000);
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    return (await core.store.cases.read(deriveCaseId(code)))?.value;
  };

  it('comes back from waiting for the reporter', async () => {
    const record = await caseAfter({ status: 'awaitingReporter' });
    expect(record).toMatchObject({ status: 'inProgress', revision: 1, updatedOn: '2026-11-27' });
  });

  it('is reopened where it was closed, without its outcome, and the next update counts from then', async () => {
    const record = await caseAfter({ status: 'closed', outcome: 'noFurtherAction', closedOn: today, updatedOn: today });
    expect(record).toMatchObject({ status: 'reopened', revision: 1, updatedOn: '2026-11-27' });
    expect(record).not.toHaveProperty('outcome');
    expect(record).not.toHaveProperty('closedOn');
  });

  it('is not erased, and is looked at so many years later, else it stays as it is', async () => {
    const record = await caseAfter({ status: 'triaged', erasure: { askedBy: toPersonId('handler'), on: today } });
    expect(record).toMatchObject({ status: 'triaged', revision: 0, reviewOn: '2032-11-27' });
    expect(record).not.toHaveProperty('erasure');
    expect(record).not.toHaveProperty('updatedOn');
  });
});

describe('the alert of a follow-up', () => {
  const acknowledge = () =>
    acknowledgeCase(core.deps, deriveCaseId(code), {
      objectId: toPersonId('handler'),
      roles: new Set(['handler' as const]),
    });

  it('is that of the new case while that is still on its way', async () => {
    const before = await alertOf(code);
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    expect(await alertOf(code)).toEqual(before);
  });

  it('is raised again at the next full hour, and waits for somebody to have seen it', async () => {
    await acknowledge();
    core.pass(2 * 86_400_000);
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    const alert = await alertOf(code);
    expect(alert).toMatchObject({ state: 'waiting', reason: 'addition', dueAt: '2026-11-27T11:00:00.000Z' });
    expect(alert).not.toHaveProperty('acknowledgedOn');
  });

  it('is not raised by a repeat', async () => {
    await acknowledge();
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    await acknowledge();
    await addFollowUp(core.deps, { code, id: 'one', text: 'more' });
    expect(await alertOf(code)).toMatchObject({ state: 'acknowledged' });
  });

  it('is urgent once what is added makes the case so: one that waits for its hour leaves now', async () => {
    await addFollowUp(core.deps, { code, id: 'one', text: 'at risk now', urgency: 'urgent' });
    expect(await alertOf(code)).toMatchObject({
      urgency: 'urgent',
      state: 'waiting',
      dueAt: '2026-11-25T10:15:00.000Z',
    });
    expect((await core.store.cases.read(deriveCaseId(code)))?.value.urgency).toBe('urgent');
  });

  it('never makes an urgent case less urgent', async () => {
    await addFollowUp(core.deps, { code, id: 'one', text: 'at risk now', urgency: 'urgent' });
    await acknowledge();
    await addFollowUp(core.deps, { code, id: 'two', text: 'more', urgency: 'standard' });
    expect(await alertOf(code)).toMatchObject({ urgency: 'urgent', reason: 'addition', dueAt: start.toISOString() });
    expect((await core.store.cases.read(deriveCaseId(code)))?.value.urgency).toBe('urgent');
  });
});
