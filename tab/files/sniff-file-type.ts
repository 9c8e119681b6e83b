import { docxType, type RecordingType } from '../../core/model/file-limits.ts';
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
  | { readonly kind: 'recording'; readonly type: RecordingType }
  | { readonly kind: 'refused'; readonly why: FileRefusal };

export const bytesToSniff = 65_536;

const ascii = (letters: string): readonly number[] => [...new TextEncoder().encode(letters)];

const magics: readonly (readonly [readonly number[], SniffedType])[] = [
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
  [[0x50, 0x4b, 0x03, 0x04], docxType],
];
const recordingMagics: readonly (readonly [readonly number[], RecordingType])[] = [
  [[0x1a, 0x45, 0xdf, 0xa3], 'video/webm'],
  [[...ascii('ID3'), 2], 'audio/mpeg'],
  [[...ascii('ID3'), 3], 'audio/mpeg'],
  [[...ascii('ID3'), 4], 'audio/mpeg'],
  [[...ascii('OggS'), 0], 'audio/ogg'],
];
const refusedMagics: readonly (readonly [readonly number[], FileRefusal])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'office'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'office'],
  [ascii('#!AMR'), 'otherRecording'],
  [[...ascii('fLaC'), 0], 'otherRecording'],
  [[...ascii('caff'), 0], 'otherRecording'],
  [[...ascii('FLV'), 1], 'otherRecording'],
  [[0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11], 'otherRecording'],
  [[0x00, 0x00, 0x01, 0xba], 'otherRecording'],
  [[0x47, 0x49, 0x46, 0x38], 'unknown'],
  [[0x49, 0x49, 0x2a, 0x00], 'unknown'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'unknown'],
];
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

const soundBrands = new Set(['M4A ', 'M4B ']);

const accept = (type: SniffedType): SniffResult => ({ kind: 'taken', type });
const acceptRecording = (type: RecordingType): SniffResult => ({ kind: 'recording', type });
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
  for (const [magic, type] of recordingMagics) if (hasBytes(bytes, 0, magic)) return acceptRecording(type);
  const form = readAscii(bytes, 8, 4);
  if (hasBytes(bytes, 0, ascii('RIFF'))) return sniffRiff(form);
  if (hasBytes(bytes, 0, ascii('FORM')) && form.startsWith('AIF')) return refuse('otherRecording');
  const box = readAscii(bytes, 4, 4);
  if (box === 'ftyp') {
    if (heicBrands.has(form)) return accept('image/heic');
    if (form === 'avif' || form === 'avis') return refuse('unknown');
    return acceptRecording(soundBrands.has(form) ? 'audio/mp4' : 'video/mp4');
  }
  // A MOV from before there was a box for its type.
  if (!isTextByte(bytes[0] ?? 0) && (box === 'moov' || box === 'mdat' || box === 'wide'))
    return acceptRecording('video/mp4');
  const frame = sniffSoundFrame(bytes);
  if (frame !== undefined) return acceptRecording(frame);
  return isText(bytes.subarray(0, bytesToSniff)) ? accept('text/plain') : refuse('unknown');
}

function sniffRiff(form: string): SniffResult {
  if (form === 'WEBP') return accept('image/webp');
  return form === 'WAVE' ? acceptRecording('audio/wav') : refuse('otherRecording');
}

/** A frame of MP3 (layer III), or of AAC with a header. */
function sniffSoundFrame([first, second = 0]: Uint8Array): RecordingType | undefined {
  if (first !== 0xff) return undefined;
  if ((second & 0xe6) === 0xe2) return 'audio/mpeg';
  return (second & 0xf6) === 0xf0 ? 'audio/mp4' : undefined;
}

export const readAscii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

export const toDataView = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const hasBytes = (bytes: Uint8Array, from: number, sought: readonly number[]): boolean =>
  sought.every((byte, index) => bytes[from + index] === byte);
