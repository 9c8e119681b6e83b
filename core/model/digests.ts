import { createHash, timingSafeEqual } from 'node:crypto';

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortKeys(inner)]));
}

export const canonicalJson = (value: unknown): string => JSON.stringify(sortKeys(value));

/** In base64url. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');

interface RunningDigest {
  readonly update: (piece: Uint8Array) => void;
  /** In base64url. */
  readonly end: () => string;
}

/** Of content that is not in memory as a whole; ends as `sha256` of it. */
export function startSha256(): RunningDigest {
  const hash = createHash('sha256');
  return { update: (piece) => void hash.update(piece), end: () => hash.digest('base64url') };
}

/** In base64url. It stays in the history when the seal is erased. */
export const digestOfSeal = (sealed: string): string => sha256(`candour/1/seal ${sealed}`);

export const timingSafeEqualBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);

/** In constant time. */
export function timingSafeEqualText(expected: string, actual: string): boolean {
  const bytes = new TextEncoder();
  return timingSafeEqualBytes(bytes.encode(expected), bytes.encode(actual));
}
