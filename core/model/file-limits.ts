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

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A WebM of sound alone becomes an Ogg. */
const originalFileTypes = [...fileTypes, 'image/heic', 'image/heif', 'audio/webm', docxType] as const;
export type OriginalFileType = (typeof originalFileTypes)[number];

/** A seal may name a type that a later version added. */
export const parseFileType = (text: string): OriginalFileType | undefined =>
  originalFileTypes.find((type) => type === text);

export const isRecordingType = (type: string): type is RecordingType => recordingTypes.some((one) => one === type);

const kib = 1_024;
const mib = kib * kib;

export const fileLimits = {
  files: 5,
  /** A copy that is drawn, in bytes; and every file where a server names no other size. */
  bytes: 10 * mib,
  /** One recording of the largest class and four other files: 96 and four times 24 MiB. */
  pendingBytes: 192 * mib,
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
  16 * mib,
  24 * mib,
  48 * mib,
  96 * mib,
] as const;

const megabyte = 1_000_000;

/** In megabytes, as a force sets them: `video` is for one recording a report. */
export const fileSizeBounds = {
  file: { min: 10, max: 25 },
  video: { min: 25, max: 100 },
} as const;

/** The sizes of files before they are sealed, in bytes. */
export interface FileSizes {
  readonly file: number;
  readonly video: number;
}

export const fileSizesFromMegabytes = (file: number, video: number): FileSizes => ({
  file: file * megabyte,
  video: video * megabyte,
});

/** The largest that any force can set. */
export const maxFileBytes = fileSizeBounds.video.max * megabyte;

/** As a whole number for a sentence, never more than may be sent. */
export const wholeMegabytes = (bytes: number): number => Math.floor(bytes / megabyte);

/** With age's header for as many people as any group has. */
const maxHeaderBytes = 128 * kib;

/** The class of a file of this size, in bytes; the largest class if none is larger. */
export const largestSealedLength = ({ file, video }: FileSizes): number =>
  paddedFileLength(maxHeaderBytes, Math.max(file, video))?.sealed ?? Math.max(...sizeClasses);

export const isSizeClass = (bytes: number): boolean => sizeClasses.some((one) => one === bytes);

/** A sealed file up to 12 MiB is sent and stored in parts of this many bytes. */
export const partBytes = 256 * kib;
const maxLengthInSmallParts = 12 * mib;
/** A larger one in these: a hundred at most. */
export const maxPartBytes = mib;

const partBytesOf = (bytes: number): number => (bytes > maxLengthInSmallParts ? maxPartBytes : partBytes);

/** Of a sealed file of this length. */
export const partCount = (bytes: number): number => Math.ceil(bytes / partBytesOf(bytes));

/** In bytes, for parts from 0 of a sealed file of `bytes`; 0 if there is no such part. */
export const partLength = (bytes: number, part: number): number =>
  Math.max(0, Math.min(partBytesOf(bytes), bytes - part * partBytesOf(bytes)));

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
