import type { EventRecord } from '../../concerns/records/event-record.ts';

/** The end of a history as far as it is known without a gap, and the place before which the rest is asked for. */
export interface KnownEnd {
  readonly entries: readonly EventRecord[];
  /** `undefined` where nothing is before. */
  readonly before: number | undefined;
}

/**
 * Joins what is known of a history by the pages of it that came, the newest last. Where more came since than a page
 * holds there is a gap: what is before it is shown once the gap is filled.
 */
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
