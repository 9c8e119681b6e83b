import { describe, expect, it } from '@jest/globals';
import { agreeClosing, closeCase, changeCaseStatus, triageCase } from '../../../core/casework/case-lifecycle.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { excludePerson } from '../../../core/casework/exclusion.ts';
import { decideReferral } from '../../../core/casework/case-management.ts';
import { linkCase } from '../../../core/casework/link-case.ts';
import { runningDeadlines } from '../../../core/model/deadlines.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import { type Outcome, outcomes } from '../../../core/model/case-terms.ts';
import {
  createAskedChange,
  createCasework,
  newRequestId,
  one,
  saveCase,
  viewCase,
  readStoredCase,
  three,
  two,
  why,
  words,
} from '../../support/core/casework.ts';
import { createCaseInState, type CaseOptions, unmetPreconditions } from '../../support/core/case-states.ts';
import { today } from '../../support/contracts/records.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let code: ReturnCode;
let caseId: CaseId;

const on = () => createAskedChange(core, caseId);
const entry = () => ({ caseId, request: newRequestId() });
const read = (by = one) => releaseSeals(core.deps, caseId, by);
const write = (staysClosed = false) =>
  addFollowUp(core.deps, { code, id: newRequestId(), text: 'more', ...(staysClosed && { staysClosed }) });
const close = async (by = one, outcome: Outcome = 'noFurtherAction') =>
  closeCase(createCasework(core), by, { ...(await on()), outcome, answer: 'withheld', words: words() });
const refer = async (decision: 'refer' | 'doNotRefer' | 'referred') =>
  decideReferral(createCasework(core), one, { ...(await on()), decision, words: words() });
const record = async () => (await readStoredCase(core, caseId)).record;

const plainly = {
  category: 'other',
  grading: { source: '3', assessment: 'E', handling: 'P' },
  flags: [],
  regime: 'general',
} as const;

/** A colleague has read the case and agrees to its end, and the one who closes reads that. */
async function agree(outcome: Outcome = 'noFurtherAction'): Promise<void> {
  await read(two);
  await agreeClosing(createCasework(core), two, { ...(await on()), outcome, words: words() });
  await read();
}

/** A case that was reported and graded so, and that nobody has opened. */
async function graded(made?: CaseOptions): Promise<void> {
  ({ code, caseId } = await createCaseInState(core, 'graded', made));
}

describe('closing a case', () => {
  it('waits until somebody who sees it has opened the report', async () => {
    await graded();
    expect((await viewCase(core, caseId, one)).closingGates).toEqual(['notOpened']);
    expect(await close()).toEqual(unmetPreconditions('notOpened'));
    await read(two);
    expect((await viewCase(core, caseId, one)).closingGates).toEqual([]);
    expect(await close()).toMatchObject({ kind: 'changed' });
  });

  it('counts no opening of somebody who is out', async () => {
    await graded();
    await read(two);
    await excludePerson(createCasework(core), one, { ...entry(), person: two.objectId, words: why });
    expect(await close()).toEqual(unmetPreconditions('notOpened'));
    expect(await close(three)).toEqual(unmetPreconditions('notOpened'));
  });

  it('waits for each message of the reporter to be read, however often they write', async () => {
    await graded();
    await read();
    for (const reader of [one, two]) {
      await write();
      await write();
      expect((await viewCase(core, caseId, three)).closingGates).toEqual(['unreadMessage']);
      expect(await close()).toEqual(unmetPreconditions('unreadMessage'));
      await read(reader);
      expect((await viewCase(core, caseId, three)).closingGates).toEqual([]);
    }
    expect(await close()).toMatchObject({ kind: 'changed' });
  });

  const flagged: readonly (readonly [string, CaseOptions])[] = [
    ['flagged as abuse of position for a sexual purpose', { flags: ['apsp'] }],
    ['reported as crossing boundaries, whatever was flagged since', { kind: 'boundaries' }],
    ['reported as bribery', { kind: 'bribery' }],
    ['graded as infiltration', { category: 'infiltration' }],
    ['graded as perverting the course of justice', { category: 'pervertingJustice' }],
  ];
  it.each(flagged)('waits for a decision on referral where it was %s', async (_, how) => {
    await graded(how);
    const byTwo = how.kind === 'boundaries' || how.flags !== undefined ? ['notAgreed'] : [];
    expect(await close()).toEqual(unmetPreconditions('notOpened', 'referralUndecided', ...byTwo));
    await read();
    expect(await close()).toEqual(unmetPreconditions('referralUndecided', ...byTwo));
    // No later grading takes back what was alleged.
    await triageCase(createCasework(core), one, { ...(await on()), ...plainly });
    expect(await close()).toEqual(unmetPreconditions('referralUndecided', ...byTwo));
    await refer('referred');
    if (byTwo.length > 0) await agree();
    expect(await close()).toMatchObject({ kind: 'changed' });
  });

  it('asks for no decision on referral where nothing says serious corruption', async () => {
    await graded({ kind: 'discrimination', flags: ['discrimination'] });
    await read();
    expect(await close()).toMatchObject({ kind: 'changed' });
  });

  it('as the same as another case needs a link with one that whoever closes may see, and that is none itself', async () => {
    await graded();
    const first = caseId;
    await read();
    expect(await close(one, 'duplicate')).toEqual(unmetPreconditions('notLinked'));
    const other = await saveCase(core);
    await linkCase(createCasework(core), one, { ...entry(), other });
    await excludePerson(createCasework(core), two, {
      caseId: other,
      request: newRequestId(),
      person: one.objectId,
      words: why,
    });
    expect(await close(one, 'duplicate')).toEqual(unmetPreconditions('notLinked'));
    expect(await close(two, 'duplicate')).toMatchObject({ kind: 'changed' });
    // Two cases do not end as the same as each other.
    await graded();
    await read();
    await linkCase(createCasework(core), one, { ...entry(), other: first });
    expect(await close(one, 'duplicate')).toEqual(unmetPreconditions('notLinked'));
    expect(await close(one)).toMatchObject({ kind: 'changed' });
  });

  it('as the same as another waits for a supervisor if the force lists it, whatever the other case is', async () => {
    const listed = {
      signOff: ['domesticAbuse'],
      listSupervisors: async () => [two.objectId],
    } as const;
    const ends = async (by = one) =>
      closeCase(createCasework(core, listed), by, {
        ...(await on()),
        outcome: 'duplicate',
        answer: 'withheld',
        words: words(),
      });
    // Another case may be open or closed, listed or not: it ends by itself, or is about someone else.
    const closedOne = await (async () => {
      await graded();
      await read();
      await close();
      return caseId;
    })();
    const openOne = await saveCase(core);
    await graded({ flags: ['domesticAbuse'] });
    const listedOne = caseId;
    for (const other of [closedOne, openOne, listedOne]) {
      await graded({ flags: ['domesticAbuse'] });
      for (const by of [one, two, three]) await read(by);
      await linkCase(createCasework(core), one, { ...entry(), other });
      expect(await ends()).toEqual(unmetPreconditions('notAgreed'));
      expect(await ends(two)).toEqual(unmetPreconditions('notAgreed'));
      const agreed = async (by: typeof one) =>
        agreeClosing(createCasework(core, listed), by, { ...(await on()), outcome: 'duplicate', words: words() });
      expect(await agreed(three)).toMatchObject({ kind: 'changed' });
      expect(await ends()).toEqual(unmetPreconditions('notAgreed'));
      expect(await agreed(two)).toMatchObject({ kind: 'changed' });
      expect(await ends()).toMatchObject({ kind: 'changed' });
    }
    // What is not listed ends as before.
    await graded();
    await read();
    await linkCase(createCasework(core), one, { ...entry(), other: openOne });
    expect(await ends()).toMatchObject({ kind: 'changed' });
  });

  it('keeps its reason in the history, sealed', async () => {
    await graded();
    await read();
    await close();
    expect((await readStoredCase(core, caseId)).events.at(-1)).toMatchObject({ kind: 'closed', note: words() });
  });

  it('leaves a refused case as it was', async () => {
    await graded({ flags: ['apsp'] });
    const before = await readStoredCase(core, caseId);
    await close();
    await close(two, 'duplicate');
    expect(await readStoredCase(core, caseId)).toEqual(before);
  });
});

describe('a referral that was decided and not made', () => {
  const dueOn = addDays(today, 14);
  const closed = async (outcome: Outcome): Promise<void> => {
    await graded({ flags: ['apsp'] });
    await read();
    await refer('refer');
    await agree(outcome);
    await close(one, outcome);
  };

  it.each(outcomes.filter((outcome) => outcome !== 'duplicate'))(
    'stays due after %s, until it is made',
    async (outcome) => {
      await closed(outcome);
      expect(runningDeadlines(await record(), {})).toEqual([{ deadline: 'referral', dueOn }]);
      const overdue = { handledBy: 'acu', viewer: one.objectId, due: { referral: addDays(dueOn, 1) } } as const;
      expect(await core.store.list.count(overdue, 9)).toBe(1);
      await refer('referred');
      expect(await record()).toMatchObject({ status: 'closed', referral: { decision: 'referred' } });
      expect(runningDeadlines(await record(), {})).toEqual([]);
      expect(await refer('refer')).toEqual({ kind: 'notAllowed', why: 'state' });
    },
  );

  it('is taken back on an open case only', async () => {
    await closed('misconduct');
    for (const decision of ['doNotRefer', 'refer'] as const) {
      expect(await refer(decision)).toEqual({ kind: 'notAllowed', why: 'state' });
    }
    await changeCaseStatus(createCasework(core), one, { ...(await on()), to: 'reopened' });
    expect(await refer('doNotRefer')).toMatchObject({ kind: 'changed' });
    await read();
    expect(await close()).toEqual(unmetPreconditions('notAgreed'));
  });
});
