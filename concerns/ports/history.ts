import type { CaseId } from '../terms/codes.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { PersonId } from '../terms/directory.ts';

export interface EntriesAsked {
  readonly kinds?: readonly EventKind[];
  readonly requests?: readonly string[];
  readonly by?: readonly PersonId[];
  readonly message?: string;
  readonly after?: number;
  readonly before?: number;
  readonly first?: number;
  readonly last?: number;
}

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

export type Writer = 'reporter' | 'others';

export interface Written {
  readonly count: number;
  readonly size: number;
}

export interface WrittenSince {
  readonly from: string;
  readonly to: string;
}

/** CaseStore adds the events with the change. Only `of` and `sealed` read seals. */
export interface History {
  of(caseId: CaseId): Promise<readonly EventRecord[]>;
  entries(caseId: CaseId, asked: EntriesAsked): Promise<readonly EventRecord[]>;
  sealed(caseId: CaseId, asked: EntriesAsked): Promise<readonly EventRecord[]>;
  count(caseId: CaseId, kind: EventKind): Promise<number>;
  written(caseId: CaseId, by: Writer, since?: WrittenSince): Promise<Written>;
}
