/** Milliseconds. */
export const patienceMs = 30_000;

export function readInTime(
  file: Blob,
  signal: AbortSignal,
  patience: number = patienceMs,
): Promise<Uint8Array<ArrayBuffer> | 'unread' | 'tooLong' | 'stopped'> {
  const over = new AbortController();
  return new Promise<Uint8Array<ArrayBuffer> | 'unread' | 'tooLong' | 'stopped'>((resolve) => {
    if (signal.aborted) return resolve('stopped');
    const clock = setTimeout(() => resolve('tooLong'), patience);
    over.signal.addEventListener('abort', () => clearTimeout(clock));
    signal.addEventListener('abort', () => resolve('stopped'), { signal: over.signal });
    void file.arrayBuffer().then(
      (bytes) => resolve(new Uint8Array(bytes)),
      () => resolve('unread'),
    );
  }).finally(() => over.abort());
}
