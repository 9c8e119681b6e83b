import { z } from 'zod';
import { languages, otherLanguage } from './language.ts';
import { type Problem, questions } from './questions.ts';
import { longestTyped, waitVerb } from './report-flow.ts';
import { parseReturnCode } from './return-code.ts';

/** Where a person stands who comes back with a code. It leaves the process only sealed. */
export const comeBackStateSchema = z.object({
  language: z.enum(languages),
  at: z.enum(['enter', 'case', 'draft', 'added', 'discarded']),
  /** The code as it was typed: it is parsed anew where it is used. */
  code: z.string(),
  addition: z.string(),
  /** Names one addition, so that it is saved once however often it is sent. Drawn for each. */
  messageId: z.string(),
  /** What the cards say of a case or draft that was found. */
  found: z.object({ status: z.string(), receivedOn: z.string(), additions: z.int(), until: z.string() }).optional(),
});
export type ComeBackState = z.infer<typeof comeBackStateSchema>;

export type ComeBackEffect = 'none' | 'find' | 'add' | 'resume' | 'discard' | 'done';
export type ComeBackTurn = {
  readonly state: ComeBackState;
  readonly problems: readonly Problem[];
  readonly effect: ComeBackEffect;
};

/** An addition may be as long as an account. */
export const longestAddition = questions.what.max;

export const startComeBack = (language: ComeBackState['language'], messageId: string): ComeBackState => ({
  language,
  at: 'enter',
  code: '',
  addition: '',
  messageId,
});

const typed = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '');

function additionProblem(addition: string): Problem | undefined {
  const length = addition.trim().length;
  if (length === 0) return { question: 'addition', code: 'missing' };
  return length > longestAddition ? { question: 'addition', code: 'long', by: length - longestAddition } : undefined;
}

/** One move of somebody who comes back: the state that follows, what is wrong, and what is to be done outside. */
export function moveComeBack(
  before: ComeBackState,
  move: { readonly verb: string; readonly inputs: Readonly<Record<string, unknown>> },
): ComeBackTurn {
  const state: ComeBackState = {
    ...before,
    code: before.at === 'enter' ? typed(move.inputs['code'], 200) : before.code,
    addition: before.at === 'case' ? typed(move.inputs['addition'], longestTyped) : before.addition,
  };
  const stay = (...problems: readonly Problem[]): ComeBackTurn => ({ state, problems, effect: 'none' });
  const out = (effect: ComeBackEffect): ComeBackTurn => ({ state, problems: [], effect });

  if (move.verb === 'language') return { ...stay(), state: { ...state, language: otherLanguage(state.language) } };
  if (move.verb === waitVerb) return stay({ question: '', code: 'tooOften' });
  if (move.verb === 'done') return out('done');
  switch (state.at) {
    case 'enter':
      if (move.verb !== 'next') break;
      if (state.code.trim() === '') return stay({ question: 'code', code: 'missing' });
      return parseReturnCode(state.code) ? out('find') : stay({ question: 'code', code: 'odd' });
    case 'case': {
      if (move.verb !== 'add') break;
      const problem = additionProblem(state.addition);
      return problem ? stay(problem) : out('add');
    }
    case 'draft':
      if (move.verb === 'resume') return out('resume');
      if (move.verb === 'discard') return out('discard');
      break;
    case 'added':
      if (move.verb === 'another') return out('find');
      break;
    case 'discarded':
      break;
    default:
      state.at satisfies never;
  }
  return stay({ question: '', code: 'odd' });
}
