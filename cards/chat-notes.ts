import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Callout } from './callout.ts';
import { emergencyLinks, staffing } from './ways-out.ts';

/** A kind of words that somebody typed into a chat: of danger, what may be a return code, or any others. */
export type ChatNote = 'danger' | 'code' | 'chatIsRecorded';

// In both languages: what was typed says little of the one it was typed in.
const inBoth = (language: Language, key: 'welcome.code' | 'welcome.recorded'): readonly string[] => [
  say(language, key),
  say(otherLanguage(language), key),
];

function chatNote(language: Language, contacts: Contacts, note: ChatNote): Callout {
  switch (note) {
    case 'danger': {
      const { emergency } = contacts;
      return {
        style: 'attention',
        heading: say(language, 'common.dangerHeading', { emergency }),
        text: [say(otherLanguage(language), 'common.dangerHeading', { emergency }), staffing(language, contacts)],
        links: emergencyLinks(language, contacts),
      };
    }
    case 'code':
      return {
        style: 'warning',
        heading: say(language, 'welcome.codeHeading'),
        text: inBoth(language, 'welcome.code'),
      };
    case 'chatIsRecorded':
      return {
        style: 'warning',
        heading: say(language, 'welcome.recordedHeading'),
        text: inBoth(language, 'welcome.recorded'),
      };
    default:
      return note satisfies never;
  }
}

/** The callouts on words that were typed into a chat, and never the words, in the order of the notes. */
export const chatNotes = (language: Language, contacts: Contacts, notes: readonly ChatNote[]): readonly Callout[] =>
  notes.map((note) => chatNote(language, contacts, note));
