import type { Language } from '../concerns/terms/language.ts';
import { questions } from '../concerns/terms/questions.ts';
import { wordCount } from '../guidance/check-topic.ts';
import type { NamedBlock } from '../guidance/topic.ts';
import type { Contacts } from '../words/contacts.ts';
import { questionWordKeys } from '../words/cards/question-words.ts';
import { say } from '../words/cards/say.ts';
import type { Section } from './page.ts';
import { adviceWay, emergencyWay, supportLinks, supportWay, waysOut } from './ways-out.ts';

export const signLines = (language: Language): readonly string[] =>
  questions.signs.options
    .filter((sign) => sign !== 'other')
    .map((sign) => `• ${say(language, questionWordKeys.signs.options[sign])}`);

function helplineWay(language: Language, { helpline, helplinePhone: phone, helplineText: text }: Contacts): Section {
  const said = say(language, 'guidance.supportHelpline', { helpline: helpline[language], phone, text });
  return { text: [said], links: supportLinks(language, phone) };
}

export function namedSections(name: NamedBlock, language: Language, contacts: Contacts): readonly Section[] {
  switch (name) {
    case 'signs':
      return [{ text: signLines(language) }];
    case 'emergency':
      return [emergencyWay(language, contacts)];
    case 'support':
      return [{ text: [supportWay(language, contacts)], links: supportLinks(language, contacts.victimsPhone) }];
    case 'helpline':
      return [helplineWay(language, contacts)];
    case 'advice':
      return [adviceWay(language, contacts)];
    case 'waysOut':
      return waysOut(language, contacts);
    default:
      return name satisfies never;
  }
}

export const wordsOfNamed =
  (contacts: Contacts) =>
  (name: NamedBlock, language: Language): number =>
    namedSections(name, language, contacts)
      .flatMap(({ text }) => text)
      .reduce((sum, text) => sum + wordCount(text), 0);
