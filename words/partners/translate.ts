import type { Language } from '../../core/model/language.ts';
import { translateWord, type WordValues } from '../translate-word.ts';
import { catalogue, type WordKey } from './catalogue.ts';

export type { WordValues } from '../translate-word.ts';
export type { WordKey } from './catalogue.ts';

/** Throws if a value that the word needs is missing. */
export const translate = (language: Language, key: WordKey, values?: WordValues): string =>
  translateWord(language, catalogue[key], values);
