import { AssertionError } from 'node:assert';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { testTimeoutMs } from '../timeout.ts';

/** Most of what is waited for is there after a few turns of the event loop; the rest waits for others. */
const maxAttempts = 20;
const pauseMs = 2;

/** The first answer that is not `undefined`, asked for again and again. Throws where none comes in time. */
export async function waitFor<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = performance.now() + testTimeoutMs;
  for (let looks = 1; performance.now() < end; looks += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await (looks < maxAttempts ? setImmediate() : setTimeout(pauseMs));
  }
  throw new AssertionError({ message: `it did not happen: ${what}` });
}
