import { contentInMemory, type FileContent } from '../../core/model/file-content.ts';
import { maxFileBytes } from '../../core/model/file-limits.ts';
import type { CleanCopy, FileRefusal } from './clean-copy.ts';
import { defaultReadTimeoutMs } from './read-with-timeout.ts';
import type { DescribedRecording, RecordingAnswer, RecordingRequest } from './recording-messages.ts';

const createWorker = (): Worker =>
  new Worker(new URL('./recordings/recording-worker.ts', import.meta.url), { type: 'module' });

const ask = (worker: Worker, request: RecordingRequest): void => worker.postMessage(request, {});

type RecordingResult =
  | { readonly kind: 'copy'; readonly copy: CleanCopy }
  | { readonly kind: 'refused'; readonly why: FileRefusal }
  | { readonly kind: 'stopped' };

/** Makes a clean copy of a recording in a worker that ends with its answer. Never rejects. */
export async function cleanRecordingFile(
  file: Blob,
  { signal, timeoutMs = defaultReadTimeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs?: number },
): Promise<RecordingResult> {
  const worker = createWorker();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise<RecordingResult>((resolve) => {
    const restartTimer = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => resolve({ kind: 'refused', why: 'tooLong' }), timeoutMs);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<RecordingAnswer>) => {
      if (data.candour === 'progress') restartTimer();
      else if (data.candour === 'described') resolve(toResult(file, data.recording));
      else if (data.candour === 'refused') resolve({ kind: 'refused', why: data.why });
    });
    worker.addEventListener('error', () => resolve({ kind: 'refused', why: 'notLoaded' }));
    worker.addEventListener('messageerror', () => resolve({ kind: 'refused', why: 'damaged' }));
    signal.addEventListener('abort', () => resolve({ kind: 'stopped' }));
    restartTimer();
    ask(worker, { candour: 'describe', file, maxBytes: maxFileBytes });
  }).finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}

function toResult(
  file: Blob,
  { type, sourceType, metadata, uncoveredSeconds, bytes, digest, content }: DescribedRecording,
): RecordingResult {
  const madeAgain: FileContent = { bytes, digest, stream: () => streamRecordingCopy(file) };
  return {
    kind: 'copy',
    copy: {
      type,
      sourceType,
      metadata,
      pages: [],
      preview: content,
      content: content === undefined ? madeAgain : contentInMemory(content),
      ...(uncoveredSeconds > 0 && { uncoveredSeconds }),
    },
  };
}

/**
 * Makes the copy again, piece by piece as it is read, and keeps none of it. Errors if the file can no longer be copied;
 * that it is still the same file, its reader must check.
 */
function streamRecordingCopy(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  const worker = createWorker();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAnswer: () => void = () => undefined;
  const stop = (): void => {
    clearTimeout(timer);
    worker.terminate();
    onAnswer();
  };
  const nextAnswer = (controller: ReadableStreamDefaultController, request: RecordingRequest): Promise<void> => {
    timer = setTimeout(() => fail(controller), defaultReadTimeoutMs);
    return new Promise((resolve) => {
      onAnswer = resolve;
      ask(worker, request);
    });
  };
  const fail = (controller: ReadableStreamDefaultController): void => {
    stop();
    controller.error(new RangeError('the file can no longer be copied'));
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        worker.addEventListener('message', ({ data }: MessageEvent<RecordingAnswer>) => {
          clearTimeout(timer);
          if (data.candour === 'piece') controller.enqueue(data.bytes);
          else if (data.candour === 'end') controller.close();
          else return fail(controller);
          if (data.candour === 'end') stop();
          onAnswer();
        });
        worker.addEventListener('error', () => fail(controller));
        worker.addEventListener('messageerror', () => fail(controller));
        return nextAnswer(controller, { candour: 'stream', file, maxBytes: 0 });
      },
      pull: (controller) => nextAnswer(controller, { candour: 'more' }),
      cancel: stop,
    },
    { highWaterMark: 1 },
  );
}
