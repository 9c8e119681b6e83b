import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Has this process collect its garbage now. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this process cannot be told to collect');
  collect();
}

/** Some work that is done again and again, by the number of its round. */
export type Work = (round: number) => unknown;

/** How long some work takes, in milliseconds. */
export async function measureMs(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What this process uses of the processor for some work, in milliseconds. */
export async function measureCpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** How long some work took, and the longest time meanwhile in which the event loop did nothing else; milliseconds. */
export interface EventLoopTiming {
  readonly ms: number;
  readonly heldMs: number;
}

/** Does some work beside a loop that notes each of its turns. */
export async function measureWithEventLoop(work: () => unknown): Promise<EventLoopTiming> {
  const began = performance.now();
  let [last, heldMs, isDone] = [began, 0, false];
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

const rotate = <T>(all: readonly T[], round: number): readonly T[] => {
  const first = round % Math.max(1, all.length);
  return [...all.slice(first), ...all.slice(0, first)];
};

/**
 * Does all works one after the other, round after round, so that what else the machine does falls on all alike. Each round
 * begins with another, since what is collected as garbage once a round would always fall on the same one. The first rounds
 * warm up and are not kept: a tenth of the others, if nothing else is said.
 */
export async function runInterleaved<K, T>(
  works: ReadonlyMap<K, Work>,
  measure: (work: () => unknown) => Promise<T>,
  rounds: number,
  {
    warmUps = Math.ceil(rounds / 10),
    afterRound,
  }: { readonly warmUps?: number; readonly afterRound?: () => void } = {},
): Promise<ReadonlyMap<K, readonly T[]>> {
  const all = [...works].map(([key, work]) => ({ key, work, seen: Array<T>() }));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const { work, seen } of rotate(all, round)) {
      const took = await measure(() => work(round));
      if (round >= warmUps) seen.push(took);
    }
    afterRound?.();
  }
  return new Map(all.map(({ key, seen }) => [key, seen]));
}
