import type { Worker } from 'node:cluster';
import { setTimeout as after } from 'node:timers/promises';
import { type Asked, type Question, toldSchema } from './talk.ts';

/** Asks a process that serves. `undefined` where there was no answer in time, or it ended. Never rejects. */
export type Asking = (question: Question) => Promise<unknown>;

/** Shorter than whoever asks about health waits, in milliseconds. */
const patienceMs = 4_000;
let asked = 0;

/** Says something to a process; nothing where it is gone. */
export function sayTo(worker: Worker, said: Asked): void {
  // One that has just ended is noticed by its end.
  if (worker.isConnected()) worker.send(said, () => undefined);
}

export const askingOf =
  (worker: Worker): Asking =>
  async (question) => {
    asked += 1;
    const number = asked;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const hear = (message: unknown): void => {
      const told = toldSchema.safeParse(message).data;
      if (told?.say === 'answer' && told.number === number) resolve(told.answer);
    };
    const ended = new AbortController();
    worker.on('message', hear);
    sayTo(worker, { say: 'ask', number, question });
    const late = after(patienceMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    const answer = await Promise.race([promise, late]);
    worker.off('message', hear);
    ended.abort();
    return answer;
  };
