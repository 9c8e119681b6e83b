import { timingSafeEqual } from 'node:crypto';

/** Whether two tags are the same, in a time that says nothing of where they differ. */
export function sameTag(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
