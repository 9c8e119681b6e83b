import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import type { Picture } from './picture.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Eight bits a channel, red, green, blue and opacity, not interlaced. */
const format = Uint8Array.of(8, 6, 0, 0, 0);

/**
 * A picture as a PNG file. It packs by fflate and not by node:zlib, whose bytes differ from one processor and one
 * release of Node to the next.
 */
export function encodePng({ side, rgba }: Picture): Uint8Array {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const width = side * 4;
  const rows = Buffer.alloc((width + 1) * side);
  for (let row = 0; row < side; row += 1) {
    // The byte before each row stays 0: no filter.
    rows.set(rgba.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.concat([header, format])),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
