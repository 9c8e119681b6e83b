import type { Language } from '../../core/model/language.ts';
import { translate } from '../../words/tab/translate.ts';
import type { Tab } from './tab-context.ts';

/** Until the server has sent the number. */
export const defaultEmergencyNumber = '999';

export const createTranslator =
  (language: Language, emergency: string = defaultEmergencyNumber): Tab['translate'] =>
  (key, values) =>
    translate(language, key, { emergency, ...values });
