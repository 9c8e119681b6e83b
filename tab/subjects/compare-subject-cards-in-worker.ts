import type { SubjectCardsPage } from '../../core/casework/subject-cards.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import type { OperationRequest } from '../../contract/operations.ts';
import type { SubjectCardsAnswer } from '../../contract/subject-cards.ts';
import type { Result } from '../ui/tab-context.ts';
import type { SubjectCardComparisonResult, SubjectCardComparisonInput } from './compare-encrypted-subject-cards.ts';

/** In a worker, which ends with all that it decrypted. `undefined` if it did not load, failed or was cancelled. */
export function compareSubjectCardsInWorker(
  comparison: SubjectCardComparisonInput,
  signal: AbortSignal,
): Promise<SubjectCardComparisonResult | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  const worker = new Worker(new URL('./compare-subject-cards-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<SubjectCardComparisonResult | undefined>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<SubjectCardComparisonResult | undefined>) =>
      resolve(data),
    );
    for (const failure of ['error', 'messageerror']) worker.addEventListener(failure, () => resolve(undefined));
    signal.addEventListener('abort', () => resolve(undefined));
    worker.postMessage(comparison, {});
  }).finally(() => worker.terminate());
}

type GroupCards =
  | {
      readonly ok: true;
      readonly cards: SubjectCardsPage['cards'];
      readonly former: SubjectCardsPage['former'];
      readonly tenantId: string;
      /** Cases with or without a card; missing if a server does not say. */
      readonly cases: number | undefined;
    }
  | { readonly ok: false; readonly refusal: Refusal };

export type SubjectCardsCall = (
  name: 'subjects.cards',
  asked: OperationRequest<'subjects.cards'>,
) => Promise<Result<SubjectCardsAnswer>>;

/** Every card that the reader may see. */
export async function fetchSubjectCards(call: SubjectCardsCall, handledBy: HandledBy): Promise<GroupCards> {
  const cards: SubjectCardsPage['cards'][number][] = [];
  const former: SubjectCardsPage['former'][number][] = [];
  let after: CaseId | undefined;
  for (;;) {
    const page = await call('subjects.cards', { handledBy, ...(after !== undefined && { after }) });
    if (!page.ok) return page;
    cards.push(...page.value.cards);
    former.push(...(page.value.former ?? []));
    const { next, tenantId, cases } = page.value;
    // A page that does not advance would loop without end.
    if (next === undefined || (after !== undefined && next <= after))
      return { ok: true, cards, former, tenantId, cases };
    after = next;
  }
}
