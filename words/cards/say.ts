import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../concerns/terms/language.ts';
import { catalogue, type WordKey } from './catalogue.ts';

export type { WordKey } from './catalogue.ts';
export type WordValues = Readonly<Record<string, string | number>>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };
const compiled = new Map<string, IntlMessageFormat>();
/** Words that need no value read the same every time. */
const fixed = new Map<string, string>();

/** A word of the catalogue in a language, with its values filled in. Throws when a value that it needs is missing. */
export function say(language: Language, key: WordKey, values?: WordValues): string {
  const name = `${language} ${key}`;
  const same = values === undefined ? fixed.get(name) : undefined;
  if (same !== undefined) return same;
  const known = compiled.get(name);
  const message =
    known ?? new IntlMessageFormat(catalogue[key][language], locales[language], undefined, { ignoreTag: true });
  if (!known) compiled.set(name, message);
  const said = String(message.format(values && { ...values }));
  if (values === undefined) fixed.set(name, said);
  return said;
}
