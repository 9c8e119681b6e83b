import { FileRefusalError } from '../clean-copy.ts';
import { readAscii, toDataView } from '../sniff-file-type.ts';

const maxChunks = 200;
const headBytes = 16;
const extensibleFormat = 0xfffe;
/** PCM, floats, A-law and µ-law. */
const playableFormats: ReadonlySet<number> = new Set([1, 3, 6, 7]);

interface WavParts {
  /** The sixteen bytes that say how to play the samples. */
  readonly format: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** A WAV of format and samples alone, in pieces. Throws FileRefusalError. */
export async function* cleanWav(file: Blob, pieceBytes: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { format, from, to } = await findWavParts(file);
  yield createWavHeader(format, to - from);
  for (let at = from; at < to; at += pieceBytes) yield await readBytes(file, at, Math.min(pieceBytes, to - at));
}

const readBytes = async (file: Blob, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.slice(from, from + length).arrayBuffer());

async function findWavParts(file: Blob): Promise<WavParts> {
  let format: Uint8Array | undefined;
  for (let at = 12, chunks = 0; at + 8 <= file.size && chunks < maxChunks; chunks += 1) {
    const head = await readBytes(file, at, 8);
    const name = readAscii(head, 0, 4);
    const length = toDataView(head).getUint32(4, true);
    const from = at + 8;
    if (name === 'fmt ') format = parseFormat(await readBytes(file, from, Math.min(length, 40)));
    if (name === 'data' && format !== undefined) {
      const frame = Math.max(1, toDataView(format).getUint16(12, true));
      // A recorder that was cut off says a length that was never written.
      const there = Math.min(length, file.size - from);
      if (there < frame) throw new FileRefusalError('damaged');
      return { format, from, to: from + there - (there % frame) };
    }
    at = from + length + (length % 2);
  }
  throw new FileRefusalError('damaged');
}

function parseFormat(chunk: Uint8Array): Uint8Array {
  if (chunk.length < headBytes) throw new FileRefusalError('damaged');
  const view = toDataView(chunk);
  const named = view.getUint16(0, true);
  const format = named === extensibleFormat && chunk.length >= 26 ? view.getUint16(24, true) : named;
  if (!playableFormats.has(format)) throw new FileRefusalError('otherRecording');
  const head = chunk.slice(0, headBytes);
  toDataView(head).setUint16(0, format, true);
  return head;
}

function createWavHeader(format: Uint8Array, sampleBytes: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(28 + format.length);
  const view = toDataView(header);
  const put = (at: number, letters: string): void => header.set(new TextEncoder().encode(letters), at);
  put(0, 'RIFF');
  view.setUint32(4, header.length - 8 + sampleBytes, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, format.length, true);
  header.set(format, 20);
  put(20 + format.length, 'data');
  view.setUint32(24 + format.length, sampleBytes, true);
  return header;
}
