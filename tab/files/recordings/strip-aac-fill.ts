const fillElement = 6;
const dataStreamElement = 4;
/** Kinds of fill that are neither sound nor its extension: `EXT_FILL` and `EXT_FILL_DATA`. */
const lastPlainFill = 1;

/**
 * A frame of AAC with zeros in the elements before its sound that are not sound: encoders put their name there. Nothing
 * behind the sound can be found without decoding it.
 */
export function stripAacFill(frame: Uint8Array): Uint8Array {
  // A frame of an .aac file begins with its own header, of 7 bytes, or 9 with a checksum.
  const isAdts = frame[0] === 0xff && ((frame[1] ?? 0) & 0xf6) === 0xf0;
  const start = isAdts ? (((frame[1] ?? 0) & 1) === 1 ? 56 : 72) : 0;
  const bits = createBitReader(frame, start);
  let stripped: Uint8Array | undefined;
  for (;;) {
    const element = bits.read(3);
    if (element !== fillElement && element !== dataStreamElement) return stripped ?? frame;
    const bytes = element === fillElement ? readFillLength(bits) : readDataStreamLength(bits);
    const end = bits.position() + bytes * 8;
    if (end > frame.length * 8) return stripped ?? frame;
    if (element === fillElement && bytes > 0) {
      const kind = bits.read(4);
      if (kind > lastPlainFill) return stripped ?? frame;
    }
    stripped ??= frame.slice();
    zeroBits(stripped, bits.position(), end);
    bits.skipTo(end);
  }
}

interface BitReader {
  readonly position: () => number;
  read(count: number): number;
  skipTo(position: number): void;
}

function createBitReader(bytes: Uint8Array, start: number): BitReader {
  let at = start;
  return {
    position: () => at,
    read(count) {
      let value = 0;
      for (const end = at + count; at < end; at += 1)
        value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
      return value;
    },
    skipTo(position) {
      at = position;
    },
  };
}

function readFillLength(bits: BitReader): number {
  const count = bits.read(4);
  return count === 15 ? count + bits.read(8) - 1 : count;
}

function readDataStreamLength(bits: BitReader): number {
  bits.read(4);
  const isAligned = bits.read(1) === 1;
  let count = bits.read(8);
  if (count === 255) count += bits.read(8);
  if (isAligned) bits.skipTo((bits.position() + 7) & ~7);
  return count;
}

function zeroBits(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at += 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) & ~(1 << (7 - (at & 7)));
}
