import { timingSafeEqual } from 'node:crypto';

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Whether two tags are the same, in constant time. */
export function sameTag(wanted: string, given: string): boolean {
  const bytes = new TextEncoder();
  return sameBytes(bytes.encode(wanted), bytes.encode(given));
}
