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
