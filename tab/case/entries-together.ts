import type { EventRecord } from '../../concerns/records/event-record.ts';

/** The end of a history without gaps. */
export interface KnownEnd {
  readonly entries: readonly EventRecord[];
  readonly before: number | undefined;
}

/** Joins pages of a history, newest last. Entries before a gap are left out until it is filled. */
export function entriesTogether(pages: readonly (readonly EventRecord[])[]): KnownEnd {
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
