import type { Language } from '../concerns/terms/language.ts';
import { type QuestionId, questions } from '../concerns/terms/questions.ts';
import { optionKey } from './question-field.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';

const modeKeys: Readonly<Record<string, WordKey>> = {
  named: 'option.modeNamed',
  confidential: 'option.modeConfidential',
  notKept: 'option.modeNotKept',
};

export function answerText(language: Language, id: QuestionId, answer: string): string {
  if (questions[id].kind === 'text') return answer;
  return answer
    .split(',')
    .map((option) => {
      const key = id === 'mode' && Object.hasOwn(modeKeys, option) ? modeKeys[option] : optionKey(id, option);
      return key === undefined ? option : say(language, key);
    })
    .join('\n');
}
