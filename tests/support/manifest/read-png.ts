import { crc32, inflateSync } from 'node:zlib';
import type { Picture } from '../../../manifest/icons/picture.ts';

/** Reads the kind of PNG that Candour writes: 8 bits, red, green, blue and opacity, no filter. Throws on any other. */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) throw new Error('a chunk fails its check');
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, end));
    at = end + 4;
  }
  if ([...chunks.keys()].join() !== 'IHDR,IDAT,IEND') throw new Error('other chunks');
  const header = chunks.get('IHDR') ?? Buffer.alloc(0);
  const [side, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (side !== height || header.toString('hex', 8) !== '0806000000') throw new Error('another format');
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const width = side * 4;
  if (rows.length !== (width + 1) * side) throw new Error('rows are missing');
  const rgba = new Uint8Array(width * side);
  for (let row = 0; row < side; row += 1) {
    const start = row * (width + 1);
    if (rows[start] !== 0) throw new Error('a filter');
    rgba.set(rows.subarray(start + 1, start + 1 + width), row * width);
  }
  return { side, rgba };
}
