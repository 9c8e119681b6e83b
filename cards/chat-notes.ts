import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Callout } from './callout.ts';
import type { Staffing } from '../concerns/terms/staffed-hours.ts';
import { staffingLine } from './staffing-line.ts';
import { emergencyLinks } from './ways-out.ts';

export type ChatNote = 'danger' | 'code' | 'chatIsRecorded';

export interface NoteFacts {
  readonly contacts: Contacts;
  readonly staffing: Staffing;
}

function chatNote(
  language: Language,
  { contacts, staffing }: NoteFacts,
  note: Exclude<ChatNote, 'chatIsRecorded'>,
): Callout {
  switch (note) {
    case 'danger': {
      const { emergency } = contacts;
      return {
        style: 'attention',
        heading: say(language, 'common.dangerHeading', { emergency }),
        text: [say(otherLanguage(language), 'common.dangerHeading', { emergency }), staffingLine(language, staffing)],
        links: emergencyLinks(language, contacts),
      };
    }
    case 'code':
      return {
        style: 'warning',
        heading: say(language, 'welcome.codeHeading'),
        // In both languages: a code does not tell which language someone reads.
        text: [say(language, 'welcome.code'), say(otherLanguage(language), 'welcome.code')],
      };
    default:
      return note satisfies never;
  }
}

/** The callouts about words typed into a chat; they never repeat the words. */
export const chatNotes = (language: Language, facts: NoteFacts, notes: readonly ChatNote[]): readonly Callout[] =>
  notes.flatMap((note) => (note === 'chatIsRecorded' ? [] : [chatNote(language, facts, note)]));
