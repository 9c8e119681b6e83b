import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import { button, languageTitle, link } from './action.ts';
import type { Contacts } from '../words/contacts.ts';
import { developmentCallouts } from './development-callout.ts';
import { messagesButton } from './messages-page.ts';
import type { Topics } from '../guidance/topic.ts';
import { contentsButton, topicButtons } from './guidance-buttons.ts';
import type { Page } from './page.ts';
import { say } from '../words/cards/say.ts';
import { emergencyLinks } from './ways-out.ts';

/** The topics of the guidance that the first card offers: the list leads to the rest. */
const offered = ['what', 'signs', 'scenes', 'support', 'ways'] as const;

interface WelcomeView {
  readonly language: Language;
  readonly contacts: Contacts;
  /** The topics of the guidance that are live now. */
  readonly topics: Topics;
  /** The address of the page for reporting, the same for everybody. */
  readonly page?: string;
  readonly canSummarise: boolean;
  /** Whether they may say as well what comes to a channel. */
  readonly choosesChannels?: boolean;
  /** The roles of the person who uses a development chat, for its banner. */
  readonly development?: readonly string[];
}

/** The first card. It begins with 999 and with the ways to report and to come back. Having it says nothing about anybody. */
export const welcomePage = (view: WelcomeView): Page => {
  const { language, contacts, topics, page, canSummarise, choosesChannels = false, development } = view;
  const { emergency } = contacts;
  const offers = offered.flatMap((id) => topics.get(id) ?? []);
  return {
    language,
    heading: 'Candour',
    callouts: [
      {
        style: 'attention',
        heading: say(language, 'common.dangerHeading', { emergency }),
        text: [],
        links: emergencyLinks(language, contacts),
      },
      ...developmentCallouts(language, development),
    ],
    sections: [
      {
        text: [],
        links: [
          button(say(language, 'common.report'), { verb: 'open', flow: 'report', language }, 'positive'),
          button(say(language, 'common.comeBack'), { verb: 'open', flow: 'comeBack', language }),
        ],
      },
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
        ...(page !== undefined && { links: [link(say(language, 'welcome.page'), page)] }),
      },
      {
        heading: say(language, 'welcome.guidance'),
        text: [],
        links: [...topicButtons(language, offers), contentsButton(language)],
      },
      { text: [say(language, 'messages.onWelcome')], links: [messagesButton(language)] },
    ],
    actions: [
      ...(canSummarise ? [button(say(language, 'common.week'), { verb: 'open', flow: 'week', language })] : []),
      button(languageTitle(language), { verb: 'show', card: 'welcome', language: otherLanguage(language) }),
    ],
  };
};
