import type { Language } from '../../concerns/terms/language.ts';
import { loadPart } from './load-part.ts';
import { sayWord, type WordValues } from '../../words/say-word.ts';
import { listWords } from '../../words/tab/list.ts';
import { refusalWords } from '../../words/tab/refusal.ts';
import type { say, WordKey } from '../../words/tab/say.ts';
import { shellWords } from '../../words/tab/shell.ts';
import { statusWords } from '../../words/tab/status.ts';
import { todayWords } from '../../words/tab/today.ts';
import type { Word } from '../../words/word.ts';

const first: Readonly<Record<string, Word>> = {
  ...shellWords,
  ...listWords,
  ...refusalWords,
  ...statusWords,
  ...todayWords,
};
let every: typeof say | undefined;

/** Loads the words of the other pages, which are most of them, so that the first page need not wait for them. */
export async function loadEveryWord(): Promise<void> {
  every ??= (await loadPart('../words/tab/say.ts', () => import('../../words/tab/say.ts'))).say;
}

/** A word of the tab as `say` says it. Throws for a word of another page before those are loaded. */
export function sayAtFirst(language: Language, key: WordKey, values?: WordValues): string {
  if (every) return every(language, key, values);
  const word = first[key];
  if (word === undefined) throw new Error(`${key} was said before the words were loaded`);
  return sayWord(language, word, values);
}
