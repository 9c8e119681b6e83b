import { type Language, otherLanguage } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { button } from './action.ts';
import { type ChatNote, chatNotes, type NoteFacts } from './chat-notes.ts';
import { developmentCallouts } from './development-callout.ts';
import type { Page } from './page.ts';
import { staffingLine } from './staffing-line.ts';
import { emergencyLinks } from './ways-out.ts';

interface TypedWordsView extends NoteFacts {
  readonly language: Language;
  /** The kinds of words that were typed into the chat. */
  readonly notes: readonly ChatNote[];
  /** The roles of the person who uses a development chat, for its banner. */
  readonly development?: readonly string[];
}

/**
 * The card for somebody who typed words of their own into the chat, which may be a plea: 999, who looks at reports and
 * when, that Teams keeps what they typed, and the same in the other language. Its two buttons are to report and to come
 * back. A code that may stand among the words adds a warning.
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
          // What was typed says little of the language that somebody reads.
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
