import { questionLabel, optionKey } from '../../../cards/question-texts.ts';
import { translate } from '../../../words/cards/translate.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import type { Language } from '../../../core/model/language.ts';
import { type QuestionId, questions } from '../../../core/model/questions.ts';

/** What a question is called on its card, with the mark of the required ones. */
export const getQuestionLabel = (language: Language, id: QuestionId): string => {
  const label = questionLabel(language, id);
  return questions[id].required ? translate(language, 'common.required', { label }) : label;
};

const contacts = contactsSchema.parse({});

/** What an option is called on its card, where the force has set no names. */
export function getOptionLabel(language: Language, id: QuestionId, option: string): string {
  const key = optionKey(id, option);
  if (key === undefined) throw new Error('no such option');
  return translate(language, key, { custodians: contacts.custodians[language] });
}
