import { docxType } from '../../core/model/file-limits.ts';
import type { CleanWorkerMessage, CleanCopy, CopyInMemory, FileRefusal } from './clean-copy.ts';
import { contentInMemory } from '../../core/model/file-content.ts';
import { defaultReadTimeoutMs, readWithTimeout } from './read-with-timeout.ts';
import { cleanRecordingFile } from './clean-recording-file.ts';
import { bytesToSniff, sniffFileType } from './sniff-file-type.ts';

/** Of a file that is read at once. A recording is read in pieces. */
const maxFileBytes = 50_000_000;

export type CleanResult =
  | { readonly kind: 'copy'; readonly copy: CleanCopy }
  | { readonly kind: 'refused'; readonly why: FileRefusal }
  | { readonly kind: 'stopped' };

export interface CleanOptions {
  readonly signal: AbortSignal;
  readonly onPage: (number: number, of: number) => void;
  /** Milliseconds without any sign from the file or the worker; half a minute if missing. */
  readonly timeoutMs?: number;
}

const createPictureTextWorker = (): Worker =>
  new Worker(new URL('./clean-picture-text-worker.ts', import.meta.url), { type: 'module' });
const createPdfWorker = (): Worker => new Worker(new URL('./clean-pdf-worker.ts', import.meta.url), { type: 'module' });
const createDocxWorker = (): Worker =>
  new Worker(new URL('./clean-docx-worker.ts', import.meta.url), { type: 'module' });
const createHeicWorker = (): Worker =>
  new Worker(new URL('./clean-heic-worker.ts', import.meta.url), { type: 'module' });

const workersByType: ReadonlyMap<string, () => Worker> = new Map([
  ['application/pdf', createPdfWorker],
  [docxType, createDocxWorker],
]);

/** Decoding a HEIC in JavaScript takes up to a second for each million pixels, without a sign. */
const heicTimeoutMs = 120_000;

/** Makes a clean copy in a worker that ends with its answer: a fault there cannot break the page. Never rejects. */
export async function cleanFile(
  file: Blob,
  { signal, onPage, timeoutMs = defaultReadTimeoutMs }: CleanOptions,
): Promise<CleanResult> {
  const first = await readWithTimeout(file.slice(0, bytesToSniff), signal, timeoutMs);
  if (signal.aborted || first === 'stopped') return { kind: 'stopped' };
  if (first === 'unread') return { kind: 'refused', why: 'damaged' };
  if (first === 'tooLong') return { kind: 'refused', why: first };
  const sniffed = sniffFileType(first);
  if (sniffed.kind === 'recording') return cleanRecordingFile(file, { signal, timeoutMs });
  if (file.size > maxFileBytes) return { kind: 'refused', why: 'tooLarge' };
  if (sniffed.kind === 'refused') return sniffed;
  const create = workersByType.get(sniffed.type) ?? createPictureTextWorker;
  const cleaned = await cleanInWorker(create(), file, { signal, onPage, timeoutMs });
  if (cleaned.kind !== 'refused' || cleaned.why !== 'heic') return cleaned;
  if (signal.aborted) return { kind: 'stopped' };
  return cleanInWorker(createHeicWorker(), file, { signal, onPage, timeoutMs: Math.max(timeoutMs, heicTimeoutMs) });
}

const toCleanCopy = ({ content, pictures, ...its }: CopyInMemory): CleanCopy => ({
  ...its,
  content: contentInMemory(content),
  preview: content,
  ...(pictures && { pictures: toCleanCopy(pictures) }),
});

/** Ends the worker with its answer. */
function cleanInWorker(
  worker: Worker,
  file: Blob,
  { signal, onPage, timeoutMs }: Required<CleanOptions>,
): Promise<CleanResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise<CleanResult>((resolve) => {
    const restartTimer = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => resolve({ kind: 'refused', why: 'tooLong' }), timeoutMs);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Partial<CleanWorkerMessage>>) => {
      if (data.candour === 'page') {
        restartTimer();
        onPage(data.number ?? 0, data.of ?? 0);
      } else if (data.candour === 'copy' && data.copy) {
        resolve({ kind: 'copy', copy: toCleanCopy(data.copy) });
      } else if (data.candour === 'refused' && data.why) resolve({ kind: 'refused', why: data.why });
    });
    worker.addEventListener('error', () => resolve({ kind: 'refused', why: 'notLoaded' }));
    worker.addEventListener('messageerror', () => resolve({ kind: 'refused', why: 'damaged' }));
    signal.addEventListener('abort', () => resolve({ kind: 'stopped' }));
    restartTimer();
    worker.postMessage({ file }, {});
  }).finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
