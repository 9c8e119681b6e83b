import type { Refusal } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { Result } from '../parts/tab-context.ts';

export type BulkOutcome = AnswerOf<'bulk.give'>['outcomes'][number]['outcome'];

/** The outcomes of several cases so far, by their references; what is not among them was not tried yet. */
export interface Steps {
  readonly outcomes: ReadonlyMap<string, BulkOutcome>;
  /** Why it stopped before the end. */
  readonly refusal?: Refusal;
}

/** As many cases as the server takes in one request. */
const atOnce = 10;

/**
 * Has something done to several cases, a few at a time and one request after the other, and tells after each what came of
 * them. It stops where a request is refused: those of it are unsure, the rest untried, and the same may be sent again.
 */
export async function inSteps<Asked extends { readonly caseId: string }>(
  cases: readonly Asked[],
  send: (some: readonly Asked[]) => Promise<Result<AnswerOf<'bulk.give'>>>,
  onStep: (steps: Steps) => void,
): Promise<Steps> {
  const outcomes = new Map<string, BulkOutcome>();
  for (let from = 0; from < cases.length; from += atOnce) {
    const some = cases.slice(from, from + atOnce);
    const answer = await send(some);
    for (const { caseId } of some) outcomes.set(caseId, 'unsure');
    if (!answer.ok) return { outcomes, refusal: answer.refusal };
    for (const { caseId, outcome } of answer.value.outcomes) outcomes.set(caseId, outcome);
    onStep({ outcomes: new Map(outcomes) });
  }
  return { outcomes };
}

/** Those cases of which it is not known that something came of them: sent again, each is done once. */
export const leftOf = <Asked extends { readonly caseId: string }>(
  cases: readonly Asked[],
  { outcomes }: Steps,
): readonly Asked[] => cases.filter(({ caseId }) => (outcomes.get(caseId) ?? 'unsure') === 'unsure');

/** How many of them were done, now or by an earlier try. */
export const doneIn = ({ outcomes }: Steps): number =>
  [...outcomes.values()].filter((outcome) => outcome === 'done' || outcome === 'wasDone').length;
