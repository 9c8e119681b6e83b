import { describe, expect, it } from '@jest/globals';
import { verifyCase } from '../../../core/casework/audit.ts';
import { consultCase } from '../../../core/casework/unseal-case.ts';
import { askErasure, eraseCase, refuseErasure } from '../../../core/casework/erasure.ts';
import { assignCase, setReview } from '../../../core/casework/handling.ts';
import { closeCase, moveCase } from '../../../core/casework/progress.ts';
import { afterEvent } from '../../../core/model/event-record.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseId, ReturnCode } from '../../../core/model/codes.ts';
import { erasureReasons, type Outcome } from '../../../core/model/outcomes.ts';
import { asked, casework, freshRequest, one, shownTo, stored, three, two, words } from '../../support/core/casework.ts';
import { caseInState, type CaseMade, gated } from '../../support/core/case-states.ts';
import { today } from '../../support/contracts/records.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
let caseId: CaseId;

const on = () => asked(core, caseId);
const read = (by = one) => consultCase(core.deps, caseId, by);
const write = (staysClosed = false) =>
  addFollowUp(core.deps, { code, id: freshRequest(), text: 'more', ...(staysClosed && { staysClosed }) });
const close = async (by = one, outcome: Outcome = 'noFurtherAction') =>
  closeCase(casework(core), by, { ...(await on()), outcome, answer: 'withheld', words: words() });
const record = async () => (await stored(core, caseId)).record;

/** A case that was reported and graded so, and that nobody has opened. */
async function graded(made?: CaseMade): Promise<void> {
  ({ code, caseId } = await caseInState(core, 'graded', made));
}

describe('erasing a case', () => {
  const ask = async (by = one) =>
    askErasure(casework(core), by, { ...(await on()), reason: 'sameRecord', words: words() });
  const erase = async (by = two) => eraseCase(casework(core), by, await on());
  const ended = async (): Promise<void> => {
    ({ code, caseId } = await caseInState(core, 'closed'));
  };

  it('is asked for a closed case only, and carried out on one only', async () => {
    await graded();
    expect((await shownTo(core, caseId, one)).erasureGates).toEqual(['notClosed']);
    expect(await ask()).toEqual(gated('notClosed'));
    await read();
    await close();
    expect((await shownTo(core, caseId, one)).erasureGates).toEqual([]);
    expect(await ask()).toMatchObject({ kind: 'changed' });
    expect((await shownTo(core, caseId, two)).erasureGates).toEqual(['reasonUnread']);
  });

  it('waits until the second person has opened the reason themselves, after it was written', async () => {
    await ended();
    await read(two);
    await ask();
    await read(three);
    await read(one);
    expect(await erase(two)).toEqual(gated('reasonUnread'));
    await read(two);
    expect((await shownTo(core, caseId, two)).erasureGates).toEqual([]);
    // Asked for anew, it is read anew.
    await refuseErasure(casework(core), two, await on());
    await ask();
    expect(await erase(two)).toEqual(gated('reasonUnread'));
    await read(two);
    expect(await erase(two)).toMatchObject({ kind: 'changed' });
  });

  it('waits for what the reporter wrote after closing to be read, also where it leaves the case closed', async () => {
    await ended();
    await write(true);
    expect(await record()).toMatchObject({ status: 'closed' });
    expect(await ask()).toEqual(gated('unreadMessage'));
    await read();
    await ask();
    await read(two);
    await write(true);
    expect(await erase(two)).toMatchObject({ kind: 'notAllowed' });
    expect((await stored(core, caseId)).events.map(({ kind }) => kind)).not.toContain('erased');
  });

  it('says everything that stands in its way at once', async () => {
    await graded();
    await read();
    await write();
    const review = { reviewOn: addDays(today, 30), hold: true };
    await setReview(casework(core), one, { ...(await on()), ...review });
    const all = ['unreadMessage', 'notClosed', 'onHold'];
    expect(await ask()).toEqual({ kind: 'notAllowed', why: 'onHold', gates: all });
    expect((await shownTo(core, caseId, one)).erasureGates).toEqual(all);
  });

  it('keeps the code of its reason in the history and in what remains', async () => {
    for (const reason of erasureReasons) {
      await ended();
      // Until nothing was done for as long as the force keeps a case.
      if (reason === 'retentionOver') core.pass(6 * 366 * 86_400_000);
      await askErasure(casework(core), one, { ...(await on()), reason, words: words() });
      await read(two);
      await erase();
      const { record: tombstone, events } = await stored(core, caseId);
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
    const { record: asking, event } = afterEvent(
      { ...standing.value, revision: standing.value.revision + 1, erasure: { askedBy: one.objectId, on: today } },
      { kind: 'erasureAsked', by: { objectId: one.objectId }, at: core.deps.clock().toISOString(), note: words() },
      { record: standing.value, last },
    );
    await core.store.cases.change({ case: { ...standing, value: asking }, events: [event] });
    await read(two);
    expect(await erase(two)).toEqual(gated('notClosed', 'noCode'));
    await assignCase(casework(core), one, { ...(await on()), to: one.objectId });
    await close(two);
    expect(await erase(two)).toEqual(gated('noCode'));
    await refuseErasure(casework(core), two, await on());
    await ask();
    await read(two);
    expect(await erase(two)).toMatchObject({ kind: 'changed' });
    const { record: tombstone, events } = await stored(core, caseId);
    expect(verifyCase(tombstone, events)).toBe('whole');
  });

  it('is not carried out on a case that was opened again meanwhile', async () => {
    await ended();
    await ask();
    await read(two);
    await moveCase(casework(core), three, { ...(await on()), to: 'reopened' });
    expect(await erase(two)).toEqual({ kind: 'notAllowed', why: 'notAsked' });
  });
});
