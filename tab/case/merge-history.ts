import {
  historyPageSize,
  type EventRecord,
  type HistoryCategory,
  eventKindsByCategory,
} from '../../core/model/event-record.ts';
import type { HistoryEntriesView } from '../../contract/operation-answers.ts';

interface HistoryTail {
  readonly entries: readonly EventRecord[];
  readonly before: number | undefined;
}

/** Newest last. Leaves out entries before a gap until it is filled. */
export function mergeHistoryEntries(pages: readonly (readonly EventRecord[])[]): HistoryTail {
  const bySequence = new Map(pages.flat().map((event) => [event.sequence, event]));
  const entries: EventRecord[] = [];
  let next = Math.max(0, ...bySequence.keys());
  for (let event = bySequence.get(next); event !== undefined; event = bySequence.get(next)) {
    entries.unshift(event);
    next -= 1;
  }
  const first = entries[0]?.sequence ?? 1;
  return { entries, before: first > 1 ? first : undefined };
}

export interface FetchedCategory {
  readonly part: HistoryCategory;
  readonly from: number;
  readonly pages: readonly HistoryEntriesView[];
}

/** Leaves out fetched pages that no longer meet the known end. */
export function mergeHistoryCategory(
  { entries, before }: HistoryTail,
  part: HistoryCategory,
  fetched: FetchedCategory | undefined,
): HistoryTail {
  const isJoined = fetched?.part === part && (before === undefined || before <= fetched.from);
  const pages = isJoined ? fetched.pages.map(({ events }) => events) : [];
  const kinds = eventKindsByCategory[part];
  const bySequence = new Map([...pages.flat(), ...entries].map((event) => [event.sequence, event]));
  const last = pages.at(-1);
  const isAll = before === undefined || (last !== undefined && last.length < historyPageSize);
  return {
    entries: [...bySequence.values()]
      .filter(({ kind }) => kinds.includes(kind))
      .toSorted((one, other) => one.sequence - other.sequence),
    before: isAll ? undefined : (last?.[0]?.sequence ?? before),
  };
}
