const firstMs = 1_000;
const longestMs = 60_000;
/** A process that served for so long, in milliseconds, did not end because it had just begun. */
const steadyMs = 600_000;

/** How often in a row a process ended that had just begun, after one that lived for so long, in milliseconds. */
export const endsInARow = (before: number, livedMs: number): number => (livedMs >= steadyMs ? 1 : before + 1);

/** How long to wait before the next is started, in milliseconds: twice as long each time, and a minute at most. */
export const pauseAfter = (ends: number): number => Math.min(longestMs, firstMs * 2 ** Math.max(0, ends - 1));
