import { setImmediate } from 'node:timers/promises';

/**
 * Goes through some things a few at a time, and lets whatever else waits come in between: SQLite answers at once, so that
 * a long answer would hold up everybody. What the steps find need not be of one moment. Rejects with what a step throws.
 */
export async function inSteps<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (some: readonly T[]) => readonly R[],
): Promise<readonly R[]> {
  const found: R[] = [];
  for (let at = 0; at < all.length; at += atOnce) {
    if (at > 0) await setImmediate();
    found.push(...work(all.slice(at, at + atOnce)));
  }
  return found;
}

/** Goes through what comes a page at a time, each asked for after the last of the one before, in the same way. */
export async function pageByPage<R>(
  atOnce: number,
  pageAfter: (last: R | undefined, limit: number) => readonly R[],
): Promise<readonly R[]> {
  const found: R[] = [];
  for (;;) {
    const page = pageAfter(found.at(-1), atOnce);
    found.push(...page);
    if (page.length < atOnce) return found;
    await setImmediate();
  }
}
