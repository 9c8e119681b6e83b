import type { Language } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';
import type { Reference } from './page.ts';

/** Without `words`, if their list did not load, as symbols only. */
export const returnCodeReference = (language: Language, symbols: string, words: string | undefined): Reference =>
  words === undefined
    ? { label: translate(language, 'common.code'), value: symbols }
    : { label: translate(language, 'common.codeEither'), value: symbols, words };
