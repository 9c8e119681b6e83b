import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../concerns/terms/language.ts';
import type { Word } from './word.ts';

export type WordValues = Readonly<Record<string, string | number>>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };
const compiled: Readonly<Record<Language, Map<Word, IntlMessageFormat>>> = { en: new Map(), cy: new Map() };
/** Words that need no value read the same every time. */
const fixed: Readonly<Record<Language, Map<Word, string>>> = { en: new Map(), cy: new Map() };

/**
 * A word in a language, with its values filled in. Words are kept once they were said, so they come from a catalogue
 * and are never made up. Throws when a value that it needs is missing.
 */
export function sayWord(language: Language, word: Word, values?: WordValues): string {
  const same = values === undefined ? fixed[language].get(word) : undefined;
  if (same !== undefined) return same;
  const known = compiled[language].get(word);
  const message = known ?? new IntlMessageFormat(word[language], locales[language], undefined, { ignoreTag: true });
  if (!known) compiled[language].set(word, message);
  const said = String(message.format(values && { ...values }));
  if (values === undefined) fixed[language].set(word, said);
  return said;
}
