import { isBlank } from './blank.ts';
import type { Answers, QuestionId } from './questions.ts';

/** The cards of a report that ask something, in their order. */
export const stepIds = ['limits', 'account', 'code', 'about', 'signs', 'knowledge', 'disclosure', 'review'] as const;
export type StepId = (typeof stepIds)[number];

interface Step {
  readonly id: StepId;
  /** The short path ends with the code; the rest is detail, all of it optional. */
  readonly part: 'short' | 'detail' | 'review';
  readonly questions: readonly QuestionId[];
  /** Whether these answers lead over this card; always, where it is missing. */
  readonly when?: (answers: Answers) => boolean;
}

const concernsThePublic = (answers: Answers): boolean =>
  answers.kind === 'boundaries' || answers.towards === 'public' || answers.towards === 'both';

/** The steps that a person is led through, as a table. */
export const steps: readonly Step[] = [
  { id: 'limits', part: 'short', questions: ['mode'] },
  { id: 'account', part: 'short', questions: ['what', 'risk', 'conflict'] },
  { id: 'code', part: 'short', questions: [] },
  { id: 'about', part: 'detail', questions: ['kind', 'who', 'towards', 'where', 'when', 'ongoing'] },
  { id: 'signs', part: 'detail', questions: ['signs', 'vulnerability'], when: concernsThePublic },
  { id: 'knowledge', part: 'detail', questions: ['known', 'evidence', 'subjectKnows', 'whoElse', 'affected'] },
  {
    id: 'disclosure',
    part: 'detail',
    questions: ['theirWords', 'observed', 'theyAgree', 'passedOn'],
    when: (answers) => answers.known === 'told',
  },
  { id: 'review', part: 'review', questions: [] },
];

/** The cards that these answers lead over. */
export const openSteps = (answers: Answers): readonly Step[] => steps.filter((step) => step.when?.(answers) ?? true);

/** The questions of one card. */
export const questionsOf = (id: StepId): readonly QuestionId[] => steps.find((step) => step.id === id)?.questions ?? [];

/** The answers that count: those of cards that a changed answer has closed are left out, and blank ones. */
export function standingAnswers(answers: Answers): Answers {
  const open = openSteps(answers).flatMap((step) => step.questions);
  return Object.fromEntries(
    open.flatMap((id) => {
      const answer = answers[id]?.trim();
      return answer === undefined || isBlank(answer) ? [] : [[id, answer] as const];
    }),
  );
}

/** Where a card stands in its part, counted from 1: "2 of 3". */
export function progressOf(
  id: StepId,
  answers: Answers,
): { readonly part: Step['part']; readonly number: number; readonly of: number } {
  const part = steps.find((step) => step.id === id)?.part ?? 'short';
  const inPart = openSteps(answers).filter((step) => step.part === part);
  return { part, number: inPart.findIndex((step) => step.id === id) + 1, of: inPart.length };
}
