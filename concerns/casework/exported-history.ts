import { emptyChain, hashOfEvent } from '../records/event-chain.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { ExportedEntry } from './exported-case.ts';

type ShownEntry = Exclude<ExportedEntry, { readonly withheld: true }>;

/**
 * Whether a sanitised export shows an event of a kind; `false` for whatever may tell of the source. The steps between
 * states are withheld one and all: a reporter's message moves a case and leaves no step, so that a step which is missing
 * among others would tell of it.
 */
const isShown = {
  received: true,
  messageFromReporter: false,
  viewed: true,
  consulted: true,
  overseen: false,
  identityOpened: false,
  acknowledged: true,
  triaged: true,
  moved: false,
  closed: false,
  reopened: false,
  assigned: true,
  noted: true,
  referralDecided: true,
  sanitised: true,
  sanitisedSigned: true,
  conflictDeclared: false,
  excluded: false,
  readmitted: false,
  movedToReserve: false,
  reviewSet: true,
  messagesStopped: false,
  updateConfirmed: false,
  doubted: true,
  erasureAsked: false,
  erasureRefused: false,
  messageToReporter: false,
  identityShared: false,
  exported: true,
  linked: false,
  erased: false,
} as const satisfies Record<EventKind, boolean>;

/** Whether an entry is there as it was written. */
export const isShownEntry = (entry: ExportedEntry): entry is ShownEntry => !('withheld' in entry);

/** Whether a sanitised export shows an event. */
export const isShownSanitised = ({ kind }: Pick<EventRecord, 'kind'>): boolean => isShown[kind];

function sealless(event: EventRecord): ShownEntry {
  const { message, note, ...rest } = event;
  return {
    ...rest,
    ...(message && { message: { id: message.id, number: message.number, digest: message.digest } }),
    ...(note && { note: { for: note.for, digest: note.digest } }),
  };
}

/** A history as an export holds it: without seals, and of a sanitised one without what may tell of the source. */
export const exportedHistory = (
  what: 'sanitised' | 'whole',
  events: readonly EventRecord[],
): readonly ExportedEntry[] =>
  events.map((event) =>
    what === 'whole' || isShownSanitised(event)
      ? sealless(event)
      : { withheld: true, sequence: event.sequence, previous: event.previous, hash: event.hash },
  );

/**
 * Whether entries lead to a head of a case's history, each after the one before, and those that are shown are as they
 * were written. What a withheld one says is not known.
 */
export const leadTo = (
  head: Pick<EventRecord, 'caseId' | 'sequence' | 'hash'>,
  entries: readonly ExportedEntry[],
): boolean =>
  entries.length === head.sequence &&
  entries.at(-1)?.hash === head.hash &&
  entries.every(
    (entry, place) =>
      entry.sequence === place + 1 &&
      entry.previous === (entries[place - 1]?.hash ?? emptyChain.hash) &&
      (!isShownEntry(entry) || (entry.caseId === head.caseId && entry.hash === hashOfEvent(entry))),
  );
