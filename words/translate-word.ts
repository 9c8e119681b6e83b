import type { Language } from '../core/model/language.ts';
import { compileMessage, type MessageFormatter, type WordValues } from './message-format.ts';
import type { Word } from './word.ts';

export type { WordValues } from './message-format.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };
const messageFormatters: Readonly<Record<Language, Map<Word, MessageFormatter>>> = { en: new Map(), cy: new Map() };
const fixedTexts: Readonly<Record<Language, Map<Word, string>>> = { en: new Map(), cy: new Map() };

/** Caches each word, so words must come from a catalogue. Throws if a value that the word needs is missing. */
export function translateWord(language: Language, word: Word, values?: WordValues): string {
  const same = values === undefined ? fixedTexts[language].get(word) : undefined;
  if (same !== undefined) return same;
  const known = messageFormatters[language].get(word);
  const message = known ?? compileMessage(word[language], locales[language]);
  if (!known) messageFormatters[language].set(word, message);
  const said = message(values);
  if (values === undefined) fixedTexts[language].set(word, said);
  return said;
}
