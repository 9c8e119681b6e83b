import { setImmediate, setTimeout } from 'node:timers/promises';
import { StoreError } from '../../concerns/ports/store-error.ts';

/** How soon it is tried again whether another process is done, in milliseconds. */
export const tryEveryMs = 10;

/** Writes of this process to one file, in the order in which they were asked for. */
export interface WriteQueue {
  /**
   * Does work once `begin` says that the file is ours to write to. Rejects with what `begin` or the work throws, and with
   * StoreError `busy` where its patience ended first: then it is never done.
   */
  run<T>(work: () => T): Promise<T>;
  /** Refuses what still waits, and whatever comes. */
  close(): void;
}

interface Waiter {
  readonly until: number;
  readonly work: () => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * A queue for one file. `begin` answers at once: false while another process writes. The waiting is a timer's, so that
 * everything else goes on meanwhile; each waits for `patienceMs` milliseconds at most, however many stand before it.
 */
export function createWriteQueue(begin: () => boolean, patienceMs: number): WriteQueue {
  let waiting: Waiter[] = [];
  let isTrying = false;
  let isClosed = false;

  /** Whether it is over for this one. */
  function attempt({ work, refuse }: Waiter): boolean {
    try {
      if (!begin()) return false;
    } catch (error) {
      refuse(error);
      return true;
    }
    work();
    return true;
  }

  function refuseThose(isOver: (waiter: Waiter) => boolean, error: StoreError): void {
    const over = waiting.filter(isOver);
    waiting = waiting.filter((waiter) => !isOver(waiter));
    for (const { refuse } of over) refuse(error);
  }

  async function tryInTurn(): Promise<void> {
    isTrying = true;
    while (waiting.length > 0) {
      const [first] = waiting;
      if (first && attempt(first)) {
        waiting = waiting.filter((waiter) => waiter !== first);
        // A write waits for the disk: whoever only asks comes in between.
        await setImmediate();
        continue;
      }
      // After a try, so that a process that was slow itself does not refuse what it could have done.
      const now = performance.now();
      refuseThose(({ until }) => until <= now, new StoreError('busy'));
      if (waiting.length > 0) await setTimeout(tryEveryMs);
    }
    isTrying = false;
  }

  return {
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (isClosed) return reject(new StoreError('unavailable'));
        const waiter: Waiter = {
          until: performance.now() + patienceMs,
          work: () => {
            try {
              resolve(work());
            } catch (error) {
              reject(error);
            }
          },
          refuse: reject,
        };
        if (!isTrying && attempt(waiter)) return;
        waiting.push(waiter);
        if (!isTrying) void tryInTurn();
      }),
    close: () => {
      isClosed = true;
      refuseThose(() => true, new StoreError('unavailable'));
    },
  };
}
