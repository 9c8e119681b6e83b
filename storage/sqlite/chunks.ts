import { setImmediate } from 'node:timers/promises';

/** Lets other work in between: SQLite answers synchronously. Rejects with what a step throws. */
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
