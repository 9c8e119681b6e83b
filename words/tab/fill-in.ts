import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../concerns/terms/language.ts';

export type WordValues = Readonly<Record<string, string | number>>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' };
const compiled = new Map<string, IntlMessageFormat>();

/** An ICU message with its values filled in. Throws when a value that it needs is missing. */
export function fillIn(language: Language, message: string, values: WordValues | undefined): string {
  const name = `${language} ${message}`;
  const known = compiled.get(name);
  const format = known ?? new IntlMessageFormat(message, locales[language], undefined, { ignoreTag: true });
  if (!known) compiled.set(name, format);
  return String(format.format(values && { ...values }));
}
