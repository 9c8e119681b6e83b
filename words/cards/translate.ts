import type { Language } from '../../core/model/language.ts';
import { sayWord, type WordValues } from '../translate.ts';
import { catalogue, type WordKey } from './catalogue.ts';

export type { WordValues } from '../translate.ts';
export type { WordKey } from './catalogue.ts';

/** Throws if a value that the word needs is missing. */
export const say = (language: Language, key: WordKey, values?: WordValues): string =>
  sayWord(language, catalogue[key], values);
