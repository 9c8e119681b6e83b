import type { Language } from '../concerns/terms/language.ts';
import { type Answers, type Problem, type Question, type QuestionId, questions } from '../concerns/terms/questions.ts';
import type { Contacts } from '../words/contacts.ts';
import { choiceField, type Field, textField } from './field.ts';
import { questionWordKeys } from '../words/cards/question-words.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/say.ts';

const hintOf = (id: QuestionId): WordKey | undefined => {
  const words: { readonly label: WordKey; readonly hint?: WordKey } = questionWordKeys[id];
  return words.hint;
};

/** The words of an option, `undefined` where the question has no such option. */
export function optionKey(id: QuestionId, option: string): WordKey | undefined {
  const options: Readonly<Record<string, WordKey>> = questionWordKeys[id].options;
  return Object.hasOwn(options, option) ? options[option] : undefined;
}

/** The name of a question on its card and in what is said about its answer. */
export const questionLabel = (language: Language, id: QuestionId): string => say(language, questionWordKeys[id].label);

/** The input of a question, filled in with what was answered. */
export function questionField(
  view: {
    readonly language: Language;
    readonly answers: Answers;
    readonly problems: readonly Problem[];
    readonly contacts: Contacts;
  },
  id: QuestionId,
): Field {
  const { language, answers, problems, contacts } = view;
  const question: Question = questions[id];
  const hintKey = hintOf(id);
  const values = {
    emergency: contacts.emergency,
    reserve: contacts.reserve[language],
    custodians: contacts.custodians[language],
  };
  const asked = {
    language,
    id,
    label: questionLabel(language, id),
    required: question.required,
    value: answers[id] ?? '',
    problems,
    ...(hintKey && { hint: say(language, hintKey, values) }),
  };
  if (question.kind === 'text') return textField({ ...asked, isMultiline: question.lines === 'many' });
  return choiceField({
    ...asked,
    isMultiSelect: question.kind === 'choices',
    choices: question.options.flatMap((option) => {
      const key = optionKey(id, option);
      return key ? [{ title: say(language, key, values), value: option }] : [];
    }),
  });
}
