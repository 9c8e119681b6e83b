import type { Worker } from 'node:cluster';
import { z } from 'zod';

const handleSchema = z.custom<{ close(): void }>(
  (value) => typeof value === 'object' && value !== null && 'close' in value && typeof value.close === 'function',
);

/** The process that a connection was handed to last: one that takes no more gives it back, for another. */
const handedTo = new WeakMap<object, Worker>();

/**
 * Closes the connection that was handed to a process which ended before it took it. Node hands on one at a time and
 * waits; without this nobody would ever close that one, and whoever opened it would wait for an answer.
 */
export function closeWhatWasHandedTo(worker: Worker): void {
  const child = worker.process;
  const send = child.send.bind(child);
  let last: { close(): void } | undefined;
  Object.assign(child, {
    send(...given: readonly unknown[]): unknown {
      const handle = handleSchema.safeParse(given[1]).data;
      if (handle) {
        last = handle;
        handedTo.set(handle, worker);
      }
      return Reflect.apply(send, undefined, given);
    },
  });
  worker.once('exit', () => {
    // One that was taken is closed here already, and closing it again does nothing.
    if (last && handedTo.get(last) === worker) last.close();
  });
}
