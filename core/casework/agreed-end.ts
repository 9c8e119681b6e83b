import type { EntriesAsked } from '../ports/case-store.ts';
import type { CaseRecord } from '../model/case-record.ts';
import type { EventKind } from '../model/event-record.ts';
import type { Outcome } from '../model/outcomes.ts';
import { isAbuseOfPosition } from '../model/kinds.ts';
import type { Standing, Step } from './acts.ts';
import { askedForGradings } from './four-eyes.ts';

/** After these kinds the case is not the one whose end was agreed. */
const endsAgreement = [
  'messageFromReporter',
  'triaged',
  'referralDecided',
  'moved',
  'closed',
  'reopened',
  'movedToReserve',
] as const satisfies readonly EventKind[];

export const askedForAgreement: readonly EntriesAsked[] = [{ kinds: endsAgreement, last: 1 }];

export const withoutEndedAgreement = ({ record, event }: Step): CaseRecord =>
  record.closing !== undefined && endsAgreement.some((kind) => kind === event.kind)
    ? { ...record, closing: undefined }
    : record;

/**
 * One person does not close a case alone that is urgent, was ever flagged or reported as abuse of position, or is not
 * to be referred. A later grading does not change that.
 */
export const needsAgreement = ({ record, entries }: Pick<Standing, 'record' | 'entries'>): boolean =>
  record.urgency === 'urgent' ||
  record.referral?.decision === 'doNotRefer' ||
  isAbuseOfPosition(record) ||
  entries(askedForGradings).some(({ detail }) => isAbuseOfPosition({ flags: detail?.flags ?? [] }));

/** The outcome to which another current handler, who is not excluded, agreed after the last news of the case. */
export function agreedOutcome({ record, entries, holders, by }: Standing): Outcome | undefined {
  const { closing, handledBy, excluded } = record;
  if (closing === undefined || closing.by === by || excluded.includes(closing.by)) return undefined;
  if (![...holders[handledBy], ...holders.reserve].includes(closing.by)) return undefined;
  const [end] = entries({ kinds: endsAgreement, last: 1 });
  return end !== undefined && end.sequence > closing.sequence ? undefined : closing.outcome;
}
