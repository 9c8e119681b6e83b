import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import { type Action, button, languageTitle, link } from './action.ts';
import type { Contacts } from '../words/contacts.ts';
import { topicHeading, waysOnFrom } from './guidance-buttons.ts';
import { topicSections } from './guidance-text.ts';
import type { GuidanceTopic } from './guidance-topics.ts';
import type { Page } from './page.ts';
import { say } from '../words/cards/say.ts';

interface GuidanceView {
  readonly language: Language;
  readonly topic: GuidanceTopic;
  readonly contacts: Contacts;
}

const officialTexts = ({ language, contacts }: GuidanceView): readonly Action[] => [
  ...(contacts.guidanceUrl ? [link(say(language, 'guidance.official'), contacts.guidanceUrl)] : []),
  ...(contacts.strategyUrl ? [link(say(language, 'guidance.strategy'), contacts.strategyUrl)] : []),
];

/** One topic of the guidance, with the ways on from it. */
export const guidancePage = (view: GuidanceView): Page => {
  const { language, topic, contacts } = view;
  const other = otherLanguage(language);
  return {
    language,
    heading: topicHeading(language, topic),
    sections: [
      ...topicSections(language, topic, contacts),
      { text: [], links: [...waysOnFrom(language, topic), ...officialTexts(view)] },
    ],
    actions: [
      button(say(language, 'common.report'), { verb: 'open', flow: 'report', language }),
      button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      button(languageTitle(language), { verb: 'show', card: 'guidance', topic, language: other }),
    ],
  };
};
