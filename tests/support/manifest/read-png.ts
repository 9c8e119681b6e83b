import { inflateSync } from 'node:zlib';

/** A square picture: red, green, blue and opacity of each pixel, row by row, 0 to 255. */
interface Picture {
  readonly side: number;
  readonly pixels: readonly (readonly number[])[];
}

/** Reads the kind of PNG that the icons are: square, 8 bits, red, green, blue and opacity, no filter. Throws on another. */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  const side = file.readUInt32BE(16);
  const starts = file.toString('latin1', 0, 16) === '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
  if (!starts || file.readUInt32BE(20) !== side || file.toString('hex', 24, 29) !== '0806000000') {
    throw new Error('not a square PNG of 8 bits with opacity');
  }
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    }
  }
  const rows = inflateSync(Buffer.concat(data));
  const width = side * 4 + 1;
  if (rows.length !== width * side) throw new Error('rows are missing');
  const pixels = Array.from({ length: side * side }, (_, place) => {
    const row = Math.floor(place / side) * width;
    if (rows[row] !== 0) throw new Error('a row with a filter: save it without');
    const at = row + 1 + (place % side) * 4;
    return [...rows.subarray(at, at + 4)];
  });
  return { side, pixels };
}
