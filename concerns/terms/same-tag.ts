import { timingSafeEqual } from 'node:crypto';

/** Whether two tags are the same, in a time that says nothing of where they differ. */
export function sameTag(wanted: string, given: string): boolean {
  const bytes = new TextEncoder();
  const [a, b] = [bytes.encode(wanted), bytes.encode(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
