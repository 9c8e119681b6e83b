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
  | 'withdrawCard'
  | 'part'
  | 'triage'
  | 'referral'
  | 'refer'
  | 'detriment'
  | 'answer';

type StepView = Pick<CaseView, 'record' | 'alertWaits' | 'deadlines'>;

interface Me {
  readonly objectId: PersonId;
  readonly personGroups?: true | undefined;
}

/** Nobody parts two people once the force has switched groups off. */
export function withdrawalStep(
  { cardWithdrawal, subjectCard, formerCards = [], samePerson = [] }: StepView['record'],
  { objectId, personGroups }: Me,
): 'withdrawCard' | 'part' | undefined {
  if (cardWithdrawal === undefined || cardWithdrawal.by === objectId) return undefined;
  if ([subjectCard, ...formerCards].some((card) => card?.digest === cardWithdrawal.of)) return 'withdrawCard';
  return personGroups === true && samePerson.length > 0 ? 'part' : undefined;
}

/** The step that a colleague asks this person to agree to, since no one can alone. */
function agreementStep(record: StepView['record'], me: Me): NextStep | undefined {
  const { closing, lowering, sanitised, status } = record;
  const by = me.objectId;
  if (closing !== undefined && closing.by !== by && status !== 'closed') return 'agreeClosing';
  if (lowering !== undefined && lowering.by !== by) return 'agreeLowering';
  if (sanitised !== undefined && sanitised.signedBy === undefined && sanitised.by !== by) return 'sign';
  return withdrawalStep(record, me);
}

/** The first thing still to do for this person, by the record; `undefined` if there is none. */
export function nextStep(
  { record, alertWaits, deadlines }: StepView,
  me: Me & { readonly today: string },
): NextStep | undefined {
  const { status, erasure, referral, detrimentCheck, assignee } = record;
  if (record.erasedOn !== undefined) return undefined;
  if (status === 'received' || alertWaits) return 'acknowledge';
  if (isUnopened(record)) return 'read';
  if (isSafetyMissing(record)) return 'safety';
  if (erasure !== undefined) return 'erasure';
  const agreement = agreementStep(record, me);
  if (agreement !== undefined) return agreement;
  if (detrimentCheck !== undefined && detrimentCheck.dueOn <= me.today) return 'detriment';
  if (status === 'closed') return undefined;
  if (assignee === undefined) return 'take';
  if (status === 'acknowledged') return 'triage';
  if (referral?.decision === 'refer') return 'refer';
  if (referral === undefined && needsReferralDecision(record)) return 'referral';
  return deadlines.some(({ deadline }) => deadline === 'update') ? 'answer' : undefined;
}
