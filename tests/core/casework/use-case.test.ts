import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { verifyCase } from '../../../core/casework/integrity-verification.ts';
import type { CaseOutcome } from '../../../core/casework/case-action.ts';
import { declareConflict } from '../../../core/casework/exclusion.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { requestErasure } from '../../../core/casework/erasure.ts';
import {
  decideReferral,
  recordVerificationFailure,
  addCaseNote,
  setReview,
} from '../../../core/casework/case-management.ts';
import { setMessagesStopped } from '../../../core/casework/case-messages.ts';
import { triageCase } from '../../../core/casework/case-lifecycle.ts';
import { viewCase } from '../../../core/casework/case-view.ts';
import { parseDay } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { digestOfCase, isRecordIntact, isHistoryIntact } from '../../../core/model/event-record.ts';
import { roles } from '../../../core/model/roles.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import {
  createActor,
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  saveCase,
  readStoredCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const yearMs = 365 * 86_400_000;
const core = setUpCore();
let caseId: CaseId;
beforeEach(async () => {
  caseId = await saveCase(core);
});

const refer = async (by = one, request = newRequestId()): Promise<CaseOutcome> =>
  decideReferral(createCasework(core), by, {
    ...(await createAskedChange(core, caseId)),
    request,
    decision: 'refer',
    words: words('YQ=='),
  });

describe('a change of a case', () => {
  it('is one write with its event, which holds the digest of the case as it then stands', async () => {
    const outcome = await refer();
    const { record, events } = await readStoredCase(core, caseId);
    expect(outcome).toEqual({ kind: 'changed', record, isNew: true, loadedCase: expect.objectContaining({ record }) });
    expect(record).toMatchObject({
      revision: 1,
      referral: { decision: 'refer', on: '2026-11-25', dueOn: '2026-12-09' },
    });
    expect(events.at(-1)).toMatchObject({
      kind: 'referralDecided',
      by: { objectId: 'handler-one' },
      at: '2026-11-25T10:15:00.000Z',
      detail: { decision: 'refer', dueOn: '2026-12-09' },
      note: { for: 'handlers', sealed: 'YQ==' },
      caseDigest: digestOfCase(record),
    });
    expect(isHistoryIntact(caseId, record.chain, events)).toBe(true);
    expect(isRecordIntact(record, events)).toBe(true);
  });

  it('is carried out once, however often the same request comes', async () => {
    const request = newRequestId();
    expect(await refer(one, request)).toMatchObject({ isNew: true });
    const before = await readStoredCase(core, caseId);
    expect(await refer(one, request)).toEqual({
      kind: 'changed',
      record: before.record,
      isNew: false,
      loadedCase: expect.objectContaining({ record: before.record }),
    });
    expect(await readStoredCase(core, caseId)).toEqual(before);
  });

  it('is carried out once where a request comes twice at once', async () => {
    const note = { caseId, request: newRequestId(), words: words() };
    const both = await Promise.all([1, 2].map(() => addCaseNote(createCasework(core), one, note)));
    expect(both.filter((outcome) => outcome.kind === 'changed' && outcome.isNew)).toHaveLength(1);
    expect(both.every(({ kind }) => kind === 'changed')).toBe(true);
    expect((await readStoredCase(core, caseId)).events).toHaveLength(2);
  });

  it('of two on one revision is made by the first: the second is told and given the case as it stands', async () => {
    const both = await Promise.all([one, two].map(async (by) => ({ by, on: await createAskedChange(core, caseId) })));
    const answers = await Promise.all(
      both.map(({ by, on }) =>
        decideReferral(createCasework(core), by, { ...on, decision: 'doNotRefer', words: words() }),
      ),
    );
    const { record } = await readStoredCase(core, caseId);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'moved']);
    expect(answers.find(({ kind }) => kind === 'moved')).toEqual({
      kind: 'moved',
      record,
      loadedCase: expect.objectContaining({ record }),
    });
    expect(record.revision).toBe(1);
  });

  it('is not disturbed by what decides nothing: notes and doubts leave the revision', async () => {
    const on = await createAskedChange(core, caseId);
    await addCaseNote(createCasework(core), two, { caseId, request: newRequestId(), words: words('bm90ZQ==', 'self') });
    await recordVerificationFailure(createCasework(core), two, { caseId, request: newRequestId() });
    const changed = await setMessagesStopped(createCasework(core), one, { ...on, stopped: true, words: words() });
    expect(changed).toMatchObject({ kind: 'changed', isNew: true });
    expect((await readStoredCase(core, caseId)).events.map(({ kind }) => kind)).toEqual([
      'received',
      'noted',
      'doubted',
      'messagesStopped',
    ]);
  });

  it('does not make good a record that was changed behind its history', async () => {
    const found = await core.store.cases.read(caseId);
    if (!found) throw new Error('no such case is saved');
    const value = { ...found.value, handledBy: 'acu', possibleChis: true } as const;
    expect(await core.store.cases.change({ case: { ...found, value }, events: [] })).toBe('changed');
    await viewCase(createCasework(core), one, caseId);
    await releaseSeals(core.deps, caseId, one);
    await acknowledgeCase(core.deps, caseId, one);
    await refer();
    await declareConflict(createCasework(core), one, { caseId, request: newRequestId(), words: words() });
    const { record, events } = await readStoredCase(core, caseId);
    expect(events).toHaveLength(6);
    expect(isHistoryIntact(caseId, record.chain, events)).toBe(true);
    expect(isRecordIntact(record, events)).toBe(false);
    expect(verifyCase(record, events)).toMatchObject({ why: 'record' });
  });

  it('is refused in one way to whoever may not see the case, and where there is none', async () => {
    const reserved = await saveCase(core, 'yes');
    const before = await readStoredCase(core, reserved);
    const request = { request: newRequestId(), words: words() };
    expect(await addCaseNote(createCasework(core), one, { caseId: newCaseId(), ...request })).toEqual({
      kind: 'refused',
    });
    for (const role of roles.filter((held) => held !== 'reserve')) {
      const outcome = await addCaseNote(createCasework(core), createActor('somebody', role), {
        caseId: reserved,
        ...request,
      });
      expect(outcome).toEqual({ kind: 'refused' });
    }
    expect(await readStoredCase(core, reserved)).toEqual(before);
  });

  it('is not claimed where the case never comes to rest', async () => {
    const cases = { ...core.store.cases, change: () => Promise.resolve('conflict' as const) };
    const noted = addCaseNote(createCasework(core, { cases }), one, {
      caseId,
      request: newRequestId(),
      words: words(),
    });
    await expect(noted).rejects.toEqual(new StoreError('busy'));
  });

  it('knows a person by their id, in large and small letters alike', async () => {
    await addCaseNote(createCasework(core), createActor('HANDLER-One', 'handler'), {
      caseId,
      request: newRequestId(),
      words: words(),
    });
    expect((await readStoredCase(core, caseId)).events.at(-1)?.by).toEqual({ objectId: 'handler-one' });
  });
});

describe('the first triage of a case', () => {
  const triage = async (source: '1' | '2' = '2') =>
    triageCase(createCasework(core), one, {
      ...(await createAskedChange(core, caseId)),
      category: 'sexualMisconduct',
      grading: { source, assessment: 'A', handling: 'C', action: 'A2', sanitisation: 'S2' },
      flags: ['apsp', 'apsp'],
      regime: 'lawEnforcement',
      words: words(),
    });

  it('waits for somebody to have acknowledged it', async () => {
    expect(await triage()).toEqual({ kind: 'notAllowed', why: 'state' });
    await acknowledgeCase(core.deps, caseId, one);
    expect(await triage()).toMatchObject({
      record: { status: 'triaged', triagedOn: '2026-11-25', flags: ['apsp'], nationalCategory: 'sexualMisconduct' },
    });
  });

  it('keeps its day when the case is graded again', async () => {
    await acknowledgeCase(core.deps, caseId, one);
    await triage();
    core.pass(3 * 86_400_000);
    expect(await triage('1')).toMatchObject({ record: { triagedOn: '2026-11-25', grading: { source: '1' } } });
    const { events } = await readStoredCase(core, caseId);
    expect(events.filter(({ kind }) => kind === 'triaged').map(({ detail }) => detail?.to)).toEqual([
      'triaged',
      undefined,
    ]);
  });
});

describe('the review of a case', () => {
  const review = async (day: string, hold = false) => {
    const reviewOn = parseDay(day);
    if (reviewOn === undefined) throw new Error('not a day');
    return setReview(createCasework(core), one, { ...(await createAskedChange(core, caseId)), reviewOn, hold });
  };

  it('comes so many years after the last action', async () => {
    expect((await readStoredCase(core, caseId)).record.reviewOn).toBe('2032-11-25');
    core.pass(yearMs);
    await refer();
    expect((await readStoredCase(core, caseId)).record.reviewOn).toBe('2033-11-25');
  });

  it('comes on the day that somebody has set, whatever is done since', async () => {
    expect(await review('2028-01-10', true)).toMatchObject({ record: { reviewOn: '2028-01-10', hold: true } });
    await refer();
    expect((await readStoredCase(core, caseId)).record).toMatchObject({ reviewOn: '2028-01-10', hold: true });
  });

  it('is not set to a day that has come', async () => {
    for (const day of ['2026-11-25', '2020-01-01'])
      expect(await review(day)).toEqual({ kind: 'notAllowed', why: 'state' });
  });

  it('may hold a case: nothing is asked to be erased then', async () => {
    await review('2028-01-10', true);
    const asking = { ...(await createAskedChange(core, caseId)), reason: 'notNeeded', words: words() } as const;
    expect(await requestErasure(createCasework(core), one, asking)).toMatchObject({
      kind: 'notAllowed',
      why: 'onHold',
      gates: expect.arrayContaining(['onHold']),
    });
  });
});
