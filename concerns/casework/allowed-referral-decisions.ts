import type { CaseRecord } from '../records/case-record.ts';
import { type ReferralDecision, referralDecisions } from '../terms/outcomes.ts';

/**
 * The decisions on a referral that somebody may record: any while the case is open; of a closed one whose referral was
 * decided, that it is made. To decide otherwise the case is reopened.
 */
export const allowedReferralDecisions = ({
  status,
  referral,
}: Pick<CaseRecord, 'status' | 'referral'>): readonly ReferralDecision[] =>
  status !== 'closed' ? referralDecisions : referral?.decision === 'refer' ? ['referred'] : [];
