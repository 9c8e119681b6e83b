import type { Language } from '../../core/model/language.ts';
import { say } from '../../words/tab/translate.ts';
import type { Tab } from './tab-context.ts';

/** Until the server has said the number. */
export const usualEmergency = '999';

export const sayFor =
  (language: Language, emergency: string = usualEmergency): Tab['say'] =>
  (key, values) =>
    say(language, key, { emergency, ...values });
