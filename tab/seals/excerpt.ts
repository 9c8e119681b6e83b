import { foldedWithPlaces } from './folded-text.ts';

/** Words as they were written, with what stands around them. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** How much is shown before and after what was found, in characters as they are compared. */
const around = 60;

/** The first place of a text that holds what is sought, which is folded as the text is; all empty where none does. */
export function excerptOf(text: string, sought: string): Excerpt {
  const { folded, places } = foldedWithPlaces(text);
  const found = folded.indexOf(sought);
  if (found === -1) return { before: '', words: '', after: '' };
  // Never in the middle of a sign: a place is where one begins.
  const part = (start: number, end: number): string => text.slice(places[start] ?? text.length, places[end]);
  let end = found + sought.length;
  // One sign may be compared as several: it is shown whole.
  while (end < folded.length && places[end] === places[end - 1]) end += 1;
  const [from, to] = [Math.max(0, found - around), Math.min(folded.length, end + around)];
  return {
    before: `${from > 0 ? '…' : ''}${part(from, found)}`,
    words: part(found, end),
    after: `${part(end, to)}${to < folded.length ? '…' : ''}`,
  };
}
