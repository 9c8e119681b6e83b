import type { Compared, Comparison } from './compare-sealed.ts';

/**
 * Compares a card with others in a worker, which is gone with all that it opened once it has answered. `undefined` where
 * the worker did not come, could not compare, or was called off.
 */
export function compareCards(comparison: Comparison, isOver: AbortSignal): Promise<Compared | undefined> {
  if (isOver.aborted) return Promise.resolve(undefined);
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Compared | undefined>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Compared | undefined>) => resolve(data));
    for (const failure of ['error', 'messageerror']) worker.addEventListener(failure, () => resolve(undefined));
    isOver.addEventListener('abort', () => resolve(undefined));
    worker.postMessage(comparison, {});
  }).finally(() => worker.terminate());
}
