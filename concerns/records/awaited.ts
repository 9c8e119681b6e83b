import type { PersonId } from '../terms/directory.ts';
import type { CaseFigures, CaseRecord } from './case-record.ts';

/**
 * Opening does not end it: one person who opens everything would take it from all. A record from before counts as
 * unread if it was reopened, as a message does that.
 */
export const isUnread = ({ unreadMessages, status }: Pick<CaseFigures, 'unreadMessages' | 'status'>): boolean =>
  unreadMessages === undefined ? status === 'reopened' : unreadMessages > 0;

/** An older record lacks the addition; its alert waits all the same. */
export const isUnacknowledged = ({ status, toAcknowledge }: Pick<CaseFigures, 'status' | 'toAcknowledge'>): boolean =>
  status === 'received' || toAcknowledge === true;

/** An older record counts as unopened while acknowledged and not triaged. */
export const isUnopened = ({ status, opened }: Pick<CaseFigures, 'status' | 'opened'>): boolean =>
  opened === undefined ? status === 'acknowledged' : !opened && status !== 'closed';

export const waitsForAnybody = (figures: Pick<CaseFigures, 'status' | 'toAcknowledge' | 'opened'>): boolean =>
  isUnacknowledged(figures) || isUnopened(figures);

export const withAddition = (record: CaseRecord): CaseRecord => ({
  ...record,
  unreadMessages: (record.unreadMessages ?? 0) + 1,
  toAcknowledge: true,
  opened: false,
});

export const asSeenTo = (record: CaseRecord): CaseRecord =>
  isUnread(record) ? { ...record, unreadMessages: 0 } : record;

export const several = 'several';

export function askedOfSecond({
  sanitised,
  erasure,
  closing,
  cardWithdrawal,
}: Pick<CaseRecord, 'sanitised' | 'erasure' | 'closing' | 'cardWithdrawal'>): PersonId | typeof several | undefined {
  const textBy = sanitised?.signedBy === undefined ? sanitised?.by : undefined;
  const askers = new Set([textBy, erasure?.askedBy, closing?.by, cardWithdrawal?.by].flatMap((person) => person ?? []));
  const [first, ...others] = askers;
  return others.length > 0 ? several : first;
}

export const isToldUnseen = ({ oversight }: Pick<CaseFigures, 'oversight'>): boolean =>
  oversight !== undefined && oversight.seenOn === undefined;
