import { setImmediate } from 'node:timers/promises';
import { patienceMs } from '../patience.ts';

/** The first answer that is not `undefined`, asked for again and again. Throws where none comes in time. */
export async function eventually<T>(what: string, look: () => T | undefined): Promise<T> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const seen = look();
    if (seen !== undefined) return seen;
    await setImmediate();
  }
  throw new Error(`it did not happen: ${what}`);
}
