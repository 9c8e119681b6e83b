import { encodedForms } from '../support/journeys/canary.ts';

/** Counts how often marks stand in bytes that come piece by piece. */
export interface MarkSearch {
  /** Looks at what begins in the first bytes of a piece, up to a place; what follows them is there to be read on. */
  look(piece: Buffer, before: number): void;
  readonly counts: ReadonlyMap<string, number>;
  /** The most bytes that one mark takes: how far a piece has to reach beyond the place up to which it is looked at. */
  readonly longest: number;
}

interface Needle {
  readonly mark: string;
  readonly bytes: Buffer;
}

const pairs = 0x1_0000;

/**
 * A search for marks as they are, in base64 at each of its offsets and in hexadecimal, each in one byte a character, as
 * UTF-8, and in two, as V8 keeps strings that one byte has no room for. All are looked for in one pass.
 */
export function createMarkSearch(marks: readonly string[]): MarkSearch {
  const counts = new Map(marks.map((mark) => [mark, 0]));
  const needles = [...counts.keys()].flatMap((mark) =>
    encodedForms(mark).flatMap((guise): Needle[] => [
      { mark, bytes: Buffer.from(guise, 'utf8') },
      { mark, bytes: Buffer.from(guise, 'utf16le') },
    ]),
  );
  // By their first byte and their third, which in two bytes a character is that of the second: few places have both.
  const begin = Map.groupBy(needles, ({ bytes }) => bytes.readUInt8(0) * 256 + bytes.readUInt8(2));
  const begins = new Uint8Array(pairs);
  for (const pair of begin.keys()) begins[pair] = 1;
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));
  const nothing = Buffer.alloc(0);
  let zeros = nothing;

  function look(piece: Buffer, before: number): void {
    if (zeros.length < piece.length) zeros = Buffer.alloc(piece.length);
    // Most of what a process may write to was never written.
    if (piece.equals(zeros.subarray(0, piece.length))) return;
    const end = Math.min(before, piece.length - 2);
    for (let at = 0; at < end; at += 1) {
      const pair = (piece[at] ?? 0) * 256 + (piece[at + 2] ?? 0);
      if (begins[pair] !== 1) continue;
      for (const { mark, bytes } of begin.get(pair) ?? []) {
        if (bytes.equals(piece.subarray(at, at + bytes.length))) counts.set(mark, (counts.get(mark) ?? 0) + 1);
      }
    }
  }
  return { look, counts, longest };
}
