import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import { button, languageTitle, link } from './action.ts';
import type { Callout } from './callout.ts';
import { type ChatNote, chatNotes } from './chat-notes.ts';
import type { Contacts } from '../words/contacts.ts';
import { messagesButton } from './messages-page.ts';
import type { Topics } from '../guidance/topic.ts';
import { contentsButton, topicButtons } from './guidance-buttons.ts';
import type { Page } from './page.ts';
import { say } from '../words/cards/say.ts';

/** The topics of the guidance that the first card offers: the list leads to the rest. */
const offered = ['what', 'signs', 'scenes', 'support', 'ways'] as const;

interface WelcomeView {
  readonly language: Language;
  readonly contacts: Contacts;
  /** The topics of the guidance that are live now. */
  readonly topics: Topics;
  /** The kinds of words that were typed into the chat. */
  readonly notes?: readonly ChatNote[];
  /** The address of the page for reporting, the same for everybody. */
  readonly page?: string;
  readonly canSummarise: boolean;
  /** Whether they may say as well what comes to a channel. */
  readonly choosesChannels?: boolean;
  /** The roles of whoever uses a development chat, for its banner. */
  readonly development?: readonly string[];
}

function callouts({ language, contacts, notes = [], development }: WelcomeView): readonly Callout[] {
  const banner = (roles: readonly string[]): Callout => ({
    style: 'warning',
    heading: say(language, 'welcome.developmentHeading'),
    text: [say(language, 'welcome.development', { roles: roles.join(', ') })],
  });
  return [...chatNotes(language, contacts, notes), ...(development ? [banner(development)] : [])];
}

/** The first card. It opens on guidance, so that having it says nothing about anybody. */
export const welcomePage = (view: WelcomeView): Page => {
  const { language, contacts, topics, page, canSummarise, choosesChannels = false } = view;
  const offers = offered.flatMap((id) => topics.get(id) ?? []);
  const start = say(language, 'common.report');
  return {
    language,
    heading: 'Candour',
    callouts: callouts(view),
    sections: [
      {
        text: [
          say(language, 'welcome.intro', { force: contacts.forceName[language] }),
          say(language, 'welcome.everyone'),
          say(language, 'welcome.buttons'),
          ...(page === undefined ? [] : [say(language, 'welcome.doors')]),
          ...(canSummarise ? [say(language, 'welcome.summaries')] : []),
          ...(canSummarise && choosesChannels ? [say(language, 'welcome.channels')] : []),
          say(otherLanguage(language), 'welcome.alsoIn'),
        ],
      },
      {
        heading: say(language, 'welcome.guidance'),
        text: [],
        links: [...topicButtons(language, offers), contentsButton(language)],
      },
      { text: [say(language, 'messages.onWelcome')], links: [messagesButton(language)] },
    ],
    actions: [
      button(start, { verb: 'open', flow: 'report', language }, 'positive'),
      button(say(language, 'common.comeBack'), { verb: 'open', flow: 'comeBack', language }),
      ...(page === undefined ? [] : [link(say(language, 'welcome.page'), page)]),
      ...(canSummarise ? [button(say(language, 'common.week'), { verb: 'open', flow: 'week', language })] : []),
      button(languageTitle(language), { verb: 'show', card: 'welcome', language: otherLanguage(language) }),
    ],
  };
};
