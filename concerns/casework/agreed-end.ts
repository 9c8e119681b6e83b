import type { EntriesAsked } from '../ports/history.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { EventKind } from '../records/event-record.ts';
import type { Outcome } from '../terms/outcomes.ts';
import { isAbuseOfPosition } from '../terms/serious-corruption.ts';
import type { Standing, Step } from './act.ts';
import { askedForGradings } from './second-person.ts';

/** The kinds of entry after which nobody has agreed to an end any more: the case is not the one that they agreed about. */
const endsAgreement = [
  'messageFromReporter',
  'triaged',
  'referralDecided',
  'moved',
  'closed',
  'reopened',
  'movedToReserve',
] as const satisfies readonly EventKind[];

/** The questions to a history on whether an agreement still holds. */
export const askedForAgreement: readonly EntriesAsked[] = [{ kinds: endsAgreement, last: 1 }];

/** A record without an agreement that a step of this kind ends. */
export const withoutEndedAgreement = ({ record, event }: Step): CaseRecord =>
  record.closing !== undefined && endsAgreement.some((kind) => kind === event.kind)
    ? { ...record, closing: undefined }
    : record;

/**
 * Whether one person does not end a case alone: it is urgent, was ever flagged or was reported as abuse of position, or
 * was decided not to be referred. A grading does not take an earlier flag back.
 */
export const needsAgreement = ({ record, entries }: Pick<Standing, 'record' | 'entries'>): boolean =>
  record.urgency === 'urgent' ||
  record.referral?.decision === 'doNotRefer' ||
  isAbuseOfPosition(record) ||
  entries(askedForGradings).some(({ detail }) => isAbuseOfPosition({ flags: detail?.flags ?? [] }));

/**
 * The outcome that another person agreed to who holds a role now and is not shut out, after the last that is known of the
 * case; `undefined` if nobody did.
 */
export function agreedOutcome({ record, entries, holders, by }: Standing): Outcome | undefined {
  const { closing, handledBy, excluded } = record;
  if (closing === undefined || closing.by === by || excluded.includes(closing.by)) return undefined;
  if (![...holders[handledBy], ...holders.reserve].includes(closing.by)) return undefined;
  const [end] = entries({ kinds: endsAgreement, last: 1 });
  return end !== undefined && end.sequence > closing.sequence ? undefined : closing.outcome;
}
