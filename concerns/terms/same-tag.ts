import { timingSafeEqual } from 'node:crypto';

/** Whether two runs of bytes are the same. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Whether two tags are the same, in a time that says nothing of where they differ. */
export function sameTag(wanted: string, given: string): boolean {
  const bytes = new TextEncoder();
  return sameBytes(bytes.encode(wanted), bytes.encode(given));
}
