import { crc32, deflateSync } from 'node:zlib';
import { markedExif, markedProfile, markedXmp } from './marked-jpeg.ts';

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** A PNG of one colour that shows through, of this size. */
export function plainPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 4), 0x66);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 4)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG with words, packed words, EXIF, a profile, a private chunk, and more behind its end. */
export function markedPng(plain: Buffer, mark: string): Buffer {
  const added = [
    chunk('iCCP', Buffer.concat([Buffer.from(`p ${mark}\0\0`), deflateSync(markedProfile(mark))])),
    chunk('tEXt', Buffer.from(`Author\0me ${mark}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from(`packed ${mark}`))])),
    chunk('iTXt', Buffer.from(`Title\0\0\0\0\0title ${mark}`)),
    chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), markedXmp(mark)])),
    chunk('eXIf', markedExif(mark, Buffer.from('none'))),
    chunk('prVt', Buffer.from(`private ${mark}`)),
  ];
  return Buffer.concat([plain.subarray(0, 33), ...added, plain.subarray(33), Buffer.from(`<script>${mark}</script>`)]);
}

/** The same picture, which says of itself that it is larger. */
export function oversizedPng(plain: Buffer, width: number, height: number): Buffer {
  const header = Buffer.from(plain.subarray(16, 29));
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([plain.subarray(0, 8), chunk('IHDR', header), plain.subarray(33)]);
}

function riffChunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** The chunks of a WebP that hold its picture, without what the browser put beside them. */
function pixelsOf(webp: Buffer): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = 8 + webp.readUInt32LE(at + 4);
    const end = at + length + (length % 2);
    if (['VP8 ', 'VP8L', 'ALPH'].includes(webp.toString('latin1', at, at + 4))) chunks.push(webp.subarray(at, end));
    at = end;
  }
  return chunks;
}

/** A WebP of one picture with a profile, EXIF, XMP and a chunk of its own beside it. */
export function markedWebp(
  plain: Buffer,
  size: { readonly width: number; readonly height: number },
  mark: string,
): Buffer {
  const extended = Buffer.alloc(10);
  extended[0] = 0x2c;
  extended.writeUIntLE(size.width - 1, 4, 3);
  extended.writeUIntLE(size.height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riffChunk('VP8X', extended),
    riffChunk('ICCP', markedProfile(mark)),
    ...pixelsOf(plain),
    riffChunk('EXIF', markedExif(mark, Buffer.from('none'))),
    riffChunk('XMP ', markedXmp(mark)),
    riffChunk('OWN ', Buffer.from(`own ${mark}`)),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
