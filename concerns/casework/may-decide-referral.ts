import type { CaseRecord } from '../records/case-record.ts';
import { outlastsEnd } from '../terms/outcomes.ts';

/**
 * Whether somebody may decide about the referral of a case: while it is open, and of one whose subject left before the
 * end until the referral that was decided is made, or found not to be needed.
 */
export const mayDecideReferral = ({
  status,
  outcome,
  referral,
}: Pick<CaseRecord, 'status' | 'outcome' | 'referral'>): boolean =>
  status !== 'closed' || (outlastsEnd(outcome) && referral?.decision === 'refer');
