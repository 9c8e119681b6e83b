import { type Language, otherLanguage } from '../core/model/language.ts';
import { button, type Callout, otherLanguageTitle, link, type Page } from './page.ts';
import type { Contacts } from '../words/contacts.ts';
import { messageSubscriptionButton } from './message-subscription-page.ts';
import type { Topics } from '../guidance/topic.ts';
import { contentsButton, topicButtons } from './guidance-page.ts';
import { translate } from '../words/cards/translate.ts';
import { emergencyLinks } from './support-contacts.ts';

const featuredTopicIds = ['what', 'signs', 'scenes', 'support', 'ways'] as const;

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
  const offers = featuredTopicIds.flatMap((id) => topics.get(id) ?? []);
  return {
    language,
    heading: 'Candour',
    callouts: [
      {
        style: 'attention',
        heading: translate(language, 'common.dangerHeading', { emergency }),
        text: [],
        links: emergencyLinks(language, contacts),
      },
      ...developmentCallouts(language, development),
    ],
    sections: [
      {
        text: [],
        links: [
          button(translate(language, 'common.report'), { verb: 'open', flow: 'report', language }, 'positive'),
          button(translate(language, 'common.comeBack'), { verb: 'open', flow: 'comeBack', language }),
        ],
      },
      {
        text: [
          translate(language, 'welcome.intro', { force: contacts.forceName[language] }),
          translate(language, 'welcome.everyone'),
          translate(language, 'welcome.buttons'),
          ...(page === undefined ? [] : [translate(language, 'welcome.doors')]),
          ...(canSummarise ? [translate(language, 'welcome.summaries')] : []),
          ...(canSummarise && choosesChannels ? [translate(language, 'welcome.channels')] : []),
          translate(otherLanguage(language), 'welcome.alsoIn'),
        ],
        ...(page !== undefined && { links: [link(translate(language, 'welcome.page'), page)] }),
      },
      {
        heading: translate(language, 'welcome.guidance'),
        text: [],
        links: [...topicButtons(language, offers), contentsButton(language)],
      },
      { text: [translate(language, 'messages.onWelcome')], links: [messageSubscriptionButton(language)] },
    ],
    actions: [
      ...(canSummarise ? [button(translate(language, 'common.week'), { verb: 'open', flow: 'week', language })] : []),
      button(otherLanguageTitle(language), { verb: 'show', card: 'welcome', language: otherLanguage(language) }),
    ],
  };
};

export const developmentCallouts = (language: Language, roles: readonly string[] | undefined): readonly Callout[] =>
  roles === undefined
    ? []
    : [
        {
          style: 'warning',
          heading: translate(language, 'welcome.developmentHeading'),
          text: [translate(language, 'welcome.development', { roles: roles.join(', ') })],
        },
      ];
