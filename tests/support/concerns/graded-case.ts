import { acknowledgeCase } from '../../../concerns/casework/acknowledge-case.ts';
import { triageCase } from '../../../concerns/casework/progress.ts';
import { caseIdOf } from '../../../concerns/records/code-keys.ts';
import { submitReport } from '../../../concerns/reporting/submit-report.ts';
import type { CaseId } from '../../../concerns/terms/case-id.ts';
import type { Flag, Kind } from '../../../concerns/terms/kinds.ts';
import type { NationalCategory } from '../../../concerns/terms/national-categories.ts';
import type { ReturnCode } from '../../../concerns/terms/return-code.ts';
import { asked, casework, one } from './casework.ts';
import { aSubmission, type Core, freshCode } from './open-core.ts';

/** How a case is reported and graded. */
export interface Graded {
  readonly kind?: Kind;
  readonly flags?: readonly Flag[];
  readonly category?: NationalCategory;
}

/** A case that was reported and graded so, and that nobody has opened. */
export async function gradedCase(
  core: Core,
  { kind, flags = [], category = 'other' }: Graded = {},
): Promise<{ readonly code: ReturnCode; readonly caseId: CaseId }> {
  const code = freshCode();
  const caseId = caseIdOf(code);
  const answers = { mode: 'notKept', what: 'it', conflict: 'no', ...(kind && { kind }) } as const;
  await submitReport(core.deps, aSubmission({ code, answers }));
  await acknowledgeCase(core.deps, caseId, one);
  const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
  const as = { category, grading, flags, regime: 'general' } as const;
  await triageCase(casework(core), one, { ...(await asked(core, caseId)), ...as });
  return { code, caseId };
}

/** What an act says that gates keep from its case. */
export const gated = (...gates: readonly string[]) => ({ kind: 'notAllowed', why: 'state', gates });
