import { beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { verifyCase } from '../../../core/casework/integrity-verification.ts';
import { declareConflict } from '../../../core/casework/exclusion.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { assignCase } from '../../../core/casework/case-management.ts';
import { requestErasure, refuseErasure } from '../../../core/casework/erasure.ts';
import { changeCaseStatus } from '../../../core/casework/case-lifecycle.ts';
import { saveSanitisedText, signOffSanitisedText } from '../../../core/casework/export-case.ts';
import { viewCase } from '../../../core/casework/case-view.ts';
import type { CaseFilter } from '../../../core/ports/case-store.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import type { Actor } from '../../../core/model/permissions.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  reserve,
  readStoredCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
let caseId: CaseId;
beforeEach(async () => {
  code = newReturnCode();
  caseId = deriveCaseId(code);
  await submitReport(core.deps, createSubmission({ code }));
});

/** How many cases a list of one of the unit has that wait for this. */
const waiting = (filter: Partial<CaseFilter>, by: Actor = one): Promise<number> =>
  core.store.list.count({ handledBy: 'acu', viewer: by.objectId, ...filter }, 9);
const unread = () => waiting({ unread: true });
const unacknowledged = (by = one) => waiting({ unacknowledged: true }, by);
const forSecond = (by: Actor) => waiting({ fourEyesFor: by.objectId }, by);
let written = 0;
const write = (urgency: 'urgent' | 'standard' = 'standard') =>
  addFollowUp(core.deps, { code, id: `message ${(written += 1)}`, text: 'more', urgency });
const expectWhole = async () => {
  const { record, events } = await readStoredCase(core, caseId);
  expect(verifyCase(record, events)).toBe('whole');
};

describe('what the reporter wrote', () => {
  it('is unread until whoever has the case opens it, and again with the next message', async () => {
    expect(await unread()).toBe(0);
    await write();
    await write();
    expect((await readStoredCase(core, caseId)).record.unreadMessages).toBe(2);
    expect(await unread()).toBe(1);
    await viewCase(createCasework(core), two, caseId);
    await acknowledgeCase(core.deps, caseId, two);
    expect(await unread()).toBe(1);
    expect((await releaseSeals(core.deps, caseId, two)).kind).toBe('consulted');
    expect(await unread()).toBe(1);
    await assignCase(createCasework(core), two, { ...(await createAskedChange(core, caseId)), to: two.objectId });
    expect(await unread()).toBe(0);
    await write();
    expect(await unread()).toBe(1);
    expect((await releaseSeals(core.deps, caseId, two)).kind).toBe('consulted');
    expect(await unread()).toBe(0);
    await write();
    await expectWhole();
  });

  it('is not read by an opening that is refused', async () => {
    await write();
    expect(await releaseSeals(core.deps, caseId, reserve)).toEqual({ kind: 'refused' });
    expect(await unread()).toBe(1);
  });

  it('waits to be acknowledged once more, and is at risk where it says so', async () => {
    const atRisk = () => waiting({ unacknowledged: true, urgency: 'urgent' });
    expect([await unacknowledged(), await atRisk()]).toEqual([1, 0]);
    await acknowledgeCase(core.deps, caseId, one);
    // Nobody has opened it yet.
    expect(await unacknowledged()).toBe(1);
    await releaseSeals(core.deps, caseId, one);
    expect(await unacknowledged()).toBe(0);
    await write('urgent');
    expect([await unacknowledged(), await atRisk()]).toEqual([1, 1]);
    await releaseSeals(core.deps, caseId, one);
    expect([await unacknowledged(), await atRisk()]).toEqual([1, 1]);
    await acknowledgeCase(core.deps, caseId, two);
    expect([await unacknowledged(), await atRisk()]).toEqual([0, 0]);
    await expectWhole();
  });

  it.each(['urgent', 'standard'] as const)(
    'waits to be opened once more where it was acknowledged and is %s, though somebody had opened the case before',
    async (urgency) => {
      await releaseSeals(core.deps, caseId, one);
      await acknowledgeCase(core.deps, caseId, one);
      expect(await unacknowledged()).toBe(0);
      await write(urgency);
      await acknowledgeCase(core.deps, caseId, two);
      expect(await unacknowledged()).toBe(1);
      await expectWhole();
      await releaseSeals(core.deps, caseId, two);
      expect(await unacknowledged()).toBe(0);
      await expectWhole();
    },
  );

  it('waits for the reserve as something new, once the case is theirs', async () => {
    const reserved = (filter: Partial<CaseFilter>) =>
      core.store.list.count({ handledBy: 'reserve', viewer: reserve.objectId, ...filter }, 9);
    await acknowledgeCase(core.deps, caseId, one);
    const deps = createCasework(core, {
      listHandlers: async (handledBy) => [handledBy === 'acu' ? one.objectId : reserve.objectId],
    });
    expect(await declareConflict(deps, one, { caseId, request: newRequestId() })).toEqual({ kind: 'out' });
    expect([await unacknowledged(), await reserved({ unacknowledged: true })]).toEqual([0, 1]);
    await acknowledgeCase(core.deps, caseId, reserve);
    expect(await reserved({ unacknowledged: true })).toBe(1);
    await releaseSeals(core.deps, caseId, reserve);
    expect(await reserved({ unacknowledged: true })).toBe(0);
    await expectWhole();
  });

  it('is nowhere to be counted for somebody who is shut out of the case', async () => {
    await write('urgent');
    await declareConflict(createCasework(core), one, { caseId, request: newRequestId() });
    expect([await unread(), await unacknowledged()]).toEqual([0, 0]);
    expect([await waiting({ unread: true }, two), await unacknowledged(two)]).toEqual([1, 1]);
  });
});

describe('a record of before it was noted who opened it', () => {
  it('waits where somebody acknowledged it and it goes no further, until it is opened', async () => {
    const before = createCase({ status: 'acknowledged' });
    const inHand = createCase({ status: 'triaged' });
    for (const record of [before, inHand]) {
      await core.store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
    }
    const rest = await unacknowledged();
    await releaseSeals(core.deps, before.caseId, one);
    expect(await unacknowledged()).toBe(rest - 1);
  });

  it('waits as well where a new report is triaged and nobody has opened it', async () => {
    const record = createCase({ status: 'triaged', opened: false });
    const rest = await unacknowledged();
    await core.store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
    expect(await unacknowledged()).toBe(rest + 1);
  });
});

describe('a record of before it was noted what is unread', () => {
  const save = async (status: 'reopened' | 'closed' | 'inProgress') => {
    const record = createCase({ status });
    await core.store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
    return record.caseId;
  };

  it('counts as unread where it stands reopened, until it is taken', async () => {
    const before = await save('reopened');
    await save('inProgress');
    expect(await unread()).toBe(1);
    await releaseSeals(core.deps, before, one);
    expect(await unread()).toBe(1);
    await assignCase(createCasework(core), one, { ...(await createAskedChange(core, before)), to: one.objectId });
    expect(await unread()).toBe(0);
  });

  it('does not where a handler reopens it now', async () => {
    const before = await save('closed');
    const change = await createAskedChange(core, before);
    expect(await changeCaseStatus(createCasework(core), one, { ...change, to: 'reopened' })).toMatchObject({
      kind: 'changed',
    });
    expect(await unread()).toBe(0);
  });
});

describe('what waits for a second person', () => {
  const sanitise = async (by = one) =>
    saveSanitisedText(createCasework(core), by, { ...(await createAskedChange(core, caseId)), words: words() });
  const erase = async (by = one) =>
    requestErasure(createCasework(core), by, {
      ...(await createAskedChange(core, caseId)),
      reason: 'inError',
      words: words(),
    });
  const each = async () => [await forSecond(one), await forSecond(two)];

  it('waits for everybody but whoever asked', async () => {
    expect(await each()).toEqual([0, 0]);
    await sanitise(one);
    expect(await each()).toEqual([0, 1]);
    await sanitise(two);
    expect(await each()).toEqual([1, 0]);
  });

  it('is over once it was signed off, or refused', async () => {
    await sanitise(one);
    await releaseSeals(core.deps, caseId, two);
    const { record } = await readStoredCase(core, caseId);
    await signOffSanitisedText(createCasework(core), two, {
      ...(await createAskedChange(core, caseId)),
      of: record.sanitised?.digest ?? '',
    });
    expect(await each()).toEqual([0, 0]);
  });

  it('waits for both where each asked for another thing', async () => {
    await sanitise(one);
    const { record } = await readStoredCase(core, caseId);
    const found = await core.store.cases.read(caseId);
    const erasure = { askedBy: two.objectId, on: record.receivedOn };
    if (found) await core.store.cases.change({ case: { ...found, value: { ...record, erasure } }, events: [] });
    expect(await each()).toEqual([1, 1]);
  });

  it('is what one asked for oneself for nobody else than oneself, and ends where it is taken back', async () => {
    const closed = createCase({ status: 'closed' });
    await core.store.cases.create(closed, createAlert(closed.caseId), [firstEvent(closed.caseId)]);
    caseId = closed.caseId;
    await erase(one);
    expect(await each()).toEqual([0, 1]);
    await refuseErasure(createCasework(core), one, await createAskedChange(core, caseId));
    expect(await each()).toEqual([0, 0]);
  });
});
