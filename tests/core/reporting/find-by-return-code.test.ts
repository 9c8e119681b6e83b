import { beforeEach, describe, expect, it } from '@jest/globals';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import type { TimeLimits } from '../../../core/model/deadlines.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { findByReturnCode, type ComeBackDependencies } from '../../../core/reporting/find-by-return-code.ts';
import { saveDraft } from '../../../core/reporting/drafts.ts';
import { initialReportState } from '../../../core/reporting/report-flow.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { eraseCase } from '../../support/core/erase-case.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { createMailboxDecrypter } from '../../../crypto/decrypt-seal.ts';
import { createSubmission, type Core, newReturnCode, withIntake } from '../../support/core/open-core.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const core = setUpCore();
let deps: ComeBackDependencies & Core['deps'];
const depsWith = (timeLimits: TimeLimits) => ({
  ...withIntake({ ...core.deps, timeLimits }),
  mailbox: createMailboxDecrypter(),
});
beforeEach(() => {
  deps = depsWith({ acknowledge: 2, update: 14 });
});

describe('coming back with a code', () => {
  it('finds the report that was sent, how it stands and how often it was added to', async () => {
    const submission = createSubmission();
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
      thread: { entries: [], unverifiedCount: 0 },
    };
    expect(await findByReturnCode(deps, submission.code)).toEqual(found);
    await addFollowUp(core.deps, { code: submission.code, id: 'one', text: 'more' });
    expect(await findByReturnCode(deps, submission.code)).toEqual({
      ...found,
      followUps: 1,
      thread: { entries: [{ from: 'reporter', on: '2026-11-25' }], unverifiedCount: 0 },
    });
  });

  it('finds the draft that was kept, as long as no report is sent', async () => {
    const submission = createSubmission();
    const state = { ...initialReportState(submission.code, 'en'), answers: submission.answers };
    await saveDraft(core.deps, state);
    expect(await findByReturnCode(deps, submission.code)).toEqual({ kind: 'draft', state, until: '2026-12-02' });
    await submitReport(core.deps, submission);
    expect((await findByReturnCode(deps, submission.code)).kind).toBe('case');
  });

  it('finds nothing under any other code', async () => {
    await submitReport(core.deps, createSubmission());
    expect(await findByReturnCode(deps, newReturnCode())).toEqual({ kind: 'nothing' });
  });

  it('names a day only where the force has set one, and says when it is over', async () => {
    const submission = createSubmission();
    await submitReport(core.deps, submission);
    core.pass(3 * 86_400_000);
    expect(await findByReturnCode(deps, submission.code)).toMatchObject({
      next: { dueOn: '2026-11-27', isLate: true },
    });
    expect(await findByReturnCode(depsWith({ triage: 5 }), submission.code)).toMatchObject({
      next: undefined,
    });
  });

  it('is told nothing of the tasks that the unit has set itself', async () => {
    const submission = createSubmission();
    await submitReport(core.deps, submission);
    const standing = await core.store.cases.read(deriveCaseId(submission.code));
    if (standing === undefined) throw new Error('no case');
    const tasks = [{ id: 'a-task', dueOn: standing.value.receivedOn }];
    await core.store.cases.change({ case: { ...standing, value: { ...standing.value, tasks } }, events: [] });
    expect(await findByReturnCode(depsWith({}), submission.code)).toMatchObject({ next: undefined });
    expect(await findByReturnCode(deps, submission.code)).toMatchObject({
      next: { dueOn: '2026-11-27', isLate: false },
    });
  });

  it('says that nothing is left of a report that was erased, also before the digest of a mailbox was kept', async () => {
    for (const left of [{}, { mailboxRecipient: '' }]) {
      const submission = createSubmission();
      await submitReport(core.deps, submission);
      await eraseCase(core.store, submission.code, left);
      expect(await findByReturnCode(deps, submission.code)).toEqual({ kind: 'erased', on: '2026-11-25' });
    }
  });

  it('does not find the case of somebody else that has the same reference', async () => {
    const code = newReturnCode();
    const other = createCase({ caseId: deriveCaseId(code) });
    await core.store.cases.create(other, createAlert(other.caseId), [firstEvent(other.caseId)]);
    expect(await findByReturnCode(deps, code)).toEqual({ kind: 'nothing' });
  });
});
