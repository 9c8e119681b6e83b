import type { Language } from '../core/model/language.ts';
import { messageOf, type SayMessage, type WordValues } from './message.ts';
import type { Word } from './word.ts';

export type { WordValues } from './message.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };
const read: Readonly<Record<Language, Map<Word, SayMessage>>> = { en: new Map(), cy: new Map() };
const fixed: Readonly<Record<Language, Map<Word, string>>> = { en: new Map(), cy: new Map() };

/** Caches each word, so words must come from a catalogue. Throws if a value that the word needs is missing. */
export function sayWord(language: Language, word: Word, values?: WordValues): string {
  const same = values === undefined ? fixed[language].get(word) : undefined;
  if (same !== undefined) return same;
  const known = read[language].get(word);
  const message = known ?? messageOf(word[language], locales[language]);
  if (!known) read[language].set(word, message);
  const said = message(values);
  if (values === undefined) fixed[language].set(word, said);
  return said;
}
