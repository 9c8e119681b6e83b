import { type Counted, countedAs } from '../metrics/event-counting.ts';
import type { EventCounts } from '../metrics/event-counts.ts';

/** Counts that are kept in another process: what happens within a second goes there together. */
export interface CountedAway extends EventCounts {
  /** Hands on at once what waits. */
  readonly flush: () => void;
}

const togetherMs = 1_000;

/** Counts events, and hands them to another process, so that few of each process are many of the server. */
export function createCountedAway(hand: (counts: readonly Counted[]) => void): CountedAway {
  const waiting = new Map<string, Counted & { readonly times: number }>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const counts = [...waiting.values()];
    waiting.clear();
    if (counts.length > 0) hand(counts);
  }

  return {
    noticed(event) {
      const counted = countedAs(event);
      if (counted === undefined) return;
      const key = `${counted.event} ${counted.reason}`;
      waiting.set(key, { ...counted, times: (waiting.get(key)?.times ?? 0) + 1 });
      timer ??= setTimeout(flush, togetherMs).unref();
    },
    totals: () => [],
    flush,
  };
}
