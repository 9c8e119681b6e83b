import { type Language, otherLanguage } from '../core/model/language.ts';
import { button, type Callout, languageTitle, link, type Page } from './page.ts';
import type { Contacts } from '../words/contacts.ts';
import { messagesButton } from './messages-page.ts';
import type { Topics } from '../guidance/topic.ts';
import { contentsButton, topicButtons } from './guidance-page.ts';
import { say } from '../words/cards/translate.ts';
import { emergencyLinks } from './support-links.ts';

const offered = ['what', 'signs', 'scenes', 'support', 'ways'] as const;

interface WelcomeView {
  readonly language: Language;
  readonly contacts: Contacts;
  readonly topics: Topics;
  readonly page?: string;
  readonly canSummarise: boolean;
  readonly choosesChannels?: boolean;
  readonly development?: readonly string[];
}

/** Begins with 999. Everyone gets it, so having it says nothing about anyone. */
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

export const developmentCallouts = (language: Language, roles: readonly string[] | undefined): readonly Callout[] =>
  roles === undefined
    ? []
    : [
        {
          style: 'warning',
          heading: say(language, 'welcome.developmentHeading'),
          text: [say(language, 'welcome.development', { roles: roles.join(', ') })],
        },
      ];
