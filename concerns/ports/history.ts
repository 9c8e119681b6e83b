import type { CaseId } from '../terms/case-id.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { PersonId } from '../terms/person-id.ts';

/** Which entries of a history are asked for: those that meet all that is named. */
export interface EntriesAsked {
  readonly kinds?: readonly EventKind[];
  /** Those that came of a request with one of these names. */
  readonly requests?: readonly string[];
  /** Those of one of these people, of whom there is at least one. */
  readonly by?: readonly PersonId[];
  /** Those of the message with this id. */
  readonly message?: string;
  /** Those after this place in the history, and those before this one. */
  readonly after?: number;
  readonly before?: number;
  /** No more than this many: the first of them, or the last. */
  readonly first?: number;
  readonly last?: number;
}

/**
 * Those of some entries, in their order, that are asked for. Where all that one question asks a whole history for is
 * among them, this is what the history would answer.
 */
export function entriesAmong(
  entries: readonly EventRecord[],
  { kinds, requests, by, message, after, before, first, last }: EntriesAsked,
): readonly EventRecord[] {
  const met = entries.filter(
    (event) =>
      (kinds?.includes(event.kind) ?? true) &&
      (requests === undefined || (event.request !== undefined && requests.includes(event.request))) &&
      (by === undefined || (typeof event.by === 'object' && by.includes(event.by.objectId))) &&
      (message === undefined || event.message?.id === message) &&
      (after === undefined || event.sequence > after) &&
      (before === undefined || event.sequence < before),
  );
  if (last !== undefined) return met.slice(Math.max(0, met.length - last));
  return first === undefined ? met : met.slice(0, first);
}

/** Whose sealed words are counted: the reporter's, or those of whoever else wrote into the case. */
export type Writer = 'reporter' | 'others';

/** How many entries with sealed words there are, and how long their seals are together, in characters. */
export interface Written {
  readonly count: number;
  readonly size: number;
}

/** From one moment, as histories keep them, until before another. */
export interface WrittenSince {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads what happened to a case; entries are added together with the change they tell of, by CaseStore. All but `of`
 * and `sealed` is answered without a seal being read. Every method throws StoreError.
 */
export interface History {
  /** All entries of a case in their order with their seals, for whoever verifies them; empty where there is none. */
  of(caseId: CaseId): Promise<readonly EventRecord[]>;
  /** The entries that are asked for, in their order, without their seals. */
  entries(caseId: CaseId, asked: EntriesAsked): Promise<readonly EventRecord[]>;
  /** The same with their seals. */
  sealed(caseId: CaseId, asked: EntriesAsked): Promise<readonly EventRecord[]>;
  /** How many entries of a kind there are. */
  count(caseId: CaseId, kind: EventKind): Promise<number>;
  /** Counts what was written into a case in some time; without one in all. */
  written(caseId: CaseId, by: Writer, since?: WrittenSince): Promise<Written>;
}
