import { setImmediate, setTimeout } from 'node:timers/promises';
import { StoreError } from '../../concerns/ports/store-error.ts';

const firstTryMs = 1;
export const tryEveryMs = 10;

/** The most writes in one commit: if it fails, it fails for all of them. */
export const mostTogether = 32;
/** The longest that writes of one commit may take before it, in milliseconds: no one else is served meanwhile. */
export const longestTogetherMs = 8;

export interface WrittenFile {
  begin(): boolean;
  apart<T>(work: () => T): T;
  stands(): boolean;
  commit(): void;
}

export interface WriteQueue {
  /**
   * Does work in a transaction that it may share, and settles after its commit. Rejects with what the work throws,
   * which undoes nothing of the others; with what beginning or the commit throws; and with StoreError `busy` if its
   * patience ended first: then it is never done.
   */
  run<T>(work: () => T): Promise<T>;
  close(): void;
}

interface Waiter {
  readonly until: number;
  readonly work: () => () => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Writes asked for in one turn of the event loop share a transaction, up to `mostTogether` of them and for
 * `longestTogetherMs`. While another process writes, the queue waits by a timer; each write waits `patienceMs`
 * milliseconds at most.
 */
export function createWriteQueue(file: WrittenFile, patienceMs: number, now: () => number): WriteQueue {
  let waiting: Waiter[] = [];
  let isAtWork = false;
  let isClosed = false;

  const leave = (those: readonly Waiter[]): void => void (waiting = waiting.filter((one) => !those.includes(one)));

  function refuse(those: readonly Waiter[], error: unknown): void {
    leave(those);
    for (const waiter of those) waiter.refuse(error);
  }

  function writeTogether(): void {
    const done = new Map<Waiter, () => void>();
    const failed = new Map<Waiter, unknown>();
    const began = now();
    for (const waiter of waiting.slice(0, mostTogether)) {
      try {
        done.set(waiter, file.apart(waiter.work));
      } catch (error) {
        failed.set(waiter, error);
        if (!file.stands()) break;
      }
      if (now() - began >= longestTogetherMs) break;
    }
    if (file.stands()) {
      try {
        file.commit();
        leave([...done.keys()]);
        for (const tell of done.values()) tell();
      } catch (error) {
        refuse([...done.keys()], error);
      }
    }
    // A write undone by another's failure waits on, and is done again in its turn.
    for (const [waiter, error] of failed) refuse([waiter], error);
  }

  function takeTurn(): boolean {
    try {
      if (!file.begin()) return false;
    } catch (error) {
      refuse(waiting.slice(0, 1), error);
      return true;
    }
    writeTogether();
    return true;
  }

  async function workOff(): Promise<void> {
    isAtWork = true;
    let pauseMs = firstTryMs;
    for (;;) {
      await setImmediate();
      if (waiting.length === 0) break;
      if (takeTurn()) {
        pauseMs = firstTryMs;
        continue;
      }
      const at = now();
      refuse(
        waiting.filter(({ until }) => until <= at),
        new StoreError('busy'),
      );
      if (waiting.length > 0) await setTimeout(pauseMs);
      pauseMs = Math.min(2 * pauseMs, tryEveryMs);
    }
    isAtWork = false;
  }

  return {
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (isClosed) return reject(new StoreError('unavailable'));
        const asked: Waiter = {
          until: now() + patienceMs,
          work: () => {
            const result = work();
            return () => resolve(result);
          },
          refuse: reject,
        };
        waiting.push(asked);
        if (!isAtWork) void workOff();
      }),
    close: () => {
      isClosed = true;
      refuse(waiting, new StoreError('unavailable'));
    },
  };
}
