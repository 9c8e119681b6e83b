import { setImmediate } from 'node:timers/promises';

/** Lets other work in between: SQLite answers synchronously. Rejects with what a step throws. */
export async function mapInChunks<T, R>(
  all: readonly T[],
  chunkSize: number,
  work: (some: readonly T[]) => readonly R[],
): Promise<readonly R[]> {
  const found: R[] = [];
  for (let at = 0; at < all.length; at += chunkSize) {
    if (at > 0) await setImmediate();
    found.push(...work(all.slice(at, at + chunkSize)));
  }
  return found;
}

export async function readAllPages<R>(
  pageSize: number,
  readPage: (last: R | undefined, limit: number) => readonly R[],
): Promise<readonly R[]> {
  const found: R[] = [];
  for (;;) {
    const page = readPage(found.at(-1), pageSize);
    found.push(...page);
    if (page.length < pageSize) return found;
    await setImmediate();
  }
}
