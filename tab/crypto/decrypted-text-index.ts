import type { QuestionId } from '../../core/model/questions.ts';

const lookalikes: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’ʼ´`', (sign) => [sign, "'"] as const),
  ...Array.from('“”„«»', (sign) => [sign, '"'] as const),
  ...Array.from('‐‑‒–—', (sign) => [sign, '-'] as const),
]);

const printableAscii = /[\u0021-\u007e]/u;
const whitespace = /\s/u;
const ignoredCharacters = /[\p{M}\p{Cf}]/gu;

function foldCharacter(sign: string): string {
  if (sign !== '`' && printableAscii.test(sign)) return sign.toLowerCase();
  return lookalikes.get(sign) ?? sign.normalize('NFKD').replace(ignoredCharacters, '').toLowerCase();
}

/**
 * Folds text for comparing: lower case, no marks, single spaces, so that "Tŷ" and "ty" match. `places` gives for each
 * unit its place in the text, and last the text's end.
 */
export function foldWithOffsets(text: string): { readonly folded: string; readonly places: readonly number[] } {
  const places: number[] = [];
  const units: string[] = [];
  let at = 0;
  for (const sign of text) {
    const isGap = whitespace.test(sign);
    if (!isGap || units.at(-1) !== ' ') {
      for (const unit of (isGap ? ' ' : foldCharacter(sign)).split('')) {
        units.push(unit);
        places.push(at);
      }
    }
    at += sign.length;
  }
  places.push(at);
  return { folded: units.join(''), places };
}

export const foldText = (text: string): string => foldWithOffsets(text).folded;

interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const contextLength = 60;

export function createExcerpt(text: string, query: string): Excerpt {
  const { folded, places } = foldWithOffsets(text);
  const found = folded.indexOf(query);
  if (found === -1) return { before: '', words: '', after: '' };
  const part = (start: number, end: number): string => text.slice(places[start] ?? text.length, places[end]);
  let end = found + query.length;
  while (end < folded.length && places[end] === places[end - 1]) end += 1;
  const [from, to] = [Math.max(0, found - contextLength), Math.min(folded.length, end + contextLength)];
  return {
    before: `${from > 0 ? '…' : ''}${part(from, found)}`,
    words: part(found, end),
    after: `${part(end, to)}${to < folded.length ? '…' : ''}`,
  };
}

export type TextLocation =
  | { readonly kind: 'answer'; readonly question: QuestionId }
  | { readonly kind: 'fromReporter' | 'toReporter' | 'sanitised' | 'note' | 'title' };

export interface DecryptedText {
  readonly id: string;
  readonly location: TextLocation;
  readonly text: string;
}

interface Hit {
  readonly caseId: string;
  readonly id: string;
  readonly location: TextLocation;
  readonly excerpt: Excerpt;
}

export interface SearchHits {
  readonly count: number;
  readonly hits: readonly Hit[];
}

interface IndexState {
  readonly cases: number;
  readonly evicted: number;
  readonly query: string;
}

interface DecryptedTextIndexOptions {
  readonly isUnlocked: () => boolean;
  readonly limits?: { readonly characters: number; readonly cases: number };
}

/** Holds decrypted text in the page's memory only, for as long as a key is unlocked. */
export interface DecryptedTextIndex {
  readonly state: () => IndexState;
  readonly replace: (caseId: string, texts: readonly DecryptedText[]) => void;
  readonly add: (caseId: string, text: DecryptedText) => void;
  readonly read: (caseId: string, id: string) => string | undefined;
  readonly drop: (caseId: string) => void;
  readonly clear: () => void;
  /** Ignores case and marks. */
  readonly search: (words: string) => SearchHits;
  readonly setQuery: (words: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const minQueryLength = 2;
export const maxHits = 100;

interface IndexedText {
  readonly text: DecryptedText;
  readonly folded: string;
}

const totalLength = (indexedTexts: readonly IndexedText[]): number =>
  indexedTexts.reduce((size, { folded }) => size + folded.length, 0);
const emptyState: IndexState = { cases: 0, evicted: 0, query: '' };

export function createDecryptedTextIndex({
  isUnlocked,
  limits = { characters: 4_000_000, cases: 500 },
}: DecryptedTextIndexOptions): DecryptedTextIndex {
  const cases = new Map<string, readonly IndexedText[]>();
  const evicted = new Set<string>();
  const listeners = new Set<() => void>();
  let state = emptyState;
  let size = 0;

  const notify = () => {
    state = { ...state, cases: cases.size, evicted: evicted.size };
    for (const listener of listeners) listener();
  };
  const removeCase = (caseId: string): boolean => {
    size -= totalLength(cases.get(caseId) ?? []);
    return cases.delete(caseId);
  };
  const storeCase = (caseId: string, indexedTexts: readonly IndexedText[]) => {
    removeCase(caseId);
    evicted.delete(caseId);
    cases.set(caseId, indexedTexts);
    size += totalLength(indexedTexts);
    for (const first of cases.keys()) {
      if (cases.size === 1 || (size <= limits.characters && cases.size <= limits.cases)) break;
      removeCase(first);
      evicted.add(first);
    }
    notify();
  };
  const indexText = (text: DecryptedText): IndexedText => ({ text, folded: foldText(text.text) });

  return {
    state: () => state,
    replace(caseId, texts) {
      if (isUnlocked()) storeCase(caseId, texts.map(indexText));
    },
    add(caseId, text) {
      const before = cases.get(caseId) ?? [];
      if (!isUnlocked() || before.some((one) => one.text.id === text.id)) return;
      storeCase(caseId, [...before, indexText(text)]);
    },
    read: (caseId, id) => cases.get(caseId)?.find(({ text }) => text.id === id)?.text.text,
    drop(caseId) {
      const wasEvicted = evicted.delete(caseId);
      if (removeCase(caseId) || wasEvicted) notify();
    },
    clear() {
      cases.clear();
      evicted.clear();
      size = 0;
      if (state === emptyState) return;
      state = emptyState;
      for (const listener of listeners) listener();
    },
    search(words) {
      const query = foldText(words.trim());
      if (query.length < minQueryLength) return { count: 0, hits: [] };
      const found = Array.from(cases)
        .toReversed()
        .flatMap(([caseId, all]) =>
          all.flatMap(({ text, folded }) => (folded.includes(query) ? [{ caseId, text }] : [])),
        );
      return {
        count: found.length,
        hits: found.slice(0, maxHits).map(({ caseId, text }) => ({
          caseId,
          id: text.id,
          location: text.location,
          excerpt: createExcerpt(text.text, query),
        })),
      };
    },
    setQuery(words) {
      if (!isUnlocked()) return;
      state = { ...state, query: words };
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
