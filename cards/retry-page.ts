import type { Language } from '../core/model/language.ts';
import { type Answers, isQuestionId, type StepProblem, questions } from '../core/model/questions.ts';
import { translate } from '../words/cards/translate.ts';
import type { Contacts } from '../words/contacts.ts';
import { button, type Field } from './page.ts';
import { textField } from './field.ts';
import { noticePage } from './notice-page.ts';
import type { Page } from './page.ts';
import { problemCallouts } from './field.ts';
import { questionField, questionLabel } from './question-texts.ts';
import { type Truncation, fitToCard } from './card-size.ts';
import type { SubmittedAction } from './submitted-action.ts';

export interface RetryStep {
  readonly language: Language;
  readonly notice: 'unavailable' | 'failed' | 'newer' | 'stale';
  /** Operators search the log for this. */
  readonly reference: string;
  readonly action: Extract<SubmittedAction, { verb: 'move' }>;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly contacts: Contacts;
}

const inputIdPattern = /^[a-z]\w{0,19}$/iu;
const maxExtraLength = 400;

/** Words may have any length, since they are cut to fit; choices are a few short names. */
const isCardInput = (id: string, { length }: string): boolean =>
  !isQuestionId(id) || questions[id].kind === 'text' || length <= maxExtraLength;

const otherLabels = { addition: 'comeBack.yourWords', code: 'comeBack.code' } as const;
const isOtherInput = (id: string): id is keyof typeof otherLabels => Object.hasOwn(otherLabels, id);

/**
 * A failed step with everything that was typed, so that pressing again continues it. The state stays sealed, and the
 * next press checks it.
 */
export function retryPage({ language, notice, reference, action, inputs, contacts }: RetryStep): Page {
  const given = Object.entries(inputs).flatMap(([id, value]): [string, string][] =>
    typeof value === 'string' && value !== '' && isCardInput(id, value) ? [[id, value]] : [],
  );
  const getLabel = (id: string): string =>
    isQuestionId(id)
      ? questionLabel(language, id)
      : translate(language, otherLabels[isOtherInput(id) ? id : 'addition']);

  function inputFields(
    id: string,
    answers: Answers & Readonly<Record<string, string>>,
    problems: readonly StepProblem[],
  ): Field[] {
    if (isQuestionId(id)) return [questionField({ language, answers, problems, contacts }, id)];
    if (!isOtherInput(id)) return [];
    const value = answers[id] ?? '';
    const isMultiline = id === 'addition';
    return [textField({ language, id, label: getLabel(id), required: false, value, problems, isMultiline })];
  }

  const otherInputs = given
    .filter(
      ([id, value]) =>
        !isQuestionId(id) && !isOtherInput(id) && inputIdPattern.test(id) && value.length <= maxExtraLength,
    )
    .slice(0, 5);
  return fitToCard((cuts: readonly Truncation[]): Page => {
    const answers = Object.fromEntries([...given, ...cuts.map(({ id, value }) => [id, value] as const)]);
    const problems = cuts.map(({ id, by }) => ({ question: id, code: 'cut', by }) as const);
    const failurePage = noticePage({ language, notice, reference });
    return {
      ...failurePage,
      callouts: problemCallouts(language, problems, getLabel, contacts),
      sections: [...(failurePage.sections ?? []), { text: [translate(language, 'notice.held')] }],
      fields: given.flatMap(([id]) => inputFields(id, answers, problems)),
      actions: [
        {
          ...button(translate(language, 'notice.tryAgain'), action, 'positive'),
          beside: Object.fromEntries(otherInputs),
        },
        // If no server of that version answers any more, pressing again does not help.
        ...(notice === 'stale' ? (failurePage.actions ?? []) : []),
      ],
    };
  });
}
