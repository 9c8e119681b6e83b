import { emptyChain, type EventRecord, hashOfEvent } from './event-record.ts';

/**
 * Whether entries are exactly those that led to a case's head, in their order: none edited, dropped, added, doubled or
 * taken from another case since they were written.
 */
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
      event.hash === hashOfEvent(event),
  );
