import { z } from 'zod';
import { languages, otherLanguage } from '../model/language.ts';
import { type Answers, modes, type Problem, type QuestionId, questions } from '../model/questions.ts';
import type { NeededRole } from '../model/directory.ts';
import { parseReturnCode, type ReturnCode } from '../model/codes.ts';
import { type Route, routes } from '../model/routes.ts';
import { isShortRoleCode, type ShortRoleCode } from '../ports/intake.ts';
import { hubStepIds, openSteps, problemsOn, questionsOf, type StepId, stepIds } from '../model/report-steps.ts';
import { addDays, type Day, isWeekend } from '../model/calendar.ts';
import type { TimeLimits } from '../model/deadlines.ts';

const endings = ['differs', 'receipt', 'kept'] as const;

/** A person's state in a report. It leaves the process only sealed. */
export const reportStateSchema = z.object({
  code: z.string().transform((text, context): ReturnCode => {
    const code = parseReturnCode(text);
    if (code === undefined) context.addIssue('not a return code');
    return code ?? z.NEVER;
  }),
  language: z.enum(languages),
  route: z.enum(routes).optional(),
  at: z.enum([...stepIds, ...hubStepIds, ...endings]),
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
  saved: z.object({ receivedOn: z.string(), mode: z.enum(modes), files: z.int().min(0).optional() }).optional(),
  until: z.string().optional(),
});
export type ReportState = z.infer<typeof reportStateSchema>;

export type ReportEffect = 'none' | 'send' | 'add' | 'later' | 'done';
export type ReportMove = { readonly verb: string; readonly inputs: Readonly<Record<string, unknown>> };
type ReportTurn = {
  readonly state: ReportState;
  readonly problems: readonly Problem[];
  readonly effect: ReportEffect;
};

/** By the move alone: it may yet save nothing. */
export const asksToSave = ({ verb, inputs }: ReportMove): boolean =>
  verb === 'send' || verb === 'add' || (verb === 'next' && inputs['then'] === 'send');

/** Replaces the move of someone over the rate limit: it does nothing, and keeps what they typed. */
export const waitVerb = 'wait';

/** Longer text stays where it was typed, to be shortened: nothing is cut. */
export const longestTyped = 12_000;
const longestChosen = 400;
const changes = 'change:';
const mostPages = 99;

export const startReport = (
  code: ReturnCode,
  language: ReportState['language'],
  route: Route = 'staff',
): ReportState => ({
  code,
  language,
  ...(route === 'hub' && { route }),
  at: route === 'hub' ? 'hubFirst' : 'limits',
  answers: {},
  changing: false,
  page: 1,
});

export const routeOf = ({ route = 'staff' }: Pick<ReportState, 'route'>): Route => route;

const isStep = (at: ReportState['at']): at is StepId => !endings.some((ending) => ending === at);
const isFirst = (at: ReportState['at']): boolean => at === 'limits' || at === 'hubFirst';

/** Clients leave out an empty input: it was cleared. */
function withInputs(state: ReportState, inputs: ReportMove['inputs']): Answers {
  if (!isStep(state.at) || state.isReading) return state.answers;
  const asked = questionsOf(state.at);
  const kept = Object.entries(state.answers).filter(([id]) => !asked.some((question) => question === id));
  const typed = asked.flatMap((id): [QuestionId, string][] => {
    const value = inputs[id];
    if (typeof value !== 'string' || value === '') return [];
    return [[id, questions[id].kind === 'text' ? value : value.slice(0, longestChosen)]];
  });
  return Object.fromEntries([...kept, ...typed]);
}

const mustStay = (id: StepId, answers: Answers): boolean =>
  questionsOf(id).some((question) => (answers[question]?.length ?? 0) > longestTyped);

const firstHole = (answers: Answers, route: Route): StepId | undefined =>
  openSteps(answers, route).find((step) => problemsOn(step.id, answers, route).length > 0)?.id;

const readOn = ({ isReading: _isReading, ...state }: ReportState): ReportState => state;

const choiceOf = { noReserve: 'conflict', noCustodian: 'mode' } as const satisfies Record<ShortRoleCode, QuestionId>;

function shortChoices(id: StepId, answers: Answers, short: readonly NeededRole[]): readonly Problem[] {
  const asked = questionsOf(id);
  const { conflict = 'no', mode } = answers;
  const codes: readonly ShortRoleCode[] = [
    ...(short.includes('reserve') && conflict !== 'no' ? (['noReserve'] as const) : []),
    ...(short.includes('custodian') && mode === 'confidential' ? (['noCustodian'] as const) : []),
  ];
  return codes.filter((code) => asked.includes(choiceOf[code])).map((code) => ({ question: choiceOf[code], code }));
}

/**
 * One move: the next state, the problems, and the effect to carry out. Every input is kept. A choice that needs a role
 * too few people hold stays on its card, which says so.
 */
export function moveReport(before: ReportState, move: ReportMove, short: readonly NeededRole[] = []): ReportTurn {
  const answers = withInputs(before, move.inputs);
  const route = routeOf(before);
  const problemsOf = (id: StepId) => [...problemsOn(id, answers, route), ...shortChoices(id, answers, short)];
  const state: ReportState = { ...before, answers };
  const stay = (problems: readonly Problem[] = []): ReportTurn => ({ state, problems, effect: 'none' });
  const to = (at: ReportState['at'], changing = false): ReportTurn => ({
    state: { ...state, at, changing, page: 1 },
    problems: [],
    effect: 'none',
  });
  const out = (effect: ReportEffect): ReportTurn => ({ state, problems: [], effect });
  const send = (): ReportTurn => {
    const hole = firstHole(answers, route);
    if (hole === undefined) return out('send');
    return { state: { ...state, at: hole, changing: true }, problems: problemsOf(hole), effect: 'none' };
  };
  const odd = (question: string): ReportTurn => stay([{ question, code: 'odd' }]);

  if (move.verb === 'language') return { ...stay(), state: { ...state, language: otherLanguage(state.language) } };
  if (move.verb === waitVerb) return stay([{ question: '', code: 'tooOften' }]);
  if (!isStep(state.at)) {
    if (move.verb === 'done' && state.at !== 'differs') return out('done');
    if (state.at === 'differs' && move.verb === 'add') return out('add');
    if (state.at === 'differs' && move.verb === 'leave')
      return { ...to('receipt'), state: { ...state, at: 'receipt', answers: {} } };
    return odd('');
  }
  if (state.isReading) return move.verb === 'back' ? { ...stay(), state: readOn(state) } : odd('');
  if (isFirst(state.at) && move.verb === 'more') return { ...stay(), state: { ...state, isReading: true } };
  const way = openSteps(answers, route);
  const here = way.findIndex((step) => step.id === state.at);
  if (move.verb === 'back' && mustStay(state.at, answers)) return stay(problemsOf(state.at));
  if (state.at === 'review') {
    const turnTo = (page: number): ReportTurn => ({ ...stay(), state: { ...state, page } });
    const change = (wish: unknown): ReportTurn => {
      const step = way.find((open) => open.id === wish && open.questions.length > 0);
      return step ? to(step.id, true) : odd('');
    };
    if (move.verb === 'send') return send();
    if (move.verb === 'later') return out('later');
    if (move.verb === 'next') return turnTo(Math.min(state.page + 1, mostPages));
    if (move.verb === 'back' && state.page > 1) return turnTo(state.page - 1);
    if (move.verb.startsWith(changes)) return change(move.verb.slice(changes.length));
    if (move.verb === 'go') {
      // Cards from before the review's buttons have one choice and Go.
      const wish = move.inputs['go'];
      const page = /^page:(\d{1,2})$/u.exec(String(wish))?.[1];
      if (page !== undefined) return turnTo(Math.max(1, Number(page)));
      return wish === 'later' ? out('later') : change(wish);
    }
  }
  if (move.verb === 'back') return state.changing ? to('review') : to(way[here - 1]?.id ?? state.at);
  if (state.at === 'review') return odd('');
  if (move.verb !== 'next') return odd('');
  const problems = problemsOf(state.at);
  if (problems.length > 0) return stay(problems);
  if (state.at === 'code') {
    const wish = move.inputs['then'];
    if (wish === 'send') return send();
    if (wish === 'later') return out('later');
    if (wish === 'detail') return to(way.find((step) => step.part === 'detail')?.id ?? 'review');
    return stay([{ question: 'then', code: wish === undefined || wish === '' ? 'missing' : 'odd' }]);
  }
  const next = way[here + 1]?.id ?? 'review';
  if (!state.changing) return to(next);
  // A changed answer may have opened an earlier card.
  const opened = openSteps(before.answers, route).some((step) => step.id === next) ? undefined : next;
  const hole = opened ?? firstHole(answers, route);
  return hole === undefined ? to('review') : to(hole, true);
}

export const afterSaved = (
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

export function withUnsaved(state: ReportState, code: Problem['code']): readonly [ReportState, readonly Problem[]] {
  if (!isShortRoleCode(code)) return [state, [{ question: '', code }]];
  const question = choiceOf[code];
  const steps = openSteps(state.answers, state.route);
  const at = steps.find(({ questions }) => questions.includes(question))?.id ?? state.at;
  return [{ ...state, at, changing: true, page: 1 }, [{ question, code }]];
}

/** An expired state comes back as the review, to be sent again; `undefined` after the questions. */
export function afterExpiry(before: ReportState, inputs: ReportMove['inputs']): ReportState | undefined {
  if (!isStep(before.at)) return undefined;
  const answers = withInputs(before, inputs);
  const at = mustStay(before.at, answers) ? before.at : (firstHole(answers, routeOf(before)) ?? 'review');
  return { ...readOn(before), answers, at, changing: false, page: 1 };
}

/** Words in the card's own inputs come back with every press. */
export function carriedReport(state: ReportState): ReportState {
  if (!isStep(state.at)) return state;
  const shown = questionsOf(state.at).filter((id) => questions[id].kind === 'text');
  const answers = Object.entries(state.answers).filter(([id]) => !shown.some((question) => question === id));
  return { ...state, answers: Object.fromEntries(answers) };
}

const usualDays = 7;

/**
 * The day on which a reporter on `from` is told to look again: after the report should have been confirmed, or a week
 * later, and never at a weekend. It is advice, since no one reminds them.
 */
export function lookAgainOn(from: Day, timeLimits: TimeLimits): Day {
  const day = addDays(from, timeLimits.acknowledge === undefined ? usualDays : timeLimits.acknowledge + 1);
  if (!isWeekend(day)) return day;
  const next = addDays(day, 1);
  return isWeekend(next) ? addDays(next, 1) : next;
}
