/** A file that sends nothing for so long is given up, as is a worker that has drawn nothing. In milliseconds. */
export const patienceMs = 30_000;

/**
 * The bytes of a file on the device; `unread` if it is gone or nobody's to read, `tooLong` if they do not come in time,
 * as where its place elsewhere does not answer, and `stopped` if it was called off. Never rejects.
 */
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
