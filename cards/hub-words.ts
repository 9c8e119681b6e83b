import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Section } from './page.ts';

export function tellSection(language: Language, contacts: Contacts, standing: readonly string[]): Section {
  const { emergency, helpline, helplinePhone: phone } = contacts;
  return {
    heading: say(language, 'hub.tellHeading'),
    text: [
      ...standing,
      say(language, 'hub.tellNothing'),
      say(language, 'hub.tellWithdraw'),
      say(language, 'hub.tellDanger', { emergency, helpline: helpline[language], phone }),
    ],
  };
}
