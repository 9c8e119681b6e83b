import { isShortRoleCode, type ShortRoleCode } from '../ports/short-role-error.ts';
import type { NeededRole } from '../terms/directory.ts';
import type { Answers, Problem, QuestionId } from '../terms/questions.ts';
import { openSteps, questionsOf, type StepId } from '../terms/steps.ts';
import type { ReportState } from './report-flow.ts';

/** The question whose answer needs a role that too few people hold. */
const choiceOf = { noReserve: 'conflict', noCustodian: 'mode' } as const satisfies Record<ShortRoleCode, QuestionId>;

/** The choices on a card that need one of these roles, which too few people hold. */
export function shortChoices(id: StepId, answers: Answers, short: readonly NeededRole[]): readonly Problem[] {
  const asked = questionsOf(id);
  const { conflict = 'no', mode } = answers;
  const codes: readonly ShortRoleCode[] = [
    ...(short.includes('reserve') && conflict !== 'no' ? (['noReserve'] as const) : []),
    ...(short.includes('custodian') && mode === 'confidential' ? (['noCustodian'] as const) : []),
  ];
  return codes.filter((code) => asked.includes(choiceOf[code])).map((code) => ({ question: choiceOf[code], code }));
}

/**
 * A report that was not saved, with the reason: at the card with the choice that needs a role which too few people hold if
 * that is why, otherwise where it is.
 */
export function withUnsaved(state: ReportState, code: Problem['code']): readonly [ReportState, readonly Problem[]] {
  if (!isShortRoleCode(code)) return [state, [{ question: '', code }]];
  const question = choiceOf[code];
  const steps = openSteps(state.answers, state.route);
  const at = steps.find(({ questions }) => questions.includes(question))?.id ?? state.at;
  return [{ ...state, at, changing: true, page: 1 }, [{ question, code }]];
}
