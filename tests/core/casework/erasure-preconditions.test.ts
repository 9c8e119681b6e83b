import { describe, expect, it } from '@jest/globals';
import { verifyCase } from '../../../core/casework/integrity-verification.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { requestErasure, eraseCase, refuseErasure } from '../../../core/casework/erasure.ts';
import { assignCase, setReview } from '../../../core/casework/case-management.ts';
import { closeCase, changeCaseStatus } from '../../../core/casework/case-lifecycle.ts';
import { appendEvent } from '../../../core/model/event-record.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { erasureReasons, type Outcome } from '../../../core/model/case-terms.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  viewCase,
  readStoredCase,
  three,
  two,
  words,
} from '../../support/core/casework.ts';
import { createCaseInState, type CaseOptions, unmetPreconditions } from '../../support/core/case-states.ts';
import { today } from '../../support/contracts/records.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
let caseId: CaseId;

const on = () => createAskedChange(core, caseId);
const read = (by = one) => releaseSeals(core.deps, caseId, by);
const write = (staysClosed = false) =>
  addFollowUp(core.deps, { code, id: newRequestId(), text: 'more', ...(staysClosed && { staysClosed }) });
const close = async (by = one, outcome: Outcome = 'noFurtherAction') =>
  closeCase(createCasework(core), by, { ...(await on()), outcome, answer: 'withheld', words: words() });
const record = async () => (await readStoredCase(core, caseId)).record;

/** A case that was reported and graded so, and that nobody has opened. */
async function graded(made?: CaseOptions): Promise<void> {
  ({ code, caseId } = await createCaseInState(core, 'graded', made));
}

describe('erasing a case', () => {
  const ask = async (by = one) =>
    requestErasure(createCasework(core), by, { ...(await on()), reason: 'sameRecord', words: words() });
  const erase = async (by = two) => eraseCase(createCasework(core), by, await on());
  const ended = async (): Promise<void> => {
    ({ code, caseId } = await createCaseInState(core, 'closed'));
  };

  it('is asked for a closed case only, and carried out on one only', async () => {
    await graded();
    expect((await viewCase(core, caseId, one)).erasureGates).toEqual(['notClosed']);
    expect(await ask()).toEqual(unmetPreconditions('notClosed'));
    await read();
    await close();
    expect((await viewCase(core, caseId, one)).erasureGates).toEqual([]);
    expect(await ask()).toMatchObject({ kind: 'changed' });
    expect((await viewCase(core, caseId, two)).erasureGates).toEqual(['reasonUnread']);
  });

  it('waits until the second person has opened the reason themselves, after it was written', async () => {
    await ended();
    await read(two);
    await ask();
    await read(three);
    await read(one);
    expect(await erase(two)).toEqual(unmetPreconditions('reasonUnread'));
    await read(two);
    expect((await viewCase(core, caseId, two)).erasureGates).toEqual([]);
    // Asked for anew, it is read anew.
    await refuseErasure(createCasework(core), two, await on());
    await ask();
    expect(await erase(two)).toEqual(unmetPreconditions('reasonUnread'));
    await read(two);
    expect(await erase(two)).toMatchObject({ kind: 'changed' });
  });

  it('waits for what the reporter wrote after closing to be read, also where it leaves the case closed', async () => {
    await ended();
    await write(true);
    expect(await record()).toMatchObject({ status: 'closed' });
    expect(await ask()).toEqual(unmetPreconditions('unreadMessage'));
    await read();
    await ask();
    await read(two);
    await write(true);
    expect(await erase(two)).toMatchObject({ kind: 'notAllowed' });
    expect((await readStoredCase(core, caseId)).events.map(({ kind }) => kind)).not.toContain('erased');
  });

  it('says everything that stands in its way at once', async () => {
    await graded();
    await read();
    await write();
    const review = { reviewOn: addDays(today, 30), hold: true };
    await setReview(createCasework(core), one, { ...(await on()), ...review });
    const all = ['unreadMessage', 'notClosed', 'onHold'];
    expect(await ask()).toEqual({ kind: 'notAllowed', why: 'onHold', gates: all });
    expect((await viewCase(core, caseId, one)).erasureGates).toEqual(all);
  });

  it('keeps the code of its reason in the history and in what remains', async () => {
    for (const reason of erasureReasons) {
      await ended();
      // Until nothing was done for as long as the force keeps a case.
      if (reason === 'retentionOver') core.pass(6 * 366 * 86_400_000);
      await requestErasure(createCasework(core), one, { ...(await on()), reason, words: words() });
      await read(two);
      await erase();
      const { record: tombstone, events } = await readStoredCase(core, caseId);
      expect(tombstone.erasedFor).toBe(reason);
      const said = events.filter(({ kind }) => kind === 'erasureAsked' || kind === 'erased');
      expect(said.map(({ detail }) => detail?.erasedFor)).toEqual([reason, reason]);
      expect(verifyCase(tombstone, events)).toBe('whole');
    }
  });

  it('that an earlier version was asked for, without a code and of an open case, goes no further', async () => {
    await graded();
    const standing = await core.store.cases.read(caseId);
    if (!standing) throw new Error('it was saved');
    const [last] = await core.store.history.entries(caseId, { last: 1 });
    const { record: asking, event } = appendEvent(
      { ...standing.value, revision: standing.value.revision + 1, erasure: { askedBy: one.objectId, on: today } },
      { kind: 'erasureAsked', by: { objectId: one.objectId }, at: core.deps.clock().toISOString(), note: words() },
      { record: standing.value, last },
    );
    await core.store.cases.change({ case: { ...standing, value: asking }, events: [event] });
    await read(two);
    expect(await erase(two)).toEqual(unmetPreconditions('notClosed', 'noCode'));
    await assignCase(createCasework(core), one, { ...(await on()), to: one.objectId });
    await close(two);
    expect(await erase(two)).toEqual(unmetPreconditions('noCode'));
    await refuseErasure(createCasework(core), two, await on());
    await ask();
    await read(two);
    expect(await erase(two)).toMatchObject({ kind: 'changed' });
    const { record: tombstone, events } = await readStoredCase(core, caseId);
    expect(verifyCase(tombstone, events)).toBe('whole');
  });

  it('is not carried out on a case that was opened again meanwhile', async () => {
    await ended();
    await ask();
    await read(two);
    await changeCaseStatus(createCasework(core), three, { ...(await on()), to: 'reopened' });
    expect(await erase(two)).toEqual({ kind: 'notAllowed', why: 'notAsked' });
  });
});
