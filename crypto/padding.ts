import { SealError } from '../core/ports/seal.ts';

const minBytes = 4096;
const formatVersion = 1;
const headerBytes = 5;

const paddedLength = (bytes: number): number => {
  let step = minBytes;
  while (step < bytes) step *= 2;
  return step;
};

/**
 * A version byte, the length in four bytes, UTF-8, and zeros up to 4, 8, 16, 32 KiB and so on, so that the length says
 * little. Throws SealError `brokenText` for a lone surrogate, which UTF-8 cannot hold (inside JSON it is escaped and
 * passes).
 */
export function padText(text: string): Uint8Array<ArrayBuffer> {
  if (!text.isWellFormed()) throw new SealError('brokenText');
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(paddedLength(headerBytes + bytes.length));
  padded[0] = formatVersion;
  new DataView(padded.buffer).setUint32(1, bytes.length);
  padded.set(bytes, headerBytes);
  return padded;
}

/** Throws SealError `damaged` for bytes that `padText` never makes. */
export function unpadText(padded: Uint8Array): string {
  if (padded.length < minBytes || padded[0] !== formatVersion) throw new SealError('damaged');
  const end = headerBytes + new DataView(padded.buffer, padded.byteOffset).getUint32(1);
  if (padded.length !== paddedLength(end) || padded.subarray(end).some((byte) => byte !== 0))
    throw new SealError('damaged');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(padded.subarray(headerBytes, end));
  } catch {
    throw new SealError('damaged');
  }
}
