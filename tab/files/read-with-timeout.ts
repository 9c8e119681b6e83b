export const defaultReadTimeoutMs = 30_000;

export function readWithTimeout(
  file: Blob,
  signal: AbortSignal,
  timeoutMs: number = defaultReadTimeoutMs,
): Promise<Uint8Array<ArrayBuffer> | 'unread' | 'tooLong' | 'stopped'> {
  const over = new AbortController();
  return new Promise<Uint8Array<ArrayBuffer> | 'unread' | 'tooLong' | 'stopped'>((resolve) => {
    if (signal.aborted) return resolve('stopped');
    const timer = setTimeout(() => resolve('tooLong'), timeoutMs);
    over.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', () => resolve('stopped'), { signal: over.signal });
    void file.arrayBuffer().then(
      (bytes) => resolve(new Uint8Array(bytes)),
      () => resolve('unread'),
    );
  }).finally(() => over.abort());
}
