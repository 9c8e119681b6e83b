import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Callout } from './callout.ts';
import { emergencyLinks } from './ways-out.ts';

export const dangerCallout = (
  view: { readonly state: { readonly language: Language }; readonly contacts: Contacts },
  text: readonly string[] = [],
): Callout => {
  const { state, contacts } = view;
  return {
    style: 'attention',
    heading: say(state.language, 'common.dangerHeading', { emergency: contacts.emergency }),
    text,
    links: emergencyLinks(state.language, contacts),
  };
};
