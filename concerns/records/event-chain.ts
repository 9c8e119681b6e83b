import { canonicalJson, digestOfSeal, sha256 } from '../terms/digests.ts';
import type { CaseId } from '../terms/codes.ts';
import type { CaseRecord } from './case-record.ts';
import { type EventRecord, hashedText } from './event-record.ts';

export type NewEvent = Pick<EventRecord, 'kind' | 'by' | 'at' | 'request' | 'detail' | 'files'> & {
  readonly message?: { readonly id: string; readonly number: number; readonly sealed: string };
  readonly note?: { readonly for: NonNullable<EventRecord['note']>['for']; readonly sealed: string };
  readonly link?: { readonly other: CaseId; readonly salt: string };
};

export const digestOfLink = ({ other, salt }: NonNullable<NewEvent['link']>): string =>
  sha256(`candour/1/link ${salt} ${other}`);

export const hashOfEvent = (event: Omit<EventRecord, 'hash'>): string => sha256(hashedText(event));

/**
 * The digest of a case after the last entry, in base64url. It takes in the entry's place: equal digests would tell that
 * an entry withheld from an export changed nothing.
 */
export const digestOfCase = (record: CaseRecord): string => digestAt(record, record.chain.sequence);

const digestAt = ({ chain: _chain, ...record }: CaseRecord, sequence: number): string =>
  sha256(canonicalJson(['candour/2/case', sequence, record]));

export const emptyChain = { sequence: 0, hash: '' } as const;

export function nextEvent(
  caseId: EventRecord['caseId'],
  head: { readonly sequence: number; readonly hash: string },
  event: NewEvent,
  caseDigest?: string,
): EventRecord {
  const { message, note, link, ...rest } = event;
  const entry = {
    ...rest,
    caseId,
    sequence: head.sequence + 1,
    ...(message && { message: { ...message, digest: digestOfSeal(message.sealed) } }),
    ...(note && { note: { ...note, digest: digestOfSeal(note.sealed) } }),
    ...(link && { link: { ...link, digest: digestOfLink(link) } }),
    ...(caseDigest !== undefined && { caseDigest }),
    previous: head.hash,
  };
  return { ...entry, hash: hashOfEvent(entry) };
}

interface CaseBefore {
  readonly record: CaseRecord;
  readonly last: EventRecord | undefined;
}

/** A record that was changed behind its history is never made good by a later event. */
function digestAfter(record: CaseRecord, before: CaseBefore | undefined): string | undefined {
  const last = before?.last;
  const wasChanged =
    before !== undefined && last?.hash === before.record.chain.hash && last.caseDigest !== digestOfCase(before.record);
  return wasChanged ? last.caseDigest : digestAt(record, record.chain.sequence + 1);
}

/** A case after an event; `record` still holds the head before it. `before` is missing for a new case only. */
export function afterEvent(
  record: CaseRecord,
  event: NewEvent,
  before?: CaseBefore,
): { readonly record: CaseRecord; readonly event: EventRecord } {
  const entry = nextEvent(record.caseId, record.chain, event, digestAfter(record, before));
  const chain = { ...record.chain, sequence: entry.sequence, hash: entry.hash };
  return { record: { ...record, chain }, event: entry };
}

const sealIsIts = (words: { readonly sealed?: string | undefined; readonly digest: string } | undefined): boolean =>
  words?.sealed === undefined || digestOfSeal(words.sealed) === words.digest;

const linkIsIts = ({ link }: EventRecord): boolean =>
  link?.other === undefined || digestOfLink({ other: link.other, salt: link.salt ?? '' }) === link.digest;

/** True if no entry was edited, dropped, added, doubled or taken from another case. */
export const isWholeHistory = (
  caseId: EventRecord['caseId'],
  head: Pick<EventRecord, 'sequence' | 'hash'>,
  events: readonly EventRecord[],
): boolean =>
  events.length === head.sequence &&
  (events.at(-1)?.hash ?? emptyChain.hash) === head.hash &&
  events.every(
    (event, place) =>
      event.caseId === caseId &&
      event.sequence === place + 1 &&
      event.previous === (events[place - 1]?.hash ?? emptyChain.hash) &&
      event.hash === hashOfEvent(event) &&
      sealIsIts(event.message) &&
      sealIsIts(event.note) &&
      linkIsIts(event),
  );

/** True if no one changed the record behind its history. */
export const isAsLastWritten = (record: CaseRecord, events: readonly EventRecord[]): boolean =>
  events.at(-1)?.caseDigest === digestOfCase(record);
