import type { Refusal } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { Result } from '../ui/tab-context.ts';

export type BulkOutcome = AnswerOf<'bulk.give'>['outcomes'][number]['outcome'];

/** By the references of cases; a case that is missing was not tried yet. */
export interface Steps {
  readonly outcomes: ReadonlyMap<string, BulkOutcome>;
  readonly refusal?: Refusal;
}

/** The most cases that the server takes in one request. */
const atOnce = 10;

/**
 * Sends cases a few at a time, one request after the other. Stops at a refusal: the cases of that request are unsure,
 * the rest untried, and the same may be sent again.
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

/** Cases that may not be done. Sent again, each is still done only once. */
export const leftOf = <Asked extends { readonly caseId: string }>(
  cases: readonly Asked[],
  { outcomes }: Steps,
): readonly Asked[] => cases.filter(({ caseId }) => (outcomes.get(caseId) ?? 'unsure') === 'unsure');

export const doneIn = ({ outcomes }: Steps): number =>
  [...outcomes.values()].filter((outcome) => outcome === 'done' || outcome === 'wasDone').length;
