import { isBlank } from './blank.ts';
import { type Answers, type Problem, problemWith, type QuestionId } from './questions.ts';
import type { Route } from './routes.ts';

/** The cards of a report that ask something, in their order. */
export const stepIds = ['limits', 'account', 'code', 'about', 'signs', 'knowledge', 'disclosure', 'review'] as const;
/** The same of what an organisation passes on. What is asked differs; the code and the review are the same. */
export const hubStepIds = [
  'hubFirst',
  'hubWhy',
  'hubWords',
  'hubRisk',
  'hubContact',
  'code',
  'hubOfficer',
  'hubSigns',
  'hubMore',
  'review',
] as const;
export type StepId = (typeof stepIds)[number] | (typeof hubStepIds)[number];

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

/** Whether it is said that the person knows and does not agree, or does not know. */
const isWithoutConsent = ({ consent }: Answers): boolean =>
  consent !== undefined && consent !== '' && consent !== 'agrees';

/** The steps of what an organisation passes on: consent first, and the way of reporting is never asked. */
export const hubSteps: readonly Step[] = [
  { id: 'hubFirst', part: 'short', questions: ['consent', 'paperOn'] },
  { id: 'hubWhy', part: 'short', questions: ['consentWhy'], when: isWithoutConsent },
  { id: 'hubWords', part: 'short', questions: ['what', 'observed', 'conflict'] },
  { id: 'hubRisk', part: 'short', questions: ['risk', 'childAtRisk', 'adultAtRisk', 'toldElse', 'toldWhen'] },
  {
    id: 'hubContact',
    part: 'short',
    questions: [
      'wants',
      'contactWays',
      'contactDetail',
      'contactWhen',
      'contactNot',
      'contactLanguage',
      'contactLanguageOther',
    ],
  },
  { id: 'code', part: 'short', questions: [] },
  {
    id: 'hubOfficer',
    part: 'detail',
    questions: ['kind', 'who', 'where', 'when', 'ongoing', 'onTheirCase', 'knowsAddress'],
  },
  { id: 'hubSigns', part: 'detail', questions: ['signs', 'vulnerability', 'dash', 'marac'] },
  { id: 'hubMore', part: 'detail', questions: ['evidence', 'practitioner'] },
  { id: 'review', part: 'review', questions: [] },
];

const everyStep = [...steps, ...hubSteps];
const stepsOf = (route: Route): readonly Step[] => (route === 'hub' ? hubSteps : steps);

/** The cards that these answers lead over. */
export const openSteps = (answers: Answers, route: Route = 'staff'): readonly Step[] =>
  stepsOf(route).filter((step) => step.when?.(answers) ?? true);

/** The questions of one card. */
export const questionsOf = (id: StepId): readonly QuestionId[] =>
  everyStep.find((step) => step.id === id)?.questions ?? [];

/** The answers that count: those of cards that a changed answer has closed are left out, and blank ones. */
export function standingAnswers(answers: Answers, route: Route = 'staff'): Answers {
  const open = openSteps(answers, route).flatMap((step) => step.questions);
  return Object.fromEntries(
    open.flatMap((id) => {
      const answer = answers[id]?.trim();
      return answer === undefined || isBlank(answer) ? [] : [[id, answer] as const];
    }),
  );
}

/** The problems with the answers of one card. */
export function problemsOn(id: StepId, answers: Answers, route: Route = 'staff'): readonly Problem[] {
  const problems = questionsOf(id).flatMap((question) => problemWith(question, answers[question], route) ?? []);
  const isEmpty = id === 'hubWords' && isBlank(answers.what ?? '') && isBlank(answers.observed ?? '');
  return isEmpty ? [{ question: 'what', code: 'either' }, ...problems] : problems;
}

/** Where a card stands in its part, counted from 1: "2 of 3". */
export function progressOf(
  id: StepId,
  answers: Answers,
  route: Route = 'staff',
): { readonly part: Step['part']; readonly number: number; readonly of: number } {
  const part = stepsOf(route).find((step) => step.id === id)?.part ?? 'short';
  const inPart = openSteps(answers, route).filter((step) => step.part === part);
  return { part, number: inPart.findIndex((step) => step.id === id) + 1, of: inPart.length };
}
