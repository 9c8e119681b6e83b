import { createHash } from 'node:crypto';
import { FileRefusalError } from '../clean-copy.ts';
import { readRecordingStructure } from '../recording-structure.ts';
import { cleanRecording } from './clean-recording.ts';
import type { DescribedRecording, RecordingAnswer, RecordingRequest } from '../recording-messages.ts';

/** In bytes: a longer copy is made a second time when it is sent, and never kept. */
const maxBytesInMemory = 25_000_000;

const post = (answer: RecordingAnswer, transfer: Transferable[] = []): void =>
  globalThis.postMessage(answer, { transfer });

async function describe(file: Blob, maxBytes: number): Promise<DescribedRecording> {
  const hash = createHash('sha256');
  let bytes = 0;
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  const cleaned = await cleanRecording(file, async (piece) => {
    hash.update(piece);
    bytes += piece.length;
    if (bytes > maxBytes) throw new FileRefusalError('overLimit');
    if (bytes <= maxBytesInMemory) pieces.push(piece);
    else pieces = [];
    post({ candour: 'progress' });
  });
  const content = bytes <= maxBytesInMemory ? concat(pieces, bytes) : undefined;
  // The frame that plays it would refuse it.
  if (content && !readRecordingStructure(cleaned.type, content).ok) throw new FileRefusalError('damaged');
  return { ...cleaned, bytes, digest: hash.digest('base64url'), content };
}

/** Not by a Blob, which a browser may write to its disk. */
function concat(pieces: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

let sendNext: (() => void) | undefined;

async function stream(file: Blob): Promise<void> {
  await cleanRecording(file, async (piece) => {
    const isTaken = new Promise<void>((resolve) => {
      sendNext = resolve;
    });
    post({ candour: 'piece', bytes: piece }, [piece.buffer]);
    await isTaken;
  });
}

async function answer(request: Exclude<RecordingRequest, { candour: 'more' }>): Promise<void> {
  try {
    if (request.candour === 'stream') {
      await stream(request.file);
      return post({ candour: 'end' });
    }
    const recording = await describe(request.file, request.maxBytes);
    post({ candour: 'described', recording }, recording.content === undefined ? [] : [recording.content.buffer]);
  } catch (error) {
    post({ candour: 'refused', why: error instanceof FileRefusalError ? error.why : 'damaged' });
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<RecordingRequest>) => {
  if (data.candour === 'more') sendNext?.();
  else void answer(data);
});
