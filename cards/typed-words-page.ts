import { type Language, otherLanguage } from '../core/model/language.ts';
import { say } from '../words/cards/translate.ts';
import { button, type Callout, type Page } from './page.ts';
import { developmentCallouts } from './welcome-page.ts';
import { staffingLine } from './staffing-line.ts';
import { emergencyLinks } from './support-links.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Staffing } from '../core/model/staffed-hours.ts';

interface TypedWordsView extends NoteFacts {
  readonly language: Language;
  readonly notes: readonly ChatNote[];
  readonly development?: readonly string[];
}

/**
 * The card for someone who typed their own words into the chat, which may be a plea. A possible code adds a warning.
 */
export function typedWordsPage({ language, contacts, staffing, notes, development }: TypedWordsView): Page {
  const other = otherLanguage(language);
  const { emergency } = contacts;
  const isRecorded = notes.includes('chatIsRecorded');
  const danger = (said: Language): string => say(said, 'common.dangerHeading', { emergency });
  return {
    language,
    heading: 'Candour',
    callouts: [
      {
        style: 'attention',
        heading: danger(language),
        text: [staffingLine(language, staffing)],
        links: emergencyLinks(language, contacts),
      },
      ...chatNotes(
        language,
        { contacts, staffing },
        notes.filter((note) => note === 'code'),
      ),
      ...developmentCallouts(language, development),
    ],
    sections: [
      {
        text: [
          ...(isRecorded ? [say(language, 'welcome.recorded')] : []),
          // The typed words do not tell which language someone reads.
          `${danger(other)}.${isRecorded ? ` ${say(other, 'welcome.recorded')}` : ''}`,
        ],
      },
    ],
    actions: [
      button(say(language, 'common.report'), { verb: 'open', flow: 'report', language }, 'positive'),
      button(say(language, 'common.comeBack'), { verb: 'open', flow: 'comeBack', language }),
    ],
  };
}

export type ChatNote = 'danger' | 'code' | 'chatIsRecorded';

interface NoteFacts {
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
