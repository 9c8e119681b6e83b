import { StoreError } from '../core/ports/store-error.ts';
import type { AlertRecord } from '../core/model/alert-record.ts';
import { caseRecordSchema } from '../core/model/case-record.ts';
import type { EventRecord } from '../core/model/event-record.ts';
import type { CaseId } from '../core/model/case-id.ts';

interface EventSeals {
  readonly message?: string | null | undefined;
  readonly note?: string | null | undefined;
}

export function stripSeals({ message, note, ...event }: EventRecord): EventRecord {
  const omitSealed = <Words extends { readonly sealed?: string | undefined }>({ sealed: _sealed, ...words }: Words) =>
    words;
  return { ...event, ...(message && { message: omitSealed(message) }), ...(note && { note: omitSealed(note) }) };
}

export const getEventSeals = ({ message, note }: EventRecord): EventSeals => ({
  message: message?.sealed,
  note: note?.sealed,
});

export function restoreSeals(event: EventRecord, { message, note }: EventSeals): EventRecord {
  return {
    ...event,
    ...(event.message && typeof message === 'string' && { message: { ...event.message, sealed: message } }),
    ...(event.note && typeof note === 'string' && { note: { ...event.note, sealed: note } }),
  };
}

export const sortUniqueEvents = (events: readonly EventRecord[]): readonly EventRecord[] =>
  [...new Map(events.map((event) => [event.sequence, event])).values()].toSorted(
    (one, other) => one.sequence - other.sequence,
  );

interface CaseScoped {
  readonly caseId: CaseId;
}

/** Throws StoreError `broken` unless all that one step writes belongs to one case. */
export function assertSameCase(record: CaseScoped, alert: CaseScoped | undefined, events: readonly CaseScoped[]): void {
  if ([...(alert ? [alert] : []), ...events].some(({ caseId }) => caseId !== record.caseId)) {
    throw new StoreError('broken');
  }
}

export const caseAccessSchema = caseRecordSchema.pick({
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

const toMs = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Date.parse(instant);

const earliest = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

export const getAlertInstants = (alert: AlertRecord): AlertInstants => ({
  dueMs: earliest(earliest(toMs(alert.dueAt), toMs(alert.notice?.dueAt)), toMs(alert.onCall?.dueAt)),
  leasedUntilMs: toMs(alert.leasedUntil),
  lastPostedMs: alert.posts.length > 0 ? Math.max(...alert.posts.map((post) => Date.parse(post.postedAt))) : undefined,
});
