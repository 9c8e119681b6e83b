import type { QuestionId } from '../../core/model/questions.ts';

const alike: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’ʼ´`', (sign) => [sign, "'"] as const),
  ...Array.from('“”„«»', (sign) => [sign, '"'] as const),
  ...Array.from('‐‑‒–—', (sign) => [sign, '-'] as const),
]);

const isPlain = /[\u0021-\u007e]/u;
const isSpace = /\s/u;
const unseen = /[\p{M}\p{Cf}]/gu;

function foldedSign(sign: string): string {
  if (sign !== '`' && isPlain.test(sign)) return sign.toLowerCase();
  return alike.get(sign) ?? sign.normalize('NFKD').replace(unseen, '').toLowerCase();
}

/**
 * Folds text for comparing: lower case, no marks, single spaces, so that "Tŷ" and "ty" are one. `places` gives for each
 * unit where it began in the text, and last the text's end.
 */
export function foldedWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  const places: number[] = [];
  const units: string[] = [];
  let at = 0;
  for (const sign of text) {
    const isGap = isSpace.test(sign);
    if (!isGap || units.at(-1) !== ' ') {
      for (const unit of (isGap ? ' ' : foldedSign(sign)).split('')) {
        units.push(unit);
        places.push(at);
      }
    }
    at += sign.length;
  }
  places.push(at);
  return { folded: units.join(''), places };
}

export const foldedText = (text: string): string => foldedWithPlaces(text).folded;

interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const around = 60;

export function excerptOf(text: string, sought: string): Excerpt {
  const { folded, places } = foldedWithPlaces(text);
  const found = folded.indexOf(sought);
  if (found === -1) return { before: '', words: '', after: '' };
  const part = (start: number, end: number): string => text.slice(places[start] ?? text.length, places[end]);
  let end = found + sought.length;
  while (end < folded.length && places[end] === places[end - 1]) end += 1;
  const [from, to] = [Math.max(0, found - around), Math.min(folded.length, end + around)];
  return {
    before: `${from > 0 ? '…' : ''}${part(from, found)}`,
    words: part(found, end),
    after: `${part(end, to)}${to < folded.length ? '…' : ''}`,
  };
}

export type OpenedPlace =
  | { readonly kind: 'answer'; readonly question: QuestionId }
  | { readonly kind: 'fromReporter' | 'toReporter' | 'sanitised' | 'note' };

export interface OpenedText {
  readonly id: string;
  readonly place: OpenedPlace;
  readonly text: string;
}

interface Hit {
  readonly caseId: string;
  readonly id: string;
  readonly place: OpenedPlace;
  readonly excerpt: Excerpt;
}

export interface Found {
  readonly count: number;
  readonly hits: readonly Hit[];
}

interface OpenedState {
  readonly cases: number;
  readonly letGo: number;
  readonly sought: string;
}

interface OpenedWordsOptions {
  readonly isUnlocked: () => boolean;
  readonly most?: { readonly characters: number; readonly cases: number };
}

/** Keeps what was opened in this page in its memory only, for as long as a key is unlocked. */
export interface OpenedWords {
  readonly state: () => OpenedState;
  readonly keep: (caseId: string, texts: readonly OpenedText[]) => void;
  readonly add: (caseId: string, text: OpenedText) => void;
  readonly drop: (caseId: string) => void;
  readonly clear: () => void;
  /** Ignores case and marks. Opens nothing, and asks no one. */
  readonly find: (words: string) => Found;
  readonly seek: (words: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const fewestSought = 2;
export const mostShown = 100;

interface Kept {
  readonly text: OpenedText;
  readonly folded: string;
}

const sizeOf = (kept: readonly Kept[]): number => kept.reduce((size, { folded }) => size + folded.length, 0);
const nothing: OpenedState = { cases: 0, letGo: 0, sought: '' };

export function createOpenedWords({
  isUnlocked,
  most = { characters: 4_000_000, cases: 500 },
}: OpenedWordsOptions): OpenedWords {
  const cases = new Map<string, readonly Kept[]>();
  const letGo = new Set<string>();
  const listeners = new Set<() => void>();
  let state = nothing;
  let size = 0;

  const change = () => {
    state = { ...state, cases: cases.size, letGo: letGo.size };
    for (const listener of listeners) listener();
  };
  const forget = (caseId: string): boolean => {
    size -= sizeOf(cases.get(caseId) ?? []);
    return cases.delete(caseId);
  };
  const keep = (caseId: string, kept: readonly Kept[]) => {
    forget(caseId);
    letGo.delete(caseId);
    cases.set(caseId, kept);
    size += sizeOf(kept);
    for (const first of cases.keys()) {
      if (cases.size === 1 || (size <= most.characters && cases.size <= most.cases)) break;
      forget(first);
      letGo.add(first);
    }
    change();
  };
  const keptOf = (text: OpenedText): Kept => ({ text, folded: foldedText(text.text) });

  return {
    state: () => state,
    keep(caseId, texts) {
      if (isUnlocked()) keep(caseId, texts.map(keptOf));
    },
    add(caseId, text) {
      const before = cases.get(caseId) ?? [];
      if (!isUnlocked() || before.some((kept) => kept.text.id === text.id)) return;
      keep(caseId, [...before, keptOf(text)]);
    },
    drop(caseId) {
      const wasLetGo = letGo.delete(caseId);
      if (forget(caseId) || wasLetGo) change();
    },
    clear() {
      cases.clear();
      letGo.clear();
      size = 0;
      if (state === nothing) return;
      state = nothing;
      for (const listener of listeners) listener();
    },
    find(words) {
      const sought = foldedText(words.trim());
      if (sought.length < fewestSought) return { count: 0, hits: [] };
      const found = Array.from(cases)
        .toReversed()
        .flatMap(([caseId, all]) =>
          all.flatMap(({ text, folded }) => (folded.includes(sought) ? [{ caseId, text }] : [])),
        );
      return {
        count: found.length,
        hits: found.slice(0, mostShown).map(({ caseId, text }) => ({
          caseId,
          id: text.id,
          place: text.place,
          excerpt: excerptOf(text.text, sought),
        })),
      };
    },
    seek(words) {
      if (!isUnlocked()) return;
      state = { ...state, sought: words };
      change();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
