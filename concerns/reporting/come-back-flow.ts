import { z } from 'zod';
import { isBlank } from '../terms/blank.ts';
import { languages, otherLanguage } from '../terms/language.ts';
import { marksIn } from '../terms/marks.ts';
import { closingAnswers } from '../terms/outcomes.ts';
import { longestFollowUp, type Problem } from '../terms/questions.ts';
import { longestTyped, waitVerb } from './report-flow.ts';
import { hasSlip, parseReturnCode } from '../terms/return-code.ts';
import { type Route, routes } from '../terms/routes.ts';

const mostPages = 1_000;
const odd: Problem = { question: '', code: 'odd' };
/** All marks take less; something else is told that it is none. */
const longestMarks = 40;

/** Where a person stands who comes back with a code. It leaves the process only sealed. */
export const comeBackStateSchema = z.object({
  language: z.enum(languages),
  /** The door that they come back by; the staff's where it is missing. */
  route: z.enum(routes).optional(),
  /**
   * `unadded`: what was written is not in a report that was erased meanwhile. `apart`: what may concern the unit is saved
   * outside it. `withdrawn`: that the person no longer agrees is recorded.
   */
  at: z.enum(['enter', 'case', 'draft', 'added', 'apart', 'discarded', 'erased', 'unadded', 'withdrawn']),
  /**
   * The card asks whether they mean it: to leave with words that are not sent, to delete a draft, or to record that the
   * person no longer agrees.
   */
  asking: z.enum(['leave', 'discard', 'withdraw']).optional(),
  /** The code as it was typed: it is parsed anew where it is used. */
  code: z.string(),
  /** A follow-up as it is typed: the name is that of the field on cards that are open, here as in `additions`. */
  addition: z.string(),
  /** The marks that are set beside it, as a client sends them. */
  marks: z.string().max(longestMarks).optional(),
  /** Names one follow-up, so that it is saved once however often it is sent. Drawn for each. */
  messageId: z.string(),
  /** How many files went with what was added. */
  files: z.int().min(0).optional(),
  /** The code of what was saved apart. */
  apart: z.string().optional(),
  /** The page of the messages, from 1: the newest. The messages themselves are opened for each card and never carried. */
  page: z.int().min(1).max(mostPages).optional(),
  /** The facts on the cards about a case or draft that was found. */
  found: z
    .object({
      status: z.string(),
      /** The way by which it came. */
      route: z.enum(routes).optional(),
      receivedOn: z.string(),
      additions: z.int(),
      until: z.string(),
      next: z.object({ dueOn: z.string(), isLate: z.boolean() }).optional(),
      answer: z.enum(closingAnswers).optional(),
      asksOn: z.string().optional(),
      isAskedWorse: z.boolean().optional(),
      /** How many files of theirs are kept with it. */
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

/** Somebody who comes back, before their code. */
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

/** The cards with room for words: what is typed there comes back with each press. */
export const takesWords = (at: ComeBackState['at']): boolean => at === 'case' || at === 'erased' || at === 'unadded';

/** The cards on which marks stand beside the words. */
const takesMarks = (at: ComeBackState['at']): boolean => at === 'case';

/** Whether it may be recorded that the person no longer agrees: at the hub's door, to a case that came by it. */
export const mayWithdraw = ({ route, found }: Pick<ComeBackState, 'route' | 'found'>): boolean =>
  route === 'hub' && found?.route === 'hub';

const typed = (value: unknown): string => (typeof value === 'string' ? value : '');

function tooLong(text: string): readonly Problem[] {
  const by = text.trim().length - longestFollowUp;
  return by > 0 ? [{ question: 'addition', code: 'long', by }] : [];
}

/**
 * The part of a state that is carried: what was typed stands in the card's own input, and comes back with every press.
 */
export const carriedComeBack = ({ marks: set, ...state }: ComeBackState): ComeBackState => ({
  ...state,
  code: state.at === 'enter' ? '' : state.code,
  addition: '',
  ...(set !== undefined && !takesMarks(state.at) && { marks: set }),
});

/** One move of somebody who comes back: the state that follows, what is wrong, and what is to be done outside. */
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
  // What was typed and not sent is left by no press that does not say so. On the card `erased` it was sent before.
  const isMarked = takesMarks(state.at) && state.marks !== undefined;
  const isUnsent = (state.at === 'case' || state.at === 'unadded') && (isMarked || !isBlank(state.addition));
  if (move.verb === 'done') return isUnsent ? ask('leave') : out('done');
  if (asking === 'leave' && move.verb === 'leave') return out('done');
  if (asking === 'leave' && move.verb === 'write') return stay();
  if (asking === 'withdraw') {
    if (move.verb === 'keep') return stay();
    const problems = move.verb === 'record' ? tooLong(state.addition) : [odd];
    if (problems.length > 0) return { ...stay(...problems), state: still };
    // It is asked again where the store did not do it.
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
      // On a closed case there is nothing to answer, and saying so would open it again.
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
      // It is asked again where the store did not do it.
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
      // Words that are too long go along as well, and are said to be so where they then stand.
      return state.addition.length > longestTyped ? stay(...tooLong(state.addition)) : out('report');
    case 'discarded':
      break;
    default:
      state.at satisfies never;
  }
  return stay(odd);
}
