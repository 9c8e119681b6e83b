import { foldedWithPlaces } from './folded-text.ts';

export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const around = 60;

/** The first match of a folded text; all empty if there is none. */
export function excerptOf(text: string, sought: string): Excerpt {
  const { folded, places } = foldedWithPlaces(text);
  const found = folded.indexOf(sought);
  if (found === -1) return { before: '', words: '', after: '' };
  const part = (start: number, end: number): string => text.slice(places[start] ?? text.length, places[end]);
  let end = found + sought.length;
  // One character may fold to several: it is shown whole.
  while (end < folded.length && places[end] === places[end - 1]) end += 1;
  const [from, to] = [Math.max(0, found - around), Math.min(folded.length, end + around)];
  return {
    before: `${from > 0 ? '…' : ''}${part(from, found)}`,
    words: part(found, end),
    after: `${part(end, to)}${to < folded.length ? '…' : ''}`,
  };
}
