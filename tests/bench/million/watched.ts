/** What some work took, in milliseconds, and the longest time within it for which nothing else could have been done. */
export interface Watched {
  readonly ms: number;
  readonly heldMs: number;
}

/** Does some work beside a loop that notes each of its turns: the longest time between two is what held everybody up. */
export async function watched(work: () => Promise<unknown>): Promise<Watched> {
  const began = performance.now();
  let last = began;
  let heldMs = 0;
  let isDone = false;
  const note = (): void => {
    const now = performance.now();
    heldMs = Math.max(heldMs, now - last);
    last = now;
  };
  const turn = (): void => {
    if (isDone) return;
    note();
    setImmediate(turn);
  };
  setImmediate(turn);
  try {
    await work();
  } finally {
    isDone = true;
    note();
  }
  return { ms: last - began, heldMs };
}
