import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../concerns/language.ts';
import { catalogue, type WordKey } from './catalogue.ts';

export type { WordKey } from './catalogue.ts';
export type WordValues = Readonly<Record<string, string | number>>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };
const compiled = new Map<string, IntlMessageFormat>();

/** A word of the catalogue in a language, with its values filled in. Throws when a value that it needs is missing. */
export function say(language: Language, key: WordKey, values?: WordValues): string {
  const name = `${language} ${key}`;
  const known = compiled.get(name);
  const message =
    known ?? new IntlMessageFormat(catalogue[key][language], locales[language], undefined, { ignoreTag: true });
  if (!known) compiled.set(name, message);
  return String(message.format(values && { ...values }));
}
