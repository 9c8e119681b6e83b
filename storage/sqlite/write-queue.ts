import { setImmediate, setTimeout } from 'node:timers/promises';
import { StoreError } from '../../concerns/ports/store-error.ts';

/** How soon it is tried again whether another process is done, in milliseconds: twice as long after each try. */
const firstTryMs = 1;
/** The longest time between two tries, in milliseconds. */
export const tryEveryMs = 10;

/** How many writes share a commit at most: if it fails, it fails for all of them. */
export const mostTogether = 32;
/** How long writes of one commit may take together before it, in milliseconds: nobody else is served meanwhile. */
export const longestTogetherMs = 8;

/** A file that the queue writes to, one transaction after the other. Each of these answers at once. */
export interface WrittenFile {
  /** Begins a transaction; false while another process writes. Throws where nothing can be written. */
  begin(): boolean;
  /** Does work inside the transaction, so that what it wrote is undone where it throws. Throws what the work throws. */
  apart<T>(work: () => T): T;
  /** Whether the transaction still stands: where the disk is full, SQLite may undo all of it for one write. */
  stands(): boolean;
  /** Ends the transaction. Throws where it does not stand, or where that is not known. */
  commit(): void;
}

/** Writes of this process to one file, in the order in which they were asked for. */
export interface WriteQueue {
  /**
   * Does work in a transaction that it may share with others who wait, and settles after its commit. Rejects with what
   * the work throws, which undoes nothing of the others; with what beginning or the commit throws, which is the same for
   * all who shared it; and with StoreError `busy` where its patience ended first: then it is never done. The work is done
   * again where another's failure undid it, so it does nothing but read and write the file.
   */
  run<T>(work: () => T): Promise<T>;
  /** Refuses what still waits, and whatever comes. */
  close(): void;
}

interface Waiter {
  readonly until: number;
  /** Does the work, and returns what tells its result. */
  readonly work: () => () => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * A queue for one file. Those who ask in one turn of the event loop are done at its end, in one transaction, up to
 * `mostTogether` of them and for `longestTogetherMs`. While another process writes, the waiting is a timer's, so that
 * everything else goes on meanwhile; each waits for `patienceMs` milliseconds at most, however many stand before it.
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

  /** Does as many as may share a commit. Nobody is told anything before it: until then none of it stands. */
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
    // Whoever was undone by another's failure waits on, and is done again in its turn.
    for (const [waiter, error] of failed) refuse([waiter], error);
  }

  /** Whether those in front had their turn; false while another process writes. */
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
      // Whoever asks in this turn comes along. A commit waits for the disk: whoever only reads comes in between.
      await setImmediate();
      if (waiting.length === 0) break;
      if (takeTurn()) {
        pauseMs = firstTryMs;
        continue;
      }
      // After a try, so that a process that was slow itself does not refuse what it could have done.
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
