import type { CaseRecord, CaseStatus } from '../model/case-record.ts';
import { type ReferralDecision, referralDecisions } from '../model/case-terms.ts';

/**
 * Acknowledging and triage set their own states, so that no one works on an ungraded case; a reporter's message also
 * reopens one.
 */
const transitions: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  received: ['acknowledged'],
  acknowledged: ['triaged'],
  triaged: ['inProgress', 'awaitingReporter', 'closed'],
  inProgress: ['awaitingReporter', 'closed'],
  awaitingReporter: ['inProgress', 'closed'],
  closed: ['reopened'],
  reopened: ['inProgress', 'awaitingReporter', 'closed'],
};

export const allowedTransitions = (status: CaseStatus): readonly CaseStatus[] => transitions[status];

export const mayTransition = (from: CaseStatus, to: CaseStatus): boolean => transitions[from].includes(to);

export const allowedReferralDecisions = ({
  status,
  referral,
}: Pick<CaseRecord, 'status' | 'referral'>): readonly ReferralDecision[] =>
  status !== 'closed' ? referralDecisions : referral?.decision === 'refer' ? ['referred'] : [];
