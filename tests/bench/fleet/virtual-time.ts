import { setImmediate } from 'node:timers/promises';

/** A time that passes only where something waits for it: hours take seconds, and the same happens each time. */
export interface VirtualTime {
  /** Milliseconds since it began. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Has time pass until some work is done. Throws where the work waits for something that is no time. */
  readonly until: <T>(work: () => Promise<T>) => Promise<T>;
}

interface Waiting {
  readonly at: number;
  readonly go: () => void;
}

/** A time at its beginning. */
export function createVirtualTime(): VirtualTime {
  const waiting: Waiting[] = [];
  let now = 0;

  return {
    now: () => now,

    wait: (ms) =>
      new Promise((go) => {
        const at = now + Math.max(0, ms);
        // Those that wait for the same moment go on in the order in which they came.
        waiting.splice(waiting.findLastIndex((one) => one.at <= at) + 1, 0, { at, go });
      }),

    until: async (work) => {
      const done = new AbortController();
      const going = work().finally(() => done.abort());
      // Whoever asks for the work hears what it throws; nobody else does while time passes.
      going.catch(() => undefined);
      // Everything that goes on by itself comes to where it waits before time goes on.
      await setImmediate();
      while (!done.signal.aborted) {
        const next = waiting.shift();
        if (next === undefined) throw new Error('the work waits for something that never comes');
        now = next.at;
        next.go();
        await setImmediate();
      }
      return going;
    },
  };
}
