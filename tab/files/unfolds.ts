import { lettersAt, standsAt, viewOf } from './bytes.ts';
import { isWithin, pictureSize } from './picture-size.ts';

/** Bytes of one stream: a picture of the most pixels, at three bytes each. */
const mostUnfolded = 200_000_000;
const mostOfOldWay = 262_144;
const deepest = 2;

const begins = [...new TextEncoder().encode('stream')];
const ends = [...new TextEncoder().encode('endstream')];

function findNext(bytes: Uint8Array, sought: readonly number[], from: number): number {
  const first = sought[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (standsAt(bytes, at, sought)) return at;
  }
  return -1;
}

function endOfData(bytes: Uint8Array, from: number, end: number): number {
  let at = end;
  if (at > from && bytes[at - 1] === 0x0a) at -= 1;
  if (at > from && bytes[at - 1] === 0x0d) at -= 1;
  return at;
}

function* streamsOf(bytes: Uint8Array): Generator<{ readonly dict: string; readonly data: Uint8Array<ArrayBuffer> }> {
  for (let at = findNext(bytes, begins, 0); at !== -1; ) {
    const isEnd = standsAt(bytes, at - 3, ends);
    let from = at + begins.length;
    if (bytes[from] === 0x0d) from += 1;
    if (bytes[from] === 0x0a) from += 1;
    if (!isEnd) {
      const end = findNext(bytes, ends, from);
      const data = new Uint8Array(bytes.subarray(from, end === -1 ? bytes.length : endOfData(bytes, from, end)));
      const before = Math.max(0, at - 2_000);
      yield { dict: lettersAt(bytes, before, at - before), data };
    }
    at = findNext(bytes, begins, from);
  }
}

const isZlib = (bytes: Uint8Array): boolean => {
  const [one = 0, two = 0] = bytes;
  return (one & 0x0f) === 8 && one >> 4 <= 7 && (one * 256 + two) % 31 === 0;
};

interface Unfolded {
  readonly isTooMuch: boolean;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly brokeAt: number | undefined;
}
const pieceBytes = 65_536;

async function unfoldOnce(data: Uint8Array<ArrayBuffer>, keep: number, slowly: number): Promise<Unfolded> {
  const inflater = new DecompressionStream('deflate');
  const writer = inflater.writable.getWriter();
  const reader = inflater.readable.getReader();
  const head = new Uint8Array(keep);
  const state: { length: number; brokeAt: number | undefined } = { length: 0, brokeAt: undefined };
  const reading = (async () => {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      if (state.length < keep) head.set(step.value.subarray(0, keep - state.length), state.length);
      state.length += step.value.length;
    }
  })().catch(() => undefined);
  const isTooMuch = (): boolean => state.length > mostUnfolded;
  for (let at = 0; at < data.length && !isTooMuch() && state.brokeAt === undefined; ) {
    const end = at < slowly ? Math.min(at + pieceBytes, slowly) : at + 1;
    const from = at;
    await writer.write(data.subarray(from, end)).catch(() => {
      state.brokeAt = from;
    });
    at = end;
  }
  await (isTooMuch() ? writer.abort() : writer.close()).catch(() => undefined);
  await reading;
  return { isTooMuch: isTooMuch(), head: head.slice(0, state.length), brokeAt: state.brokeAt };
}

async function unfold(data: Uint8Array<ArrayBuffer>, keep: number): Promise<Unfolded> {
  const once = await unfoldOnce(data, keep, data.length);
  return once.brokeAt === undefined ? once : unfoldOnce(data, keep, once.brokeAt);
}

function isHugePicture(data: Uint8Array): boolean {
  if (standsAt(data, 0, [0xff, 0xd8, 0xff])) {
    const size = pictureSize('image/jpeg', data);
    return size !== undefined && !isWithin(size);
  }
  const from = findNext(data.subarray(0, 4_096), [0xff, 0x4f, 0xff, 0x51], 0);
  if (from === -1 || from + 16 > data.length) return false;
  const view = viewOf(data);
  return !isWithin({ width: view.getUint32(from + 8), height: view.getUint32(from + 12) });
}

async function streamUnfolds(data: Uint8Array<ArrayBuffer>, depth: number): Promise<boolean> {
  if (isHugePicture(data)) return true;
  if (!isZlib(data)) return false;
  if (depth > deepest) return true;
  const unfolded = await unfold(data, 4_000_000);
  return unfolded.isTooMuch || streamUnfolds(unfolded.head, depth + 1);
}

/**
 * Whether something in a PDF would become far larger than it says, found out before anything opens it, and without
 * keeping what is unfolded.
 */
export async function unfolds(bytes: Uint8Array): Promise<boolean> {
  for (const { dict, data } of streamsOf(bytes)) {
    if (/LZW|RunLength/u.test(dict.slice(dict.lastIndexOf('obj') + 1)) && data.length > mostOfOldWay) return true;
    if (await streamUnfolds(data, 0)) return true;
  }
  return false;
}
