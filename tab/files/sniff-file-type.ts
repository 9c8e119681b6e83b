import { docxType } from '../../core/model/file-limits.ts';
import type { FileRefusal } from './clean-copy.ts';

/** A HEIC becomes a JPEG. Any zip counts as a Word file until it is opened. */
export type SniffedType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/heic'
  | 'application/pdf'
  | 'text/plain'
  | typeof docxType;
type SniffResult =
  | { readonly kind: 'taken'; readonly type: SniffedType }
  | { readonly kind: 'refused'; readonly why: FileRefusal };

export const bytesToSniff = 65_536;

const magics: readonly (readonly [readonly number[], SniffedType])[] = [
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
  [[0x50, 0x4b, 0x03, 0x04], docxType],
];
const refusedMagics: readonly (readonly [readonly number[], FileRefusal])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'office'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'office'],
  [[0x1a, 0x45, 0xdf, 0xa3], 'moving'],
  [[0x49, 0x44, 0x33], 'moving'],
  [[0x4f, 0x67, 0x67, 0x53], 'moving'],
  [[0x47, 0x49, 0x46, 0x38], 'unknown'],
  [[0x49, 0x49, 0x2a, 0x00], 'unknown'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'unknown'],
];
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

const accept = (type: SniffedType): SniffResult => ({ kind: 'taken', type });
const refuse = (why: FileRefusal): SniffResult => ({ kind: 'refused', why });

const isTextByte = (byte: number): boolean => byte >= 0x20 || (byte >= 0x08 && byte <= 0x0d) || byte === 0x1b;

function isText(bytes: Uint8Array): boolean {
  if (hasBytes(bytes, 0, [0xff, 0xfe]) || hasBytes(bytes, 0, [0xfe, 0xff])) return bytes.length % 2 === 0;
  return bytes.every(isTextByte);
}

/**
 * By the first bytes, whatever the name says. A file that goes on as another kind counts as the first: no byte of it
 * gets into a copy.
 */
export function sniffFileType(bytes: Uint8Array): SniffResult {
  if (bytes.length === 0) return refuse('empty');
  for (const [magic, type] of magics) if (hasBytes(bytes, 0, magic)) return accept(type);
  for (const [magic, why] of refusedMagics) if (hasBytes(bytes, 0, magic)) return refuse(why);
  const first = readAscii(bytes, 0, 4);
  const form = readAscii(bytes, 8, 4);
  if (first === 'RIFF') return form === 'WEBP' ? accept('image/webp') : refuse('moving');
  if (readAscii(bytes, 4, 4) === 'ftyp') {
    if (heicBrands.has(form)) return accept('image/heic');
    return refuse(form === 'avif' || form === 'avis' ? 'unknown' : 'moving');
  }
  return isText(bytes.subarray(0, bytesToSniff)) ? accept('text/plain') : refuse('unknown');
}

export const readAscii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

export const toDataView = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const hasBytes = (bytes: Uint8Array, from: number, sought: readonly number[]): boolean =>
  sought.every((byte, index) => bytes[from + index] === byte);
