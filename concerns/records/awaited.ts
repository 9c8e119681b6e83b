import type { PersonId } from '../terms/person-id.ts';
import type { CaseFigures, CaseRecord } from './case-record.ts';

/**
 * Whether the reporter wrote something, and nobody has answered or taken the case since. Anyone's opening does not end
 * it: one person who opens everything would take it from all. A record of before this was noted says nothing of it: one
 * that stands reopened counts as unread, for a message does that to a closed case.
 */
export const isUnread = ({ unreadMessages, status }: Pick<CaseFigures, 'unreadMessages' | 'status'>): boolean =>
  unreadMessages === undefined ? status === 'reopened' : unreadMessages > 0;

/**
 * Whether nobody has acknowledged the case, or what was added to it. A record of before the latter was noted says the
 * former alone; the alert of what was added waits beside it all the same.
 */
export const isUnacknowledged = ({ status, toAcknowledge }: Pick<CaseFigures, 'status' | 'toAcknowledge'>): boolean =>
  status === 'received' || toAcknowledge === true;

/**
 * Whether nobody who handles the case has opened it since it came or its reporter wrote, though somebody may have acknowledged it. A record of before this
 * was noted says nothing of it: one that was acknowledged and not triaged counts as unopened, until somebody opens it.
 */
export const isUnopened = ({ status, opened }: Pick<CaseFigures, 'status' | 'opened'>): boolean =>
  opened === undefined ? status === 'acknowledged' : !opened && status !== 'closed';

/** Whether the case waits for somebody to acknowledge it, or to open it: until then it is among what comes first. */
export const waitsForAnybody = (figures: Pick<CaseFigures, 'status' | 'toAcknowledge' | 'opened'>): boolean =>
  isUnacknowledged(figures) || isUnopened(figures);

/** A case to which its reporter has written: unread, not acknowledged, and not opened since. */
export const withAddition = (record: CaseRecord): CaseRecord => ({
  ...record,
  unreadMessages: (record.unreadMessages ?? 0) + 1,
  toAcknowledge: true,
  opened: false,
});

/** A case whose reporter was answered, or that the person has opened or taken whom it is with. */
export const asSeenTo = (record: CaseRecord): CaseRecord =>
  isUnread(record) ? { ...record, unreadMessages: 0 } : record;

/** Stands for more than one person. */
export const several = 'several';

/**
 * Who asked for what waits for a second person: a sanitised text to be signed off, an erasure, an end, a card to be withdrawn. `several` where it was
 * not the same person each time, so that each of them can do what another asked for; `undefined` where nothing waits.
 */
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

/** Whether the reserve was told of something and nobody of it has looked since. */
export const isToldUnseen = ({ oversight }: Pick<CaseFigures, 'oversight'>): boolean =>
  oversight !== undefined && oversight.seenOn === undefined;
