import { needsReferralDecision } from '../../core/model/classification.ts';
import { isSafetyMissing, isUnopened } from '../../core/model/case-record.ts';
import type { CaseView } from '../../contract/operation-answers.ts';

export type NextStep =
  | 'acknowledge'
  | 'read'
  | 'safety'
  | 'take'
  | 'erasure'
  | 'triage'
  | 'referral'
  | 'refer'
  | 'detriment'
  | 'answer';

type StepView = Pick<CaseView, 'record' | 'alertWaits' | 'deadlines'>;

/** Of what the record says is still to do, what comes first; `undefined` if nothing presses. */
export function nextStep({ record, alertWaits, deadlines }: StepView, today: string): NextStep | undefined {
  const { status, erasure, referral, detrimentCheck, assignee } = record;
  if (record.erasedOn !== undefined) return undefined;
  if (status === 'received' || alertWaits) return 'acknowledge';
  if (isUnopened(record)) return 'read';
  if (isSafetyMissing(record)) return 'safety';
  if (erasure !== undefined) return 'erasure';
  if (detrimentCheck !== undefined && detrimentCheck.dueOn <= today) return 'detriment';
  if (status === 'closed') return undefined;
  if (assignee === undefined) return 'take';
  if (status === 'acknowledged') return 'triage';
  if (referral?.decision === 'refer') return 'refer';
  if (referral === undefined && needsReferralDecision(record)) return 'referral';
  return deadlines.some(({ deadline }) => deadline === 'update') ? 'answer' : undefined;
}
