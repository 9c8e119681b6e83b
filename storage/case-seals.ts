import { StoreError } from '../core/ports/store-error.ts';
import type { AlertRecord } from '../core/model/alert-record.ts';
import { caseRecordSchema } from '../core/model/case-record.ts';
import type { EventRecord } from '../core/model/event-record.ts';
import type { CaseId } from '../core/model/codes.ts';

interface SealsOfEvent {
  readonly message?: string | null | undefined;
  readonly note?: string | null | undefined;
}

export function sealless({ message, note, ...event }: EventRecord): EventRecord {
  const bare = <Words extends { readonly sealed?: string | undefined }>({ sealed: _sealed, ...words }: Words) => words;
  return { ...event, ...(message && { message: bare(message) }), ...(note && { note: bare(note) }) };
}

export const sealsOf = ({ message, note }: EventRecord): SealsOfEvent => ({
  message: message?.sealed,
  note: note?.sealed,
});

export function withSeals(event: EventRecord, { message, note }: SealsOfEvent): EventRecord {
  return {
    ...event,
    ...(event.message && typeof message === 'string' && { message: { ...event.message, sealed: message } }),
    ...(event.note && typeof note === 'string' && { note: { ...event.note, sealed: note } }),
  };
}

export const inOrderOnce = (found: readonly EventRecord[]): readonly EventRecord[] =>
  [...new Map(found.map((event) => [event.sequence, event])).values()].toSorted(
    (one, other) => one.sequence - other.sequence,
  );

interface OfACase {
  readonly caseId: CaseId;
}

/** Throws StoreError `broken` unless everything written in one step belongs to one case. */
export function assertSameCase(record: OfACase, alert: OfACase | undefined, events: readonly OfACase[]): void {
  if ([...(alert ? [alert] : []), ...events].some(({ caseId }) => caseId !== record.caseId)) {
    throw new StoreError('broken');
  }
}

export const readersSchema = caseRecordSchema.pick({
  tenantId: true,
  handledBy: true,
  excluded: true,
  mailboxRecipient: true,
});

export interface AlertInstants {
  readonly dueMs: number | undefined;
  readonly leasedUntilMs: number | undefined;
  readonly lastPostedMs: number | undefined;
}

const msOf = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Date.parse(instant);

const earliest = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

export const instantsOf = (alert: AlertRecord): AlertInstants => ({
  dueMs: earliest(earliest(msOf(alert.dueAt), msOf(alert.notice?.dueAt)), msOf(alert.onCall?.dueAt)),
  leasedUntilMs: msOf(alert.leasedUntil),
  lastPostedMs: alert.posts.length > 0 ? Math.max(...alert.posts.map((post) => Date.parse(post.postedAt))) : undefined,
});
