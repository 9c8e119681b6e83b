import { fileKindsSchema } from '../model/file-kinds.ts';
import { z } from 'zod';
import { languages, otherLanguage } from '../model/language.ts';
import { type Answers, identityModes, type StepProblem, type QuestionId, questions } from '../model/questions.ts';
import type { RequiredRole } from '../model/roles.ts';
import { parseReturnCode, type ReturnCode } from '../model/return-code.ts';
import { type Route, routes } from '../model/report-routes.ts';
import { isUnderstaffedRoleCode, type UnderstaffedRoleCode } from '../ports/intake.ts';
import {
  partnerStepIds,
  applicableSteps,
  askedQuestions,
  findStepProblems,
  stepQuestions,
  type StepId,
  staffStepIds,
} from '../model/report-steps.ts';
import { addDays, type Day, isWeekend } from '../model/calendar.ts';
import type { TimeLimits } from '../model/deadlines.ts';

const finalPages = ['differs', 'receipt', 'kept'] as const;

/** It leaves the process only sealed. */
export const reportStateSchema = z.object({
  code: z.string().transform((text, context): ReturnCode => {
    const code = parseReturnCode(text);
    if (code === undefined) context.addIssue('not a return code');
    return code ?? z.NEVER;
  }),
  language: z.enum(languages),
  route: z.enum(routes).optional(),
  at: z.enum([...staffStepIds, ...partnerStepIds, ...finalPages]),
  answers: z.partialRecord(z.enum(Object.keys(questions)), z.string()).transform((answers): Answers => answers),
  isReading: z.literal(true).optional(),
  /** One answer is being changed, from the review. */
  changing: z.boolean(),
  page: z.int().min(1),
  /** The answers are gone by then. */
  result: z
    .object({
      urgency: z.enum(['urgent', 'standard']),
      handledBy: z.enum(['acu', 'reserve']),
      chief: z.boolean(),
      affected: z.boolean(),
      passOn: z.boolean().optional(),
      added: z.boolean(),
    })
    .optional(),
  saved: z
    .object({
      receivedOn: z.string(),
      mode: z.enum(identityModes),
      files: z.int().min(0).optional(),
      fileKinds: fileKindsSchema,
    })
    .optional(),
  until: z.string().optional(),
  /** Saved by the bot to go on with on the page, where a file can be added. */
  addsFile: z.literal(true).optional(),
});
export type ReportState = z.infer<typeof reportStateSchema>;

export type ReportEffect = 'none' | 'send' | 'add' | 'later' | 'file' | 'done';
export type ReportMove = { readonly verb: string; readonly inputs: Readonly<Record<string, unknown>> };
type ReportMoveResult = {
  readonly state: ReportState;
  readonly problems: readonly StepProblem[];
  readonly effect: ReportEffect;
};

/** Decided by the move alone: it may yet save nothing. */
export const isSaveMove = ({ verb, inputs }: ReportMove): boolean =>
  verb === 'send' || verb === 'add' || (verb === 'next' && inputs['then'] === 'send');

/** For someone over the rate limit: it does nothing, and keeps what they typed. */
export const waitVerb = 'wait';

/** Longer text stays where it was typed: nothing is cut. */
export const maxTypedTextLength = 12_000;
const maxChoiceLength = 400;
const changeVerbPrefix = 'change:';
const maxPages = 99;

export const initialReportState = (
  code: ReturnCode,
  language: ReportState['language'],
  route: Route = 'staff',
): ReportState => ({
  code,
  language,
  ...(route === 'hub' && { route }),
  at: route === 'hub' ? 'hubFirst' : 'account',
  answers: {},
  changing: false,
  page: 1,
});

export const reportRoute = ({ route = 'staff' }: Pick<ReportState, 'route'>): Route => route;

const isStep = (at: ReportState['at']): at is StepId => !finalPages.some((ending) => ending === at);
/** Cards of `limits` from before it followed `account` have the button as well. */
const leadsToMore = (at: ReportState['at']): boolean => at === 'account' || at === 'limits' || at === 'hubFirst';

/** Clients leave out an empty input: it was cleared. */
function mergeInputs(state: ReportState, inputs: ReportMove['inputs']): Answers {
  const { at: step } = state;
  if (!isStep(step) || state.isReading) return state.answers;
  // A card from before may still ask what this one does not.
  const asked = stepQuestions(step).filter(
    (id) => typeof inputs[id] === 'string' || askedQuestions(step, state.answers).includes(id),
  );
  const otherAnswers = Object.entries(state.answers).filter(([id]) => !asked.some((question) => question === id));
  const typed = asked.flatMap((id): [QuestionId, string][] => {
    const value = inputs[id];
    if (typeof value !== 'string' || value === '') return [];
    return [[id, questions[id].kind === 'text' ? value : value.slice(0, maxChoiceLength)]];
  });
  return Object.fromEntries([...otherAnswers, ...typed]);
}

const hasOverlongAnswer = (id: StepId, answers: Answers): boolean =>
  stepQuestions(id).some((question) => (answers[question]?.length ?? 0) > maxTypedTextLength);

const firstIncompleteStep = (answers: Answers, route: Route): StepId | undefined =>
  applicableSteps(answers, route).find((step) => findStepProblems(step.id, answers, route).length > 0)?.id;

const withoutReading = ({ isReading: _isReading, ...state }: ReportState): ReportState => state;
const withoutFile = ({ addsFile: _addsFile, ...state }: ReportState): ReportState => state;

/** It opens as the review, which shows what was given and has the files beside it. */
export const toDraftState = (state: ReportState, addsFile: boolean): ReportState =>
  addsFile ? { ...state, at: 'review', changing: false, page: 1, addsFile } : withoutFile(state);

const understaffedRoleQuestions = { noReserve: 'conflict', noCustodian: 'mode' } as const satisfies Record<
  UnderstaffedRoleCode,
  QuestionId
>;

function understaffedRoleProblems(
  id: StepId,
  answers: Answers,
  understaffedRoles: readonly RequiredRole[],
): readonly StepProblem[] {
  const asked = stepQuestions(id);
  const { conflict = 'no', mode } = answers;
  const codes: readonly UnderstaffedRoleCode[] = [
    ...(understaffedRoles.includes('reserve') && conflict !== 'no' ? (['noReserve'] as const) : []),
    ...(understaffedRoles.includes('custodian') && mode === 'confidential' ? (['noCustodian'] as const) : []),
  ];
  return codes
    .filter((code) => asked.includes(understaffedRoleQuestions[code]))
    .map((code) => ({ question: understaffedRoleQuestions[code], code }));
}

/** Every input stays. A choice that needs a role too few people hold stays on its card, which says so. */
export function applyReportMove(
  before: ReportState,
  move: ReportMove,
  understaffedRoles: readonly RequiredRole[] = [],
): ReportMoveResult {
  const answers = mergeInputs(before, move.inputs);
  const route = reportRoute(before);
  const stepProblems = (id: StepId) => [
    ...findStepProblems(id, answers, route),
    ...understaffedRoleProblems(id, answers, understaffedRoles),
  ];
  const state: ReportState = { ...before, answers };
  const stay = (problems: readonly StepProblem[] = []): ReportMoveResult => ({ state, problems, effect: 'none' });
  const goToStep = (at: ReportState['at'], changing = false): ReportMoveResult => ({
    state: { ...withoutFile(state), at, changing, page: 1 },
    problems: [],
    effect: 'none',
  });
  const withEffect = (effect: ReportEffect): ReportMoveResult => ({ state, problems: [], effect });
  const send = (): ReportMoveResult => {
    const incompleteStep = firstIncompleteStep(answers, route);
    if (incompleteStep === undefined) return withEffect('send');
    return {
      state: { ...state, at: incompleteStep, changing: true },
      problems: stepProblems(incompleteStep),
      effect: 'none',
    };
  };
  const unexpected = (question: string): ReportMoveResult => stay([{ question, code: 'odd' }]);

  if (move.verb === 'language') return { ...stay(), state: { ...state, language: otherLanguage(state.language) } };
  if (move.verb === waitVerb) return stay([{ question: '', code: 'tooOften' }]);
  if (!isStep(state.at)) {
    if (move.verb === 'done' && state.at !== 'differs') return withEffect('done');
    if (state.at === 'differs' && move.verb === 'add') return withEffect('add');
    if (state.at === 'differs' && move.verb === 'leave')
      return { ...goToStep('receipt'), state: { ...state, at: 'receipt', answers: {} } };
    return unexpected('');
  }
  if (state.isReading) return move.verb === 'back' ? { ...stay(), state: withoutReading(state) } : unexpected('');
  if (leadsToMore(state.at) && move.verb === 'more') {
    if (hasOverlongAnswer(state.at, answers)) return stay(stepProblems(state.at));
    return { ...stay(), state: { ...state, isReading: true } };
  }
  const steps = applicableSteps(answers, route);
  const stepIndex = steps.findIndex((step) => step.id === state.at);
  if (move.verb === 'back' && hasOverlongAnswer(state.at, answers)) return stay(stepProblems(state.at));
  if (state.at === 'review') {
    const turnTo = (page: number): ReportMoveResult => ({ ...stay(), state: { ...withoutFile(state), page } });
    const change = (target: unknown): ReportMoveResult => {
      const step = steps.find((open) => open.id === target && open.questions.length > 0);
      return step ? goToStep(step.id, true) : unexpected('');
    };
    if (move.verb === 'send') return send();
    if (move.verb === 'later' || move.verb === 'file') return withEffect(move.verb);
    if (move.verb === 'next') return turnTo(Math.min(state.page + 1, maxPages));
    if (move.verb === 'back' && state.page > 1) return turnTo(state.page - 1);
    if (move.verb.startsWith(changeVerbPrefix)) return change(move.verb.slice(changeVerbPrefix.length));
    if (move.verb === 'go') {
      // Cards from before the review's buttons have one choice and Go.
      const choice = move.inputs['go'];
      const page = /^page:(\d{1,2})$/u.exec(String(choice))?.[1];
      if (page !== undefined) return turnTo(Math.max(1, Number(page)));
      return choice === 'later' ? withEffect('later') : change(choice);
    }
  }
  if (move.verb === 'back') return state.changing ? goToStep('review') : goToStep(steps[stepIndex - 1]?.id ?? state.at);
  if (state.at === 'code') {
    // Cards from before the three buttons have one choice and Continue.
    const choice = move.verb === 'next' ? move.inputs['then'] : move.verb;
    if (choice === 'send') return send();
    if (choice === 'later' || choice === 'file') return withEffect(choice);
    return choice === 'detail'
      ? goToStep(steps.find((step) => step.part === 'detail')?.id ?? 'review')
      : unexpected('');
  }
  if (state.at === 'review' || move.verb !== 'next') return unexpected('');
  const problems = stepProblems(state.at);
  if (problems.length > 0) return stay(problems);
  const next = steps[stepIndex + 1]?.id ?? 'review';
  if (!state.changing) {
    // A card of `limits` from before it followed `account` has no account yet.
    const isAccountMissing = state.at === 'limits' && findStepProblems('account', answers).length > 0;
    return goToStep(isAccountMissing ? 'account' : next);
  }
  // A changed answer may have opened an earlier card.
  const opened = applicableSteps(before.answers, route).some((step) => step.id === next) ? undefined : next;
  const incompleteStep = opened ?? firstIncompleteStep(answers, route);
  return incompleteStep === undefined ? goToStep('review') : goToStep(incompleteStep, true);
}

export const withReceipt = (
  state: ReportState,
  result: NonNullable<ReportState['result']>,
  saved: NonNullable<ReportState['saved']>,
): ReportState => ({
  ...state,
  at: 'receipt',
  answers: {},
  changing: false,
  result,
  saved,
});

export function withSaveProblem(
  state: ReportState,
  code: StepProblem['code'],
): readonly [ReportState, readonly StepProblem[]] {
  if (!isUnderstaffedRoleCode(code)) return [state, [{ question: '', code }]];
  const question = understaffedRoleQuestions[code];
  const steps = applicableSteps(state.answers, state.route);
  const at = steps.find(({ questions }) => questions.includes(question))?.id ?? state.at;
  return [{ ...state, at, changing: true, page: 1 }, [{ question, code }]];
}

/** An expired state returns as the review, to be sent again; `undefined` after the questions. */
export function restoreExpiredState(before: ReportState, inputs: ReportMove['inputs']): ReportState | undefined {
  if (!isStep(before.at)) return undefined;
  const answers = mergeInputs(before, inputs);
  const at = hasOverlongAnswer(before.at, answers)
    ? before.at
    : (firstIncompleteStep(answers, reportRoute(before)) ?? 'review');
  return { ...withoutReading(before), answers, at, changing: false, page: 1 };
}

/** The card's own inputs send their words back with every press; a card to read has none. */
export function toSealedReportState(state: ReportState): ReportState {
  if (!isStep(state.at) || state.isReading) return state;
  const shown = stepQuestions(state.at).filter((id) => questions[id].kind === 'text');
  const answers = Object.entries(state.answers).filter(([id]) => !shown.some((question) => question === id));
  return { ...state, answers: Object.fromEntries(answers) };
}

const defaultWaitDays = 7;

/**
 * When a reporter on `from` should look again: after the report should have been confirmed, or a week later, and never
 * at a weekend. No one reminds them.
 */
export function nextVisitDay(from: Day, timeLimits: TimeLimits): Day {
  const day = addDays(from, timeLimits.acknowledge === undefined ? defaultWaitDays : timeLimits.acknowledge + 1);
  if (!isWeekend(day)) return day;
  const next = addDays(day, 1);
  return isWeekend(next) ? addDays(next, 1) : next;
}
