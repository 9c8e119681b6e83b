import type { CaseRecord } from '../records/case-record.ts';
import { type ReferralDecision, referralDecisions } from '../terms/outcomes.ts';

export const allowedReferralDecisions = ({
  status,
  referral,
}: Pick<CaseRecord, 'status' | 'referral'>): readonly ReferralDecision[] =>
  status !== 'closed' ? referralDecisions : referral?.decision === 'refer' ? ['referred'] : [];
