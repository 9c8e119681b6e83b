import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Callout } from './callout.ts';
import type { Staffing } from '../concerns/terms/staffed-hours.ts';
import { staffingLine } from './staffing-line.ts';
import { emergencyLinks } from './ways-out.ts';

/** A kind of words that somebody typed into a chat: of danger, what may be a return code, or any others. */
export type ChatNote = 'danger' | 'code' | 'chatIsRecorded';

/** The names and numbers of the force, and who looks at reports now. */
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
        // In both languages: a code says nothing of the language that somebody reads.
        text: [say(language, 'welcome.code'), say(otherLanguage(language), 'welcome.code')],
      };
    default:
      return note satisfies never;
  }
}

/**
 * The callouts on words that were typed into a chat, and never the words, in the order of the notes. That a chat is
 * recorded has none: the card of typed words says it in a line, and a channel's own notice does.
 */
export const chatNotes = (language: Language, facts: NoteFacts, notes: readonly ChatNote[]): readonly Callout[] =>
  notes.flatMap((note) => (note === 'chatIsRecorded' ? [] : [chatNote(language, facts, note)]));
