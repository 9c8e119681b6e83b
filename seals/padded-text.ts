import { SealError } from '../concerns/ports/seal-error.ts';

const smallest = 4096;
const formatVersion = 1;
const headerBytes = 5;

const stepFor = (bytes: number): number => {
  let step = smallest;
  while (step < bytes) step *= 2;
  return step;
};

/**
 * Text as bytes whose number says little about it: 4, 8, 16, 32 KiB and so on. A version byte, the length of the text
 * in four, the text in UTF-8, zeros. Throws SealError `brokenText` for half a surrogate pair, which UTF-8 has no
 * bytes for: inside JSON it stands escaped and comes through.
 */
export function padText(text: string): Uint8Array<ArrayBuffer> {
  if (!text.isWellFormed()) throw new SealError('brokenText');
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(stepFor(headerBytes + bytes.length));
  padded[0] = formatVersion;
  new DataView(padded.buffer).setUint32(1, bytes.length);
  padded.set(bytes, headerBytes);
  return padded;
}

/** The text that `padText` wrapped. Throws SealError `damaged` for bytes that it never makes. */
export function unpadText(padded: Uint8Array): string {
  if (padded.length < smallest || padded[0] !== formatVersion) throw new SealError('damaged');
  const end = headerBytes + new DataView(padded.buffer, padded.byteOffset).getUint32(1);
  if (padded.length !== stepFor(end) || padded.subarray(end).some((byte) => byte !== 0)) throw new SealError('damaged');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(padded.subarray(headerBytes, end));
  } catch {
    throw new SealError('damaged');
  }
}
