import { createHash, timingSafeEqual } from 'node:crypto';

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
}

export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));

/** The digest of a seal, in base64url: it stays in the history when the seal is erased. */
export const digestOfSeal = (sealed: string): string =>
  createHash('sha256').update(`candour/1/seal ${sealed}`).digest('base64url');

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Whether two tags are the same, in constant time. */
export function sameTag(wanted: string, given: string): boolean {
  const bytes = new TextEncoder();
  return sameBytes(bytes.encode(wanted), bytes.encode(given));
}
