import type { Language } from '../../concerns/terms/language.ts';
import { say } from '../../words/tab/say.ts';
import type { Tab } from './tab-context.ts';

/** The number that is called in an emergency until the server has said which it is. */
export const usualEmergency = '999';

/** The words of the tab in a language, with the number that is called in an emergency here. */
export const sayFor =
  (language: Language, emergency: string = usualEmergency): Tab['say'] =>
  (key, values) =>
    say(language, key, { emergency, ...values });
