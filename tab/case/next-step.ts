import { needsReferralDecision } from '../../core/model/classification.ts';
import { isSafetyMissing, isUnopened } from '../../core/model/case-record.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { CaseView } from '../../contract/operation-answers.ts';

export type NextStep =
  | 'acknowledge'
  | 'read'
  | 'safety'
  | 'take'
  | 'erasure'
  | 'agreeClosing'
  | 'agreeLowering'
  | 'sign'
  | 'triage'
  | 'referral'
  | 'refer'
  | 'detriment'
  | 'answer';

type StepView = Pick<CaseView, 'record' | 'alertWaits' | 'deadlines'>;

/** The step that a colleague asks this person to agree to, since no one can alone. */
function agreementStep(
  { closing, lowering, sanitised, status }: StepView['record'],
  by: PersonId,
): NextStep | undefined {
  if (closing !== undefined && closing.by !== by && status !== 'closed') return 'agreeClosing';
  if (lowering !== undefined && lowering.by !== by) return 'agreeLowering';
  return sanitised !== undefined && sanitised.signedBy === undefined && sanitised.by !== by ? 'sign' : undefined;
}

/** The first thing still to do for this person, by the record; `undefined` if there is none. */
export function nextStep(
  { record, alertWaits, deadlines }: StepView,
  { today, objectId }: { readonly today: string; readonly objectId: PersonId },
): NextStep | undefined {
  const { status, erasure, referral, detrimentCheck, assignee } = record;
  if (record.erasedOn !== undefined) return undefined;
  if (status === 'received' || alertWaits) return 'acknowledge';
  if (isUnopened(record)) return 'read';
  if (isSafetyMissing(record)) return 'safety';
  if (erasure !== undefined) return 'erasure';
  const agreement = agreementStep(record, objectId);
  if (agreement !== undefined) return agreement;
  if (detrimentCheck !== undefined && detrimentCheck.dueOn <= today) return 'detriment';
  if (status === 'closed') return undefined;
  if (assignee === undefined) return 'take';
  if (status === 'acknowledged') return 'triage';
  if (referral?.decision === 'refer') return 'refer';
  if (referral === undefined && needsReferralDecision(record)) return 'referral';
  return deadlines.some(({ deadline }) => deadline === 'update') ? 'answer' : undefined;
}
