import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addToReport } from '../../concerns/add-to-report.ts';
import { caseIdOf } from '../../concerns/code-keys.ts';
import { comeBack } from '../../concerns/come-back.ts';
import { keepDraft } from '../../concerns/drafts.ts';
import { startReport } from '../../concerns/report-flow.ts';
import { submitReport } from '../../concerns/submit-report.ts';
import { aCase, anAlert, firstEvent } from '../contracts/records.ts';
import { aSubmission, type Core, freshCode, openCore } from './open-core.ts';

let core: Core;
beforeEach(() => {
  core = openCore();
});
afterEach(() => core.close());

describe('coming back with a code', () => {
  it('finds the report that was sent, how it stands and how often it was added to', async () => {
    const submission = aSubmission();
    await submitReport(core.deps, submission);
    const found = { kind: 'case', status: 'received', receivedOn: '2026-11-25', additions: 0 };
    expect(await comeBack(core.deps, submission.code)).toEqual(found);
    await addToReport(core.deps, { code: submission.code, id: 'one', text: 'more' });
    expect(await comeBack(core.deps, submission.code)).toEqual({ ...found, additions: 1 });
  });

  it('finds the draft that was kept, as long as no report is sent', async () => {
    const submission = aSubmission();
    const state = { ...startReport(submission.code, 'en'), answers: submission.answers };
    await keepDraft(core.deps, state);
    expect(await comeBack(core.deps, submission.code)).toEqual({ kind: 'draft', state, until: '2026-12-02' });
    await submitReport(core.deps, submission);
    expect((await comeBack(core.deps, submission.code)).kind).toBe('case');
  });

  it('finds nothing under any other code', async () => {
    await submitReport(core.deps, aSubmission());
    expect(await comeBack(core.deps, freshCode())).toEqual({ kind: 'nothing' });
  });

  it('does not find the case of somebody else that has the same reference', async () => {
    const code = freshCode();
    const other = aCase({ caseId: caseIdOf(code) });
    await core.store.cases.create(other, anAlert(other.caseId), [firstEvent(other.caseId)]);
    expect(await comeBack(core.deps, code)).toEqual({ kind: 'nothing' });
  });
});
