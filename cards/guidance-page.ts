import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import { contentsId, type Topic, type TopicPart, topicParts, type Topics, topicsInOrder } from '../guidance/topic.ts';
import { type Action, button, languageTitle, link } from './action.ts';
import type { Contacts } from '../words/contacts.ts';
import { topicButtons, waysOnFrom } from './guidance-buttons.ts';
import { blockSections } from './guidance-sections.ts';
import type { Page, Section } from './page.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';

interface GuidanceView {
  readonly language: Language;
  /** For an id that is no live topic the page lists all topics. */
  readonly topic: string;
  readonly topics: Topics;
  readonly contacts: Contacts;
}

const partHeadings = {
  know: 'guidance.contentsKnow',
  report: 'guidance.contentsReport',
  help: 'guidance.contentsHelp',
} as const satisfies Readonly<Record<TopicPart, WordKey>>;

export const partHeading = (language: Language, part: TopicPart): string => say(language, partHeadings[part]);

export const filledParts = (
  topics: Topics,
): readonly { readonly part: TopicPart; readonly topics: readonly Topic[] }[] => {
  const inOrder = topicsInOrder(topics);
  return topicParts
    .map((part) => ({ part, topics: inOrder.filter((topic) => topic.part === part) }))
    .filter(({ topics: some }) => some.length > 0);
};

export const officialLinks = (language: Language, contacts: Contacts): readonly Action[] => [
  ...(contacts.guidanceUrl ? [link(say(language, 'guidance.official'), contacts.guidanceUrl)] : []),
  ...(contacts.strategyUrl ? [link(say(language, 'guidance.strategy'), contacts.strategyUrl)] : []),
];

const contentsSections = ({ language, topics }: GuidanceView): readonly Section[] =>
  filledParts(topics).map(({ part, topics: some }) => ({
    heading: partHeading(language, part),
    text: [],
    links: topicButtons(language, some),
  }));

export const guidancePage = (view: GuidanceView): Page => {
  const { language, topics, contacts } = view;
  const topic = topics.get(view.topic);
  const other = { verb: 'show', card: 'guidance', topic: topic?.id ?? contentsId } as const;
  return {
    language,
    heading: topic?.text[language].title ?? say(language, 'guidance.contents'),
    sections: [
      ...(topic ? blockSections(topic.text[language].blocks, { language, contacts, topics }) : contentsSections(view)),
      {
        text: [],
        links: [...(topic ? waysOnFrom(language, topics, topic) : []), ...officialLinks(language, contacts)],
      },
    ],
    actions: [
      button(say(language, 'common.report'), { verb: 'open', flow: 'report', language }),
      button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      button(languageTitle(language), { ...other, language: otherLanguage(language) }),
    ],
  };
};
