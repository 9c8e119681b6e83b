import { lettersAt, viewOf } from './bytes.ts';
import { RefusedFile } from './refused.ts';

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A JPEG is drawn with its tables, frames and scans, without comments and what programs add (APP0 to 15). */
const isNeeded = (marker: number): boolean => !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe;

export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) break;
    // From the scan on all belongs to the picture. A browser encodes one scan, or ends each by the next.
    if (marker === 0xda) {
      const end = bytes.findLastIndex((byte, index) => byte === 0xd9 && bytes[index - 1] === 0xff);
      if (end < at) break;
      return joined([...parts, bytes.subarray(at, end + 1)]);
    }
    const length = 2 + view.getUint16(at + 2);
    if (isNeeded(marker)) parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  throw new RefusedFile('damaged');
}

const needed = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

export function barePng(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = 12 + view.getUint32(at);
    const name = lettersAt(bytes, at + 4, 4);
    if (needed.has(name)) parts.push(bytes.subarray(at, at + length));
    at += length;
    if (name === 'IEND' && at <= bytes.length) return joined(parts);
  }
  throw new RefusedFile('damaged');
}
