import { readAscii, type SniffedType, hasBytes, toDataView } from './sniff-file-type.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const maxPixels = 64_000_000;
const maxSide = 30_000;

export const isWithinPictureLimits = ({ width, height }: PictureSize): boolean =>
  width > 0 && height > 0 && width <= maxSide && height <= maxSide && width * height <= maxPixels;

const isFrameMarker = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isStandaloneMarker = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function readJpegSize(bytes: Uint8Array): PictureSize | undefined {
  const view = toDataView(bytes);
  for (let at = 2; at + 9 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isStandaloneMarker(marker)) at += 2;
    else if (isFrameMarker(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function readPngSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes.length < 33 || readAscii(bytes, 12, 4) !== 'IHDR') return undefined;
  const view = toDataView(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const readUint24 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);

function readWebpChunkSize(bytes: Uint8Array, name: string, at: number): PictureSize | undefined {
  if (at + 10 > bytes.length) return undefined;
  const view = toDataView(bytes);
  if (name === 'VP8X') return { width: readUint24(bytes, at + 4) + 1, height: readUint24(bytes, at + 7) + 1 };
  if (name === 'VP8 ' && hasBytes(bytes, at + 3, [0x9d, 0x01, 0x2a]))
    return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff };
  if (name === 'VP8L' && bytes[at] === 0x2f) {
    const bits = view.getUint32(at + 1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return undefined;
}

function readWebpSize(bytes: Uint8Array): PictureSize | undefined {
  const view = toDataView(bytes);
  let largest: PictureSize | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = readWebpChunkSize(bytes, readAscii(bytes, at, 4), at + 8);
    if (size && size.width * size.height > (largest ? largest.width * largest.height : 0)) largest = size;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return largest;
}

function readHeicSize(bytes: Uint8Array): PictureSize | undefined {
  const view = toDataView(bytes);
  let largest: PictureSize | undefined;
  const lastOffset = Math.min(bytes.length - 16, 262_144);
  for (let at = 4; at < lastOffset; at += 1) {
    if (bytes[at] !== 0x69 || readAscii(bytes, at, 4) !== 'ispe') continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (size.width * size.height > (largest ? largest.width * largest.height : 0)) largest = size;
  }
  return largest;
}

/** From the header, before any decoding; `undefined` if it does not say. */
export function readPictureSize(type: SniffedType, bytes: Uint8Array): PictureSize | undefined {
  if (type === 'image/jpeg') return readJpegSize(bytes);
  if (type === 'image/png') return readPngSize(bytes);
  if (type === 'image/webp') return readWebpSize(bytes);
  return type === 'image/heic' ? readHeicSize(bytes) : undefined;
}

export function mayBeTransparent(type: SniffedType, bytes: Uint8Array): boolean {
  if (type === 'image/png') return bytes[25] === 4 || bytes[25] === 6 || bytes[25] === 3;
  if (type !== 'image/webp') return false;
  const form = readAscii(bytes, 12, 4);
  return form === 'VP8L' || (form === 'VP8X' && ((bytes[20] ?? 0) & 0x10) !== 0);
}
