import type { Language } from '../../concerns/terms/language.ts';
import { catalogue, type WordKey } from './catalogue.ts';
import { fillIn, type WordValues } from './fill-in.ts';

export type { WordKey } from './catalogue.ts';
export type { WordValues } from './fill-in.ts';

/** A word of the tab in a language, with its values filled in. Throws when a value that it needs is missing. */
export function say(language: Language, key: WordKey, values?: WordValues): string {
  return fillIn(language, catalogue[key][language], values);
}
