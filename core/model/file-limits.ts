import { sha256 } from './digests.ts';

const recordingTypes = ['audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/wav', 'video/mp4', 'video/webm'] as const;
export type RecordingType = (typeof recordingTypes)[number];

export const fileTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'text/plain',
  ...recordingTypes,
] as const;
export type FileType = (typeof fileTypes)[number];

const originalFileTypes = [...fileTypes, 'image/heic', 'image/heif'] as const;
export type OriginalFileType = (typeof originalFileTypes)[number];

/** A seal may name a type that a later version added. */
export const parseFileType = (text: string): OriginalFileType | undefined =>
  originalFileTypes.find((type) => type === text);

export const isRecordingType = (type: string): type is RecordingType => recordingTypes.some((one) => one === type);

const kib = 1_024;
const mib = kib * kib;

export const fileLimits = {
  files: 5,
  /** The content of one file before it is sealed. */
  bytes: 10 * mib,
  pendingBytes: 60 * mib,
  perCase: 40,
  nameLength: 200,
} as const;

export const sizeClasses = [
  64 * kib,
  128 * kib,
  256 * kib,
  512 * kib,
  mib,
  2 * mib,
  4 * mib,
  8 * mib,
  12 * mib,
] as const;

export const isSizeClass = (bytes: number): boolean => sizeClasses.some((one) => one === bytes);

/** A sealed file is sent and stored in parts of this many bytes. */
export const partBytes = 256 * kib;

export const partCount = (bytes: number): number => Math.ceil(bytes / partBytes);

/** In bytes, for parts from 0; 0 if there is no such part. */
export const partLength = (bytes: number, part: number): number =>
  Math.max(0, Math.min(partBytes, bytes - part * partBytes));

/** In bytes; each chunk has a tag. */
const payload = { nonce: 16, chunk: 65_536, tag: 16 } as const;

/** In bytes, for a plaintext of at least one byte. */
export const sealedFileLength = (header: number, plain: number): number =>
  header + payload.nonce + plain + payload.tag * Math.ceil(plain / payload.chunk);

function plainLength(header: number, sealed: number): number | undefined {
  const rest = sealed - header - payload.nonce;
  if (rest <= payload.tag) return undefined;
  const plain = rest - payload.tag * Math.ceil(rest / (payload.chunk + payload.tag));
  return sealedFileLength(header, plain) === sealed ? plain : undefined;
}

/**
 * The length that fills the smallest class holding the plaintext and age's `header`, in bytes. `undefined` if no class
 * holds it.
 */
export function paddedFileLength(
  header: number,
  plain: number,
): { readonly plain: number; readonly sealed: number } | undefined {
  for (const sealed of sizeClasses) {
    const padded = plainLength(header, sealed);
    if (padded !== undefined && padded >= plain) return { plain: padded, sealed };
  }
  return undefined;
}

/** In base64url. */
export const digestOfFile = (content: Uint8Array): string => sha256(content);

export const maxFileHeaderBytes = 512;
