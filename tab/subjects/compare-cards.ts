import type { Compared, Comparison } from './compare-sealed.ts';

/**
 * Compares in a worker, which ends with all that it opened. `undefined` if the worker did not load, failed or was
 * called off.
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
