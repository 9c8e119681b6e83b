import type { Language } from '../core/model/language.ts';
import { type Answers, isQuestion, type Problem, questions } from '../core/model/questions.ts';
import { say } from '../words/cards/translate.ts';
import type { Contacts } from '../words/contacts.ts';
import { button, type Field } from './page.ts';
import { textField } from './field.ts';
import { noticePage } from './notice-page.ts';
import type { Page } from './page.ts';
import { problemCallouts } from './field.ts';
import { questionField, questionLabel } from './question-field.ts';
import { type Cut, fitted } from './card-size.ts';
import type { Submitted } from './submitted-data.ts';

export interface HeldStep {
  readonly language: Language;
  readonly notice: 'unavailable' | 'failed' | 'newer' | 'stale';
  /** Operators find the step in the log by this. */
  readonly reference: string;
  readonly action: Extract<Submitted, { verb: 'move' }>;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly contacts: Contacts;
}

const ourName = /^[a-z]\w{0,19}$/iu;
const longestBeside = 400;

/** Words may have any length, since they are cut to fit and that is said; choices are a few short names. */
const mayBeOnACard = (id: string, { length }: string): boolean =>
  !isQuestion(id) || questions[id].kind === 'text' || length <= longestBeside;

const otherLabels = { addition: 'comeBack.yourWords', code: 'comeBack.code' } as const;
const isOther = (id: string): id is keyof typeof otherLabels => Object.hasOwn(otherLabels, id);

/**
 * A step that could not be taken, with everything that was typed, so that pressing again goes on. The page is made only
 * of what was sent: the state stays unopened, and the next press refuses it if this one would have.
 */
export function heldPage({ language, notice, reference, action, inputs, contacts }: HeldStep): Page {
  const given = Object.entries(inputs).flatMap(([id, value]): [string, string][] =>
    typeof value === 'string' && value !== '' && mayBeOnACard(id, value) ? [[id, value]] : [],
  );
  const labelOf = (id: string): string =>
    isQuestion(id) ? questionLabel(language, id) : say(language, otherLabels[isOther(id) ? id : 'addition']);

  function fieldOf(
    id: string,
    answers: Answers & Readonly<Record<string, string>>,
    problems: readonly Problem[],
  ): Field[] {
    if (isQuestion(id)) return [questionField({ language, answers, problems, contacts }, id)];
    if (!isOther(id)) return [];
    const value = answers[id] ?? '';
    const isMultiline = id === 'addition';
    return [textField({ language, id, label: labelOf(id), required: false, value, problems, isMultiline })];
  }

  // Other short inputs of the cards; they hold no one's words.
  const beside = given
    .filter(([id, value]) => !isQuestion(id) && !isOther(id) && ourName.test(id) && value.length <= longestBeside)
    .slice(0, 5);
  return fitted((cuts: readonly Cut[]): Page => {
    const answers = Object.fromEntries([...given, ...cuts.map(({ id, value }) => [id, value] as const)]);
    const problems = cuts.map(({ id, by }) => ({ question: id, code: 'cut', by }) as const);
    const told = noticePage({ language, notice, reference });
    return {
      ...told,
      callouts: problemCallouts(language, problems, labelOf, contacts),
      sections: [...(told.sections ?? []), { text: [say(language, 'notice.held')] }],
      fields: given.flatMap(([id]) => fieldOf(id, answers, problems)),
      actions: [
        {
          ...button(say(language, 'notice.tryAgain'), action, 'positive'),
          beside: Object.fromEntries(beside),
        },
        // If no server of that version answers any more, pressing again does not help.
        ...(notice === 'stale' ? (told.actions ?? []) : []),
      ],
    };
  });
}
