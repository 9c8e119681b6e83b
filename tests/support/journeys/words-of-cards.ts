import { questionLabel, optionKey } from '../../../cards/question-field.ts';
import { say } from '../../../words/cards/say.ts';
import type { Language } from '../../../concerns/terms/language.ts';
import { type QuestionId, questions } from '../../../concerns/terms/questions.ts';

/** What a question is called on its card, with the mark of the required ones. */
export const labelOf = (language: Language, id: QuestionId): string => {
  const label = questionLabel(language, id);
  return questions[id].required ? say(language, 'common.required', { label }) : label;
};

/** What an option is called on its card. */
export function optionOf(language: Language, id: QuestionId, option: string): string {
  const key = optionKey(id, option);
  if (key === undefined) throw new Error('no such option');
  return say(language, key);
}
