import { type Language, otherLanguage } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';
import { button, type Callout, type Page } from './page.ts';
import { developmentCallouts } from './welcome-page.ts';
import { staffingLine } from './staffing-line.ts';
import { emergencyLinks } from './support-contacts.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Staffing } from '../core/model/staffed-hours.ts';

interface ChatReplyView extends NoteFacts {
  readonly language: Language;
  readonly notes: readonly ChatNote[];
  readonly development?: readonly string[];
}

/** For someone who typed their own words, perhaps a plea for help. A possible code adds a warning. */
export function chatReplyPage({ language, contacts, staffing, notes, development }: ChatReplyView): Page {
  const other = otherLanguage(language);
  const { emergency } = contacts;
  const isRecorded = notes.includes('chatIsRecorded');
  const danger = (textLanguage: Language): string => translate(textLanguage, 'common.dangerHeading', { emergency });
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
      ...chatNoteCallouts(
        language,
        { contacts, staffing },
        notes.filter((note) => note === 'code'),
      ),
      ...developmentCallouts(language, development),
    ],
    sections: [
      {
        text: [
          ...(isRecorded ? [translate(language, 'welcome.recorded')] : []),
          // In both languages: typed words do not tell which one someone reads.
          `${danger(other)}.${isRecorded ? ` ${translate(other, 'welcome.recorded')}` : ''}`,
        ],
      },
    ],
    actions: [
      button(translate(language, 'common.report'), { verb: 'open', flow: 'report', language }, 'positive'),
      button(translate(language, 'common.comeBack'), { verb: 'open', flow: 'comeBack', language }),
    ],
  };
}

export type ChatNote = 'danger' | 'code' | 'chatIsRecorded';

interface NoteFacts {
  readonly contacts: Contacts;
  readonly staffing: Staffing;
}

function chatNoteCallout(
  language: Language,
  { contacts, staffing }: NoteFacts,
  note: Exclude<ChatNote, 'chatIsRecorded'>,
): Callout {
  switch (note) {
    case 'danger': {
      const { emergency } = contacts;
      return {
        style: 'attention',
        heading: translate(language, 'common.dangerHeading', { emergency }),
        text: [
          translate(otherLanguage(language), 'common.dangerHeading', { emergency }),
          staffingLine(language, staffing),
        ],
        links: emergencyLinks(language, contacts),
      };
    }
    case 'code':
      return {
        style: 'warning',
        heading: translate(language, 'welcome.codeHeading'),
        text: [translate(language, 'welcome.code'), translate(otherLanguage(language), 'welcome.code')],
      };
    default:
      return note satisfies never;
  }
}

/** Callouts about words typed into a chat, which they never repeat. */
export const chatNoteCallouts = (
  language: Language,
  facts: NoteFacts,
  notes: readonly ChatNote[],
): readonly Callout[] =>
  notes.flatMap((note) => (note === 'chatIsRecorded' ? [] : [chatNoteCallout(language, facts, note)]));
