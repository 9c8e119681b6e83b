import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import type { CaseworkDependencies } from '../../../core/casework/case-action.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { closeCase, changeCaseStatus, triageCase } from '../../../core/casework/case-lifecycle.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { ReturnCode } from '../../../core/model/return-code.ts';
import type { Flag, ReportKind, NationalCategory } from '../../../core/model/classification.ts';
import type { IdentityMode } from '../../../core/model/questions.ts';
import { createAskedChange, createCasework, one, reserve, words } from './casework.ts';
import { createSubmission, type Core, newReturnCode } from './open-core.ts';

/** How far a case goes, in this order. */
export const caseStates = ['received', 'acknowledged', 'graded', 'opened', 'closed', 'reopened'] as const;
export type CaseState = (typeof caseStates)[number];

/** How a case is reported, graded and closed, where it differs from the plainest. */
export interface CaseOptions {
  readonly mode?: IdentityMode;
  /** Whom it is about: anything but `no` makes it a case of the reserve. */
  readonly conflict?: 'no' | 'yes' | 'chief';
  readonly kind?: ReportKind;
  readonly flags?: readonly Flag[];
  readonly category?: NationalCategory;
  readonly answer?: 'kept' | 'withheld';
  /** What the use case that closes it works with. */
  readonly closing?: Partial<CaseworkDependencies>;
}

/** Brings a case to a state by the use cases of those who handle it: one person of the unit, or of the reserve. */
export async function createCaseInState(
  core: Core,
  state: CaseState,
  made: CaseOptions = {},
): Promise<{ readonly code: ReturnCode; readonly caseId: CaseId }> {
  const { mode = 'notKept', conflict = 'no', kind, flags = [], category = 'other', answer = 'withheld' } = made;
  const by = conflict === 'no' ? one : reserve;
  const code = newReturnCode();
  const caseId = deriveCaseId(code);
  const change = () => createAskedChange(core, caseId);
  const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
  const steps: Readonly<Record<CaseState, () => Promise<unknown>>> = {
    received: () =>
      submitReport(
        core.deps,
        createSubmission({ code, answers: { mode, what: 'what happened', conflict, ...(kind && { kind }) } }),
      ),
    acknowledged: () => acknowledgeCase(core.deps, caseId, by),
    graded: async () =>
      triageCase(createCasework(core), by, { ...(await change()), category, grading, flags, regime: 'general' }),
    opened: () => releaseSeals(core.deps, caseId, by),
    closed: async () =>
      closeCase(createCasework(core, made.closing), by, {
        ...(await change()),
        outcome: 'noFurtherAction',
        answer,
        words: words(),
      }),
    reopened: async () => changeCaseStatus(createCasework(core), by, { ...(await change()), to: 'reopened' }),
  };
  for (const step of caseStates.slice(0, caseStates.indexOf(state) + 1)) await steps[step]();
  return { code, caseId };
}

/** What an act says that gates keep from its case. */
export const unmetPreconditions = (...gates: readonly string[]) => ({ kind: 'notAllowed', why: 'state', gates });
