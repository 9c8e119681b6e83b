import { startSha256 } from '../../core/model/digests.ts';
import { contentInMemory, type FileContent } from '../../core/model/file-content.ts';
import { defaultReadTimeoutMs, readWithTimeout } from './read-with-timeout.ts';

const maxBytesInMemory = 10 * 1024 * 1024;
const pieceBytes = 1024 * 1024;

/** A small file is kept in memory. A large one is read again when it is sent, and refused then if it changed. */
export async function readFileContent(
  file: Blob,
  signal: AbortSignal,
  timeoutMs: number = defaultReadTimeoutMs,
): Promise<FileContent | 'unread' | 'tooLong' | 'stopped'> {
  if (file.size <= maxBytesInMemory) {
    const bytes = await readWithTimeout(file, signal, timeoutMs);
    return typeof bytes === 'string' ? bytes : contentInMemory(bytes);
  }
  const digest = startSha256();
  for (let at = 0; at < file.size; at += pieceBytes) {
    const piece = await readWithTimeout(file.slice(at, at + pieceBytes), signal, timeoutMs);
    if (typeof piece === 'string') return piece;
    digest.update(piece);
  }
  return { bytes: file.size, digest: digest.end(), stream: () => streamFile(file) };
}

function streamFile(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at >= file.size) return controller.close();
      controller.enqueue(new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer()));
      at += pieceBytes;
    },
  });
}
