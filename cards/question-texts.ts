import type { Field } from './page.ts';
import type { Language } from '../core/model/language.ts';
import {
  type Answers,
  type StepProblem,
  type QuestionId,
  questionForRoute,
  questions,
} from '../core/model/questions.ts';
import type { Route } from '../core/model/report-routes.ts';
import type { Contacts } from '../words/contacts.ts';
import { choiceField, textField } from './field.ts';
import { partnerQuestionWordKeys, questionWordKeys } from '../words/cards/question-word-keys.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';

type FieldWords = { readonly label: WordKey; readonly hint?: WordKey };

const fieldWords = (id: QuestionId, route: Route = 'staff'): FieldWords =>
  (route === 'hub' ? partnerQuestionWordKeys[id] : undefined) ?? questionWordKeys[id];

export function optionKey(id: QuestionId, option: string): WordKey | undefined {
  const options: Readonly<Record<string, WordKey>> = questionWordKeys[id].options;
  return Object.hasOwn(options, option) ? options[option] : undefined;
}

export const questionLabel = (language: Language, id: QuestionId, route: Route = 'staff'): string =>
  translate(language, fieldWords(id, route).label);

export function questionField(
  view: {
    readonly language: Language;
    readonly answers: Answers;
    readonly problems: readonly StepProblem[];
    readonly contacts: Contacts;
    readonly route?: Route;
  },
  id: QuestionId,
  hintOverride?: string,
): Field {
  const { language, answers, problems, contacts, route = 'staff' } = view;
  const question = questionForRoute(route, id);
  const { hint: hintKey } = fieldWords(id, route);
  const values = {
    emergency: contacts.emergency,
    reserve: contacts.reserve[language],
    custodians: contacts.custodians[language],
  };
  const hint = hintOverride ?? (hintKey && translate(language, hintKey, values));
  const asked = {
    language,
    id,
    label: questionLabel(language, id, route),
    required: question.required,
    value: answers[id] ?? '',
    problems,
    ...(hint !== undefined && { hint }),
  };
  if (question.kind === 'text') return textField({ ...asked, isMultiline: question.lines === 'many' });
  return choiceField({
    ...asked,
    isMultiSelect: question.kind === 'choices',
    choices: question.options.flatMap((option) => {
      const key = optionKey(id, option);
      return key ? [{ title: translate(language, key, values), value: option }] : [];
    }),
  });
}

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
      return key === undefined ? option : translate(language, key);
    })
    .join('\n');
}
