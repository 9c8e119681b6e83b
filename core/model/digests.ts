import { createHash, timingSafeEqual } from 'node:crypto';

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
}

export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));

/** In base64url. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');

/** The digest of a seal, in base64url: it stays in the history when the seal is erased. */
export const digestOfSeal = (sealed: string): string => sha256(`candour/1/seal ${sealed}`);

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Whether two tags are the same, in constant time. */
export function sameTag(wanted: string, given: string): boolean {
  const bytes = new TextEncoder();
  return sameBytes(bytes.encode(wanted), bytes.encode(given));
}
