import { beforeEach, describe, expect, it } from '@jest/globals';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import type { TimeLimits } from '../../../core/model/deadlines.ts';
import { caseIdOf } from '../../../core/model/return-code-keys.ts';
import { comeBack, type ComeBackDependencies } from '../../../core/reporting/come-back.ts';
import { keepDraft } from '../../../core/reporting/drafts.ts';
import { startReport } from '../../../core/reporting/report-flow.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { erasedAtOnce } from '../../support/core/erased-at-once.ts';
import { aCase, anAlert, firstEvent } from '../../support/contracts/records.ts';
import { createMailbox } from '../../../crypto/decrypt-seal.ts';
import { aSubmission, type Core, freshCode, withDesk } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let deps: ComeBackDependencies & Core['deps'];
const depsWith = (timeLimits: TimeLimits) => ({ ...withDesk({ ...core.deps, timeLimits }), mailbox: createMailbox() });
beforeEach(() => {
  deps = depsWith({ acknowledge: 2, update: 14 });
});

describe('coming back with a code', () => {
  it('finds the report that was sent, how it stands and how often it was added to', async () => {
    const submission = aSubmission();
    await submitReport(core.deps, submission);
    const found = {
      kind: 'case',
      route: 'staff',
      status: 'received',
      receivedOn: '2026-11-25',
      followUps: 0,
      next: { dueOn: '2026-11-27', isLate: false },
      answer: undefined,
      asksOn: undefined,
      identityOpenedOn: undefined,
      isAskedWorse: false,
      files: 0,
      thread: { entries: [], doubtful: 0 },
    };
    expect(await comeBack(deps, submission.code)).toEqual(found);
    await addFollowUp(core.deps, { code: submission.code, id: 'one', text: 'more' });
    expect(await comeBack(deps, submission.code)).toEqual({
      ...found,
      followUps: 1,
      thread: { entries: [{ from: 'reporter', on: '2026-11-25' }], doubtful: 0 },
    });
  });

  it('finds the draft that was kept, as long as no report is sent', async () => {
    const submission = aSubmission();
    const state = { ...startReport(submission.code, 'en'), answers: submission.answers };
    await keepDraft(core.deps, state);
    expect(await comeBack(deps, submission.code)).toEqual({ kind: 'draft', state, until: '2026-12-02' });
    await submitReport(core.deps, submission);
    expect((await comeBack(deps, submission.code)).kind).toBe('case');
  });

  it('finds nothing under any other code', async () => {
    await submitReport(core.deps, aSubmission());
    expect(await comeBack(deps, freshCode())).toEqual({ kind: 'nothing' });
  });

  it('names a day only where the force has set one, and says when it is over', async () => {
    const submission = aSubmission();
    await submitReport(core.deps, submission);
    core.pass(3 * 86_400_000);
    expect(await comeBack(deps, submission.code)).toMatchObject({ next: { dueOn: '2026-11-27', isLate: true } });
    expect(await comeBack(depsWith({ triage: 5 }), submission.code)).toMatchObject({
      next: undefined,
    });
  });

  it('is told nothing of the tasks that the unit has set itself', async () => {
    const submission = aSubmission();
    await submitReport(core.deps, submission);
    const standing = await core.store.cases.read(caseIdOf(submission.code));
    if (standing === undefined) throw new Error('no case');
    const tasks = [{ id: 'a-task', dueOn: standing.value.receivedOn }];
    await core.store.cases.change({ case: { ...standing, value: { ...standing.value, tasks } }, events: [] });
    expect(await comeBack(depsWith({}), submission.code)).toMatchObject({ next: undefined });
    expect(await comeBack(deps, submission.code)).toMatchObject({ next: { dueOn: '2026-11-27', isLate: false } });
  });

  it('says that nothing is left of a report that was erased, also before the digest of a mailbox was kept', async () => {
    for (const left of [{}, { mailboxRecipient: '' }]) {
      const submission = aSubmission();
      await submitReport(core.deps, submission);
      await erasedAtOnce(core.store, submission.code, left);
      expect(await comeBack(deps, submission.code)).toEqual({ kind: 'erased', on: '2026-11-25' });
    }
  });

  it('does not find the case of somebody else that has the same reference', async () => {
    const code = freshCode();
    const other = aCase({ caseId: caseIdOf(code) });
    await core.store.cases.create(other, anAlert(other.caseId), [firstEvent(other.caseId)]);
    expect(await comeBack(deps, code)).toEqual({ kind: 'nothing' });
  });
});
