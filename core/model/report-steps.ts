import { isBlank } from './invisible-characters.ts';
import { type Answers, type StepProblem, findAnswerProblem, type QuestionId } from './questions.ts';
import type { Route } from './report-routes.ts';

export const staffStepIds = [
  'account',
  'limits',
  'code',
  'about',
  'signs',
  'knowledge',
  'disclosure',
  'review',
] as const;
export const partnerStepIds = [
  'hubFirst',
  'hubWords',
  'code',
  'hubContact',
  'hubOfficer',
  'hubSigns',
  'hubMore',
  'review',
] as const;
export type StepId = (typeof staffStepIds)[number] | (typeof partnerStepIds)[number];

interface Step {
  readonly id: StepId;
  readonly part: 'short' | 'detail' | 'review';
  readonly questions: readonly QuestionId[];
  readonly when?: (answers: Answers) => boolean;
}

const isTowardsPublic = (answers: Answers): boolean =>
  answers.kind === 'boundaries' || answers.towards === 'public' || answers.towards === 'both';

export const staffSteps: readonly Step[] = [
  { id: 'account', part: 'short', questions: ['what', 'risk', 'conflict'] },
  { id: 'limits', part: 'short', questions: ['mode'] },
  { id: 'code', part: 'short', questions: [] },
  { id: 'about', part: 'detail', questions: ['kind', 'who', 'towards', 'where', 'when', 'ongoing'] },
  { id: 'signs', part: 'detail', questions: ['signs', 'vulnerability'], when: isTowardsPublic },
  { id: 'knowledge', part: 'detail', questions: ['known', 'evidence', 'subjectKnows', 'whoElse', 'affected'] },
  {
    id: 'disclosure',
    part: 'detail',
    questions: ['theirWords', 'observed', 'theyAgree', 'passedOn'],
    when: (answers) => answers.known === 'told',
  },
  { id: 'review', part: 'review', questions: [] },
];

/**
 * Before the code, what decides where it goes and how fast. Without an answer on contact, a reader is told not to contact
 * the person.
 */
export const partnerSteps: readonly Step[] = [
  { id: 'hubFirst', part: 'short', questions: ['consent', 'consentWhy', 'paperOn'] },
  { id: 'hubWords', part: 'short', questions: ['what', 'observed', 'conflict', 'risk', 'childAtRisk', 'adultAtRisk'] },
  { id: 'code', part: 'short', questions: [] },
  {
    id: 'hubContact',
    part: 'detail',
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
  {
    id: 'hubOfficer',
    part: 'detail',
    questions: ['kind', 'who', 'where', 'when', 'ongoing', 'onTheirCase', 'knowsAddress'],
  },
  { id: 'hubSigns', part: 'detail', questions: ['signs', 'vulnerability', 'dash', 'marac', 'toldElse', 'toldWhen'] },
  { id: 'hubMore', part: 'detail', questions: ['evidence', 'practitioner'] },
  { id: 'review', part: 'review', questions: [] },
];

const allSteps = [...staffSteps, ...partnerSteps];
const routeSteps = (route: Route): readonly Step[] => (route === 'hub' ? partnerSteps : staffSteps);

export const applicableSteps = (answers: Answers, route: Route = 'staff'): readonly Step[] =>
  routeSteps(route).filter((step) => step.when?.(answers) ?? true);

/** Someone to whom it was done is not asked whether they are affected. */
const isAsked = (id: QuestionId, { towards }: Answers): boolean => id !== 'affected' || towards !== 'me';

export const stepQuestions = (id: StepId): readonly QuestionId[] =>
  allSteps.find((step) => step.id === id)?.questions ?? [];

export const askedQuestions = (id: StepId, answers: Answers): readonly QuestionId[] =>
  stepQuestions(id).filter((question) => isAsked(question, answers));

/** Without blank ones and those that another answer has closed. */
export function applicableAnswers(answers: Answers, route: Route = 'staff'): Answers {
  const open = applicableSteps(answers, route).flatMap((step) => askedQuestions(step.id, answers));
  return Object.fromEntries(
    open.flatMap((id) => {
      const answer = answers[id]?.trim();
      return answer === undefined || isBlank(answer) ? [] : [[id, answer] as const];
    }),
  );
}

export function findStepProblems(id: StepId, answers: Answers, route: Route = 'staff'): readonly StepProblem[] {
  const problems = stepQuestions(id).flatMap((question) => findAnswerProblem(question, answers[question], route) ?? []);
  const isEmpty = id === 'hubWords' && isBlank(answers.what ?? '') && isBlank(answers.observed ?? '');
  return isEmpty ? [{ question: 'what', code: 'either' }, ...problems] : problems;
}

/** Without `of` if this or a later card of the part may open or close another. */
export function stepProgress(
  id: StepId,
  answers: Answers,
  route: Route = 'staff',
): { readonly part: Step['part']; readonly number: number; readonly of?: number } {
  const steps = routeSteps(route);
  const part = steps.find((step) => step.id === id)?.part ?? 'short';
  const inPart = applicableSteps(answers, route).filter((step) => step.part === part);
  const number = inPart.findIndex((step) => step.id === id) + 1;
  const later = steps.slice(steps.findIndex((step) => step.id === id) + 1);
  const mayChange = later.some((step) => step.part === part && step.when !== undefined);
  return { part, number, ...(!mayChange && { of: inPart.length }) };
}

/**
 * Whether someone told the reporter, who has not said that it was passed on to the local authority or need not be. An
 * organisation was told everything that it passes on, and has a duty of its own.
 */
export function mayHaveDisclosureDuty(answers: Answers, route: Route = 'staff'): boolean {
  const { known, passedOn, toldElse } = applicableAnswers(answers, route);
  if (route === 'hub') return toldElse?.split(',').includes('lado') !== true;
  return known === 'told' && passedOn !== 'yes' && passedOn !== 'neither';
}
