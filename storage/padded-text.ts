import { SealError } from './seal-error.ts';

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
export function padText(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new SealError('brokenText');
  const bytes = Buffer.from(text, 'utf8');
  const padded = Buffer.alloc(stepFor(headerBytes + bytes.length));
  padded.writeUInt8(formatVersion, 0);
  padded.writeUInt32BE(bytes.length, 1);
  bytes.copy(padded, headerBytes);
  return new Uint8Array(padded);
}

/** The text that `padText` wrapped. Throws SealError `damaged` for bytes that it never makes. */
export function unpadText(padded: Uint8Array): string {
  const bytes = Buffer.from(padded);
  if (bytes.length < smallest || bytes.readUInt8(0) !== formatVersion) throw new SealError('damaged');
  const end = headerBytes + bytes.readUInt32BE(1);
  if (bytes.length !== stepFor(end) || bytes.subarray(end).some((byte) => byte !== 0)) throw new SealError('damaged');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(headerBytes, end));
  } catch {
    throw new SealError('damaged');
  }
}
