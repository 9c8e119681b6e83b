import type { Refusal } from '../../contract/operation-answers.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import type { Result } from '../ui/tab-context.ts';

export type BulkOutcome = OperationAnswer<'bulk.give'>['outcomes'][number]['outcome'];

/** By case reference; a missing case was not tried yet. */
export interface BulkProgress {
  readonly outcomes: ReadonlyMap<string, BulkOutcome>;
  readonly refusal?: Refusal;
}

/** The server's maximum for one request. */
const chunkSize = 10;

/**
 * One request after the other. Stops at a refusal: that request's cases are unsure, the rest untried, and the same may
 * be sent again.
 */
export async function sendInChunks<Asked extends { readonly caseId: string }>(
  cases: readonly Asked[],
  send: (chunk: readonly Asked[]) => Promise<Result<OperationAnswer<'bulk.give'>>>,
  onProgress: (steps: BulkProgress) => void,
): Promise<BulkProgress> {
  const outcomes = new Map<string, BulkOutcome>();
  for (let from = 0; from < cases.length; from += chunkSize) {
    const chunk = cases.slice(from, from + chunkSize);
    const answer = await send(chunk);
    for (const { caseId } of chunk) outcomes.set(caseId, 'unsure');
    if (!answer.ok) return { outcomes, refusal: answer.refusal };
    for (const { caseId, outcome } of answer.value.outcomes) outcomes.set(caseId, outcome);
    onProgress({ outcomes: new Map(outcomes) });
  }
  return { outcomes };
}

/** Not known to be done. Sent again, each is still done only once. */
export const remainingCases = <Asked extends { readonly caseId: string }>(
  cases: readonly Asked[],
  { outcomes }: BulkProgress,
): readonly Asked[] => cases.filter(({ caseId }) => (outcomes.get(caseId) ?? 'unsure') === 'unsure');

export const countDone = ({ outcomes }: BulkProgress): number =>
  [...outcomes.values()].filter((outcome) => outcome === 'done' || outcome === 'wasDone').length;
