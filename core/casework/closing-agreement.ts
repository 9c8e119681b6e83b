import type { HistoryEntryQuery } from '../ports/case-store.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { eventKinds } from '../model/event-record.ts';
import { isEndToSign, type Outcome } from '../model/case-terms.ts';
import { isAbuseOfPosition, type SignOffTerm } from '../model/classification.ts';
import type { DecisionContext, CaseStep } from './case-action.ts';
import { eventEffects } from './event-effects.ts';
import { gradingsQuery } from './four-eyes.ts';

const agreementEndingKinds = eventKinds.filter((kind) => eventEffects[kind].endsAgreement);

export const agreementQueries: readonly HistoryEntryQuery[] = [{ kinds: agreementEndingKinds, last: 1 }];

export const withoutEndedAgreement = ({ record, event }: CaseStep): CaseRecord =>
  eventEffects[event.kind].endsAgreement && (record.closing ?? record.lowering) !== undefined
    ? { ...record, closing: undefined, lowering: undefined }
    : record;

/**
 * One person does not close a case alone that is or was urgent, was ever flagged or reported as abuse of position, or
 * is not to be referred. A later grading does not change that.
 */
export const needsAgreement = ({ record, entries }: Pick<DecisionContext, 'record' | 'entries'>): boolean =>
  record.urgency === 'urgent' ||
  record.wasUrgent !== undefined ||
  record.referral?.decision === 'doNotRefer' ||
  isAbuseOfPosition(record) ||
  entries(gradingsQuery).some(({ detail }) => isAbuseOfPosition({ flags: detail?.flags ?? [] }));

/** The outcome to which another current handler, who is not excluded, agreed after the last news of the case. */
export function agreedOutcome({ record, entries, holders, by }: DecisionContext): Outcome | undefined {
  const { closing, handledBy, excluded } = record;
  if (closing === undefined || closing.by === by || excluded.includes(closing.by)) return undefined;
  if (![...holders[handledBy], ...holders.reserve].includes(closing.by)) return undefined;
  const [end] = entries({ kinds: agreementEndingKinds, last: 1 });
  return end !== undefined && end.sequence > closing.sequence ? undefined : closing.outcome;
}

/**
 * `needed`: the force lists its category or a flag, now or in an earlier grading. `signed`: with the agreement that stands,
 * this person may close it.
 */
export type SignOffState = 'none' | 'needed' | 'signed';

const isListed = ({ record, entries, signOff }: Pick<DecisionContext, 'record' | 'entries' | 'signOff'>): boolean => {
  if (signOff.length === 0 || record.handledBy !== 'acu') return false;
  const terms = [
    record.nationalCategory,
    ...record.flags,
    ...entries(gradingsQuery).flatMap(({ detail }) => [detail?.category, ...(detail?.flags ?? [])]),
  ];
  return terms.some((term) => term !== undefined && signOff.some((listed: SignOffTerm) => listed === term));
};

/** Whether one of the two who end the case is a supervisor, or one of the reserve who was asked has agreed. */
export function signOffState(context: DecisionContext): SignOffState {
  if (!isListed(context)) return 'none';
  const { holders, by, record } = context;
  const signers = [...holders.supervisors, ...holders.reserve];
  const isSigned =
    agreedOutcome(context) !== undefined &&
    (holders.supervisors.includes(by) || (record.closing !== undefined && signers.includes(record.closing.by)));
  return isSigned ? 'signed' : 'needed';
}

export const waitsForSignOff = (context: DecisionContext, outcome: Outcome): boolean =>
  isEndToSign(outcome, context.record.referral?.decision) &&
  (signOffState(context) === 'needed' || (signOffState(context) === 'signed' && agreedOutcome(context) !== outcome));

/** Whether someone asked for an end that only a supervisor, or the reserve in their place, can agree to now. */
export function awaitsSupervisor(context: DecisionContext): boolean {
  const { closing, referral } = context.record;
  if (closing === undefined || !isEndToSign(closing.outcome, referral?.decision) || !isListed(context)) return false;
  return ![...context.holders.supervisors, ...context.holders.reserve].includes(closing.by);
}
