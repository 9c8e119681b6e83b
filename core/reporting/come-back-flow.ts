import { z } from 'zod';
import { isBlank } from '../model/visible-text.ts';
import { languages, otherLanguage } from '../model/language.ts';
import { longestFollowUp, marksIn, type Problem } from '../model/questions.ts';
import { closingAnswers } from '../model/outcomes.ts';
import { longestTyped, waitVerb } from './report-flow.ts';
import { hasSlip, parseReturnCode } from '../model/codes.ts';
import { type Route, routes } from '../model/routes.ts';

const mostPages = 1_000;
const odd: Problem = { question: '', code: 'odd' };
/** Longer than all marks, so that an unknown one is told apart. */
const longestMarks = 40;

/** A returning person's state. It leaves the process only sealed. */
export const comeBackStateSchema = z.object({
  language: z.enum(languages),
  route: z.enum(routes).optional(),
  /** `unadded`: the report was erased before the words were added. `apart`: saved outside the unit's report. */
  at: z.enum(['enter', 'case', 'draft', 'added', 'apart', 'discarded', 'erased', 'unadded', 'withdrawn']),
  /** A confirmation: leave unsent words, delete a draft, or withdraw consent. */
  asking: z.enum(['leave', 'discard', 'withdraw']).optional(),
  /** As typed: parsed wherever it is used. */
  code: z.string(),
  addition: z.string(),
  marks: z.string().max(longestMarks).optional(),
  /** Drawn for each follow-up, so that it is saved once however often it is sent. */
  messageId: z.string(),
  files: z.int().min(0).optional(),
  apart: z.string().optional(),
  /** From 1, the newest. Messages are opened for each card and never carried. */
  page: z.int().min(1).max(mostPages).optional(),
  found: z
    .object({
      status: z.string(),
      route: z.enum(routes).optional(),
      receivedOn: z.string(),
      additions: z.int(),
      until: z.string(),
      next: z.object({ dueOn: z.string(), isLate: z.boolean() }).optional(),
      answer: z.enum(closingAnswers).optional(),
      asksOn: z.string().optional(),
      isAskedWorse: z.boolean().optional(),
      files: z.int().min(0).optional(),
      identityOpenedOn: z.string().optional(),
    })
    .optional(),
});
export type ComeBackState = z.infer<typeof comeBackStateSchema>;

type ComeBackEffect =
  | 'none'
  | 'find'
  | 'add'
  | 'nothing'
  | 'notWorse'
  | 'withdraw'
  | 'resume'
  | 'discard'
  | 'report'
  | 'done';
export type ComeBackTurn = {
  readonly state: ComeBackState;
  readonly problems: readonly Problem[];
  readonly effect: ComeBackEffect;
};

export const startComeBack = (
  language: ComeBackState['language'],
  messageId: string,
  route: Route = 'staff',
): ComeBackState => ({
  language,
  ...(route === 'hub' && { route }),
  at: 'enter',
  code: '',
  addition: '',
  messageId,
});

export const takesWords = (at: ComeBackState['at']): boolean => at === 'case' || at === 'erased' || at === 'unadded';

const takesMarks = (at: ComeBackState['at']): boolean => at === 'case';

export const mayWithdraw = ({ route, found }: Pick<ComeBackState, 'route' | 'found'>): boolean =>
  route === 'hub' && found?.route === 'hub';

const typed = (value: unknown): string => (typeof value === 'string' ? value : '');

function tooLong(text: string): readonly Problem[] {
  const by = text.trim().length - longestFollowUp;
  return by > 0 ? [{ question: 'addition', code: 'long', by }] : [];
}

/** Typed words are left out: the card's own input sends them back. */
export const carriedComeBack = ({ marks: set, ...state }: ComeBackState): ComeBackState => ({
  ...state,
  code: state.at === 'enter' ? '' : state.code,
  addition: '',
  ...(set !== undefined && !takesMarks(state.at) && { marks: set }),
});

/** One move: the next state, the problems, and the effect to carry out. */
export function moveComeBack(
  before: ComeBackState,
  move: { readonly verb: string; readonly inputs: Readonly<Record<string, unknown>> },
): ComeBackTurn {
  const { asking, marks: marked, ...rest } = before;
  const set = takesMarks(before.at) ? typed(move.inputs['marks']).slice(0, longestMarks) : marked;
  const state: ComeBackState = {
    ...rest,
    ...(set && { marks: set }),
    code: before.at === 'enter' ? typed(move.inputs['code']) : before.code,
    addition: takesWords(before.at) ? typed(move.inputs['addition']) : before.addition,
  };
  const still: ComeBackState = asking === undefined ? state : { ...state, asking };
  const stay = (...problems: readonly Problem[]): ComeBackTurn => ({ state, problems, effect: 'none' });
  const out = (effect: ComeBackEffect): ComeBackTurn => ({ state, problems: [], effect });
  const turnTo = (page: number): ComeBackTurn => ({ ...stay(), state: { ...state, page } });

  const ask = (about: ComeBackState['asking']): ComeBackTurn => ({ ...stay(), state: { ...state, asking: about } });

  if (move.verb === 'language') return { ...stay(), state: { ...still, language: otherLanguage(state.language) } };
  if (move.verb === waitVerb) return { ...stay({ question: '', code: 'tooOften' }), state: still };
  // No press leaves unsent words without saying so; on `erased` they were sent.
  const isMarked = takesMarks(state.at) && state.marks !== undefined;
  const isUnsent = (state.at === 'case' || state.at === 'unadded') && (isMarked || !isBlank(state.addition));
  if (move.verb === 'done') return isUnsent ? ask('leave') : out('done');
  if (asking === 'leave' && move.verb === 'leave') return out('done');
  if (asking === 'leave' && move.verb === 'write') return stay();
  if (asking === 'withdraw') {
    if (move.verb === 'keep') return stay();
    const problems = move.verb === 'record' ? tooLong(state.addition) : [odd];
    if (problems.length > 0) return { ...stay(...problems), state: still };
    // Asked again if the store did not do it.
    return { state: still, problems: [], effect: 'withdraw' };
  }
  switch (state.at) {
    case 'enter':
      if (move.verb !== 'next') break;
      if (isBlank(state.code)) return stay({ question: 'code', code: 'missing' });
      if (parseReturnCode(state.code)) return out('find');
      return stay({ question: 'code', code: hasSlip(state.code) ? 'slip' : 'odd' });
    case 'case': {
      const page = state.page ?? 1;
      if (move.verb === 'again') return stay();
      if (move.verb === 'earlier') return turnTo(Math.min(page + 1, mostPages));
      if (move.verb === 'later') return turnTo(Math.max(page - 1, 1));
      // On a closed case there is nothing to answer, and an answer would open it again.
      if (move.verb === 'nothing' && state.found?.status !== 'closed') {
        return isUnsent ? stay({ question: 'addition', code: 'typed' }) : out('nothing');
      }
      if (move.verb === 'withdraw' && mayWithdraw(state)) {
        return isUnsent ? stay({ question: 'addition', code: 'typed' }) : ask('withdraw');
      }
      if (move.verb === 'notWorse' && state.found?.isAskedWorse === true) {
        return isUnsent ? stay({ question: 'addition', code: 'typed' }) : out('notWorse');
      }
      if (move.verb !== 'add') break;
      if (marksIn(state.marks ?? '') === undefined) return stay({ question: 'marks', code: 'odd' });
      if (!isUnsent) return stay({ question: 'addition', code: 'missing' });
      const problems = tooLong(state.addition);
      return problems.length > 0 ? stay(...problems) : out('add');
    }
    case 'draft':
      if (move.verb === 'resume') return out('resume');
      if (move.verb === 'discard') return ask('discard');
      if (asking !== 'discard') break;
      if (move.verb === 'keep') return stay();
      // Asked again if the store did not do it.
      if (move.verb === 'delete') return { state: still, problems: [], effect: 'discard' };
      break;
    case 'added':
    case 'apart':
    case 'withdrawn':
      if (move.verb === 'another') return out('find');
      break;
    case 'erased':
    case 'unadded':
      if (move.verb !== 'report') break;
      // Words that are too long go along, and are refused on the next card.
      return state.addition.length > longestTyped ? stay(...tooLong(state.addition)) : out('report');
    case 'discarded':
      break;
    default:
      state.at satisfies never;
  }
  return stay(odd);
}
