import { fileKindsSchema } from '../model/file-kinds.ts';
import { z } from 'zod';
import { isBlank } from '../model/invisible-characters.ts';
import { languages, otherLanguage } from '../model/language.ts';
import { maxFollowUpLength, parseAdditionMarks, type StepProblem } from '../model/questions.ts';
import { closingAnswers } from '../model/case-terms.ts';
import { maxTypedTextLength, waitVerb } from './report-flow.ts';
import { readReturnCode, type ReturnCodeWordLists } from '../model/return-code-words.ts';
import { type Route, routes } from '../model/report-routes.ts';

const maxPages = 1_000;
const unexpectedProblem: StepProblem = { question: '', code: 'odd' };
/** Longer than all marks, so that an unknown one is told apart. */
const maxMarksLength = 40;

/** It leaves the process only sealed. */
export const comeBackStateSchema = z.object({
  language: z.enum(languages),
  route: z.enum(routes).optional(),
  /** `unadded`: the report was erased before the words were added. `apart`: saved outside the unit's report. */
  at: z.enum(['enter', 'case', 'draft', 'added', 'apart', 'discarded', 'erased', 'unadded', 'withdrawn']),
  asking: z.enum(['leave', 'discard', 'withdraw']).optional(),
  /** As typed: parsed wherever it is used. */
  code: z.string(),
  addition: z.string(),
  marks: z.string().max(maxMarksLength).optional(),
  /** Random for each follow-up, so that it is saved once however often it is sent. */
  messageId: z.string(),
  files: z.int().min(0).optional(),
  fileKinds: fileKindsSchema,
  apart: z.string().optional(),
  /** From 1, the newest. Messages are decrypted for each card and never in its state. */
  page: z.int().min(1).max(maxPages).optional(),
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
export type ComeBackMoveResult = {
  readonly state: ComeBackState;
  readonly problems: readonly StepProblem[];
  readonly effect: ComeBackEffect;
};

export const initialComeBackState = (
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

export const acceptsText = (at: ComeBackState['at']): boolean => at === 'case' || at === 'erased' || at === 'unadded';

const acceptsMarks = (at: ComeBackState['at']): boolean => at === 'case';

export const mayWithdrawConsent = ({ route, found }: Pick<ComeBackState, 'route' | 'found'>): boolean =>
  route === 'hub' && found?.route === 'hub';

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

function lengthProblems(text: string): readonly StepProblem[] {
  const by = text.trim().length - maxFollowUpLength;
  return by > 0 ? [{ question: 'addition', code: 'long', by }] : [];
}

/** Without typed words: the card's own input sends them back. */
export const toSealedComeBackState = ({ marks: set, ...state }: ComeBackState): ComeBackState => ({
  ...state,
  code: state.at === 'enter' ? '' : state.code,
  addition: '',
  ...(set !== undefined && !acceptsMarks(state.at) && { marks: set }),
});

export function applyComeBackMove(
  before: ComeBackState,
  move: { readonly verb: string; readonly inputs: Readonly<Record<string, unknown>> },
  wordLists?: ReturnCodeWordLists,
): ComeBackMoveResult {
  const { asking, marks: marked, ...rest } = before;
  const currentMarks = acceptsMarks(before.at) ? toText(move.inputs['marks']).slice(0, maxMarksLength) : marked;
  const state: ComeBackState = {
    ...rest,
    ...(currentMarks && { marks: currentMarks }),
    code: before.at === 'enter' ? toText(move.inputs['code']) : before.code,
    addition: acceptsText(before.at) ? toText(move.inputs['addition']) : before.addition,
  };
  const unansweredState: ComeBackState = asking === undefined ? state : { ...state, asking };
  const stay = (...problems: readonly StepProblem[]): ComeBackMoveResult => ({ state, problems, effect: 'none' });
  const withEffect = (effect: ComeBackEffect): ComeBackMoveResult => ({ state, problems: [], effect });
  const goToPage = (page: number): ComeBackMoveResult => ({ ...stay(), state: { ...state, page } });

  const askConfirmation = (about: ComeBackState['asking']): ComeBackMoveResult => ({
    ...stay(),
    state: { ...state, asking: about },
  });

  if (move.verb === 'language')
    return { ...stay(), state: { ...unansweredState, language: otherLanguage(state.language) } };
  if (move.verb === waitVerb) return { ...stay({ question: '', code: 'tooOften' }), state: unansweredState };
  // No press leaves unsent words without saying so; on `erased` they were sent.
  const isMarked = acceptsMarks(state.at) && state.marks !== undefined;
  const isUnsent = (state.at === 'case' || state.at === 'unadded') && (isMarked || !isBlank(state.addition));
  if (move.verb === 'done') return isUnsent ? askConfirmation('leave') : withEffect('done');
  if (asking === 'leave' && move.verb === 'leave') return withEffect('done');
  if (asking === 'leave' && move.verb === 'write') return stay();
  if (asking === 'withdraw') {
    if (move.verb === 'keep') return stay();
    const problems = move.verb === 'record' ? lengthProblems(state.addition) : [unexpectedProblem];
    if (problems.length > 0) return { ...stay(...problems), state: unansweredState };
    // Asked again if the store did not do it.
    return { state: unansweredState, problems: [], effect: 'withdraw' };
  }
  switch (state.at) {
    case 'enter': {
      if (move.verb !== 'next') break;
      if (isBlank(state.code)) return stay({ question: 'code', code: 'missing' });
      const read = readReturnCode(state.code, wordLists);
      return 'code' in read ? withEffect('find') : stay({ question: 'code', ...read.problem });
    }
    case 'case': {
      const page = state.page ?? 1;
      if (move.verb === 'again') return stay();
      if (move.verb === 'earlier') return goToPage(Math.min(page + 1, maxPages));
      if (move.verb === 'later') return goToPage(Math.max(page - 1, 1));
      // On a closed case there is nothing to answer, and an answer would open it again.
      if (move.verb === 'nothing' && state.found?.status !== 'closed') {
        return isUnsent ? stay({ question: 'addition', code: 'typed' }) : withEffect('nothing');
      }
      if (move.verb === 'withdraw' && mayWithdrawConsent(state)) {
        return isUnsent ? stay({ question: 'addition', code: 'typed' }) : askConfirmation('withdraw');
      }
      if (move.verb === 'notWorse' && state.found?.isAskedWorse === true) {
        return isUnsent ? stay({ question: 'addition', code: 'typed' }) : withEffect('notWorse');
      }
      if (move.verb !== 'add') break;
      if (parseAdditionMarks(state.marks ?? '') === undefined) return stay({ question: 'marks', code: 'odd' });
      if (!isUnsent) return stay({ question: 'addition', code: 'missing' });
      const problems = lengthProblems(state.addition);
      return problems.length > 0 ? stay(...problems) : withEffect('add');
    }
    case 'draft':
      if (move.verb === 'resume') return withEffect('resume');
      if (move.verb === 'discard') return askConfirmation('discard');
      if (asking !== 'discard') break;
      if (move.verb === 'keep') return stay();
      if (move.verb === 'delete') return { state: unansweredState, problems: [], effect: 'discard' };
      break;
    case 'added':
    case 'apart':
    case 'withdrawn':
      if (move.verb === 'another') return withEffect('find');
      break;
    case 'erased':
    case 'unadded':
      if (move.verb !== 'report') break;
      // Words that are too long go along, and are refused on the next card.
      return state.addition.length > maxTypedTextLength
        ? stay(...lengthProblems(state.addition))
        : withEffect('report');
    case 'discarded':
      break;
    default:
      state.at satisfies never;
  }
  return stay(unexpectedProblem);
}
