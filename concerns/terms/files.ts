import { createHash } from 'node:crypto';

/** The types of files that are taken: each can be drawn or read again in a browser, as a clean copy. */
const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/plain'] as const;
export type FileType = (typeof fileTypes)[number];

/** The types that an original may have: a phone's own format goes sealed as it is, and is never shown. */
export const originalTypes = [...fileTypes, 'image/heic', 'image/heif'] as const;

const kib = 1_024;
const mib = kib * kib;

/** How many files go with a report, or with what is added to one, and how large one is. */
export const fileLimits = {
  files: 5,
  /** The content of one, before it is sealed. */
  bytes: 10 * mib,
  /** The sealed bytes of one report's files while nothing names them yet. */
  pendingBytes: 60 * mib,
  /** The most files of a case, with all that was added to it. */
  ofCase: 40,
  nameLength: 200,
} as const;

/** The lengths that a sealed file may have: equal lengths say nothing of what is inside. In bytes. */
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

/** Whether a sealed file has one of the lengths that there are. */
export const isSizeClass = (bytes: number): boolean => sizeClasses.some((one) => one === bytes);

/** A sealed file goes over the wire and is kept in parts of this length; the last of the smallest ones is shorter. */
export const partBytes = 256 * kib;

/** How many parts a sealed file of this length has. */
export const partsOf = (bytes: number): number => Math.ceil(bytes / partBytes);

/** The length of one of its parts, from 0; 0 where there is no such part. */
export const lengthOfPart = (bytes: number, part: number): number =>
  Math.max(0, Math.min(partBytes, bytes - part * partBytes));

/** The payload of age: a nonce, then chunks, each with a tag. In bytes. */
const payload = { nonce: 16, chunk: 65_536, tag: 16 } as const;

/**
 * The length of an age file: its header, and a plaintext of at least one byte. sealed = header + 16 + plain + 16 for
 * each 65,536 bytes of plain that were begun.
 */
export const sealedLength = (header: number, plain: number): number =>
  header + payload.nonce + plain + payload.tag * Math.ceil(plain / payload.chunk);

/** The plaintext that makes an age file with this header exactly so long; `undefined` where none does. */
function plainLength(header: number, sealed: number): number | undefined {
  const rest = sealed - header - payload.nonce;
  if (rest <= payload.tag) return undefined;
  const plain = rest - payload.tag * Math.ceil(rest / (payload.chunk + payload.tag));
  return sealedLength(header, plain) === sealed ? plain : undefined;
}

/**
 * How long a plaintext becomes by zeros at its end, so that its age file has the length of the smallest class that takes
 * it: `header` is the length of the age header, by its recipients alone. `undefined` where no class takes it.
 */
export function paddedLength(
  header: number,
  plain: number,
): { readonly plain: number; readonly sealed: number } | undefined {
  for (const sealed of sizeClasses) {
    const padded = plainLength(header, sealed);
    if (padded !== undefined && padded >= plain) return { plain: padded, sealed };
  }
  return undefined;
}

/** The digest of a file's content, in base64url, as the seal that names it has it. */
export const digestOfFile = (content: Uint8Array): string => createHash('sha256').update(content).digest('base64url');

/** The first line of a sealed file's plaintext is at most so long, with its end. In bytes. */
export const longestFileHeader = 512;
