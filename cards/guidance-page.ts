import { otherLanguage, type Language } from '../concerns/terms/language.ts';
import { questions } from '../concerns/terms/questions.ts';
import { type Action, button, languageTitle, link } from './action.ts';
import type { Contacts } from '../words/contacts.ts';
import { guidanceButtons, topicHeading } from './guidance-buttons.ts';
import type { GuidanceTopic } from './guidance-topics.ts';
import type { Page, Section } from './page.ts';
import { questionWordKeys } from '../words/cards/question-words.ts';
import { say } from '../words/cards/say.ts';
import { supportWay, waysOut } from './ways-out.ts';

interface GuidanceView {
  readonly language: Language;
  readonly topic: GuidanceTopic;
  readonly contacts: Contacts;
}

/** The signs that are asked about in a report are the signs that are taught. */
const signLines = (language: Language): readonly string[] =>
  questions.signs.options
    .filter((sign) => sign !== 'other')
    .map((sign) => say(language, questionWordKeys.signs.options[sign]));

function sections({ language, topic, contacts }: GuidanceView): readonly Section[] {
  switch (topic) {
    case 'what':
      return [
        {
          text: [
            say(language, 'guidance.whatIs'),
            say(language, 'guidance.whatIncludes'),
            say(language, 'guidance.whatWho'),
            say(language, 'guidance.whatColleague'),
            say(language, 'guidance.whatSerious'),
          ],
        },
      ];
    case 'signs':
      return [
        {
          text: [
            say(language, 'guidance.signsIntro'),
            ...signLines(language).map((sign) => `• ${sign}`),
            say(language, 'guidance.signsVulnerable'),
            say(language, 'guidance.signsHappy'),
          ],
        },
      ];
    case 'duty':
      return [
        {
          text: [
            say(language, 'guidance.dutyReport'),
            say(language, 'guidance.dutyMistaken'),
            say(language, 'guidance.dutyUnidentified'),
            say(language, 'common.noFurther'),
            supportWay(language, contacts),
          ],
        },
      ];
    case 'ways':
      return waysOut(language, contacts);
  }
}

const officialTexts = ({ language, contacts }: GuidanceView): readonly Action[] => [
  ...(contacts.guidanceUrl ? [link(say(language, 'guidance.official'), contacts.guidanceUrl)] : []),
  ...(contacts.strategyUrl ? [link(say(language, 'guidance.strategy'), contacts.strategyUrl)] : []),
];

/** One topic of the guidance, with the ways on from it. */
export const guidancePage = (view: GuidanceView): Page => {
  const { language, topic } = view;
  const other = otherLanguage(language);
  return {
    language,
    heading: topicHeading(language, topic),
    sections: sections(view),
    links: [...guidanceButtons(language, topic), ...officialTexts(view)],
    actions: [
      button(say(language, 'common.report'), { verb: 'open', flow: 'report', language }),
      button(say(language, 'common.start'), { verb: 'show', card: 'welcome', language }),
      button(languageTitle(language), { verb: 'show', card: 'guidance', topic, language: other }),
    ],
  };
};
