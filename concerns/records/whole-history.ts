import type { CaseRecord } from './case-record.ts';
import { digestOfCase, digestOfLink, emptyChain, hashOfEvent } from './event-chain.ts';
import { digestOfSeal } from '../terms/digests.ts';
import type { EventRecord } from './event-record.ts';

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
