import type { DecryptSeal } from '../../core/casework/decrypt-report.ts';
import { SealError } from '../../core/ports/seal.ts';
import type { Tab } from '../ui/tab-context.ts';
import type { ReleasedSeals, Refusal } from '../../contract/operation-answers.ts';

/**
 * Fetches a case page by page, once the server has proof that the keys here decrypt it. The server records the first
 * page as an opening.
 */
export async function fetchReleasedSeals(
  call: Tab['call'],
  caseId: string,
  decryptSeal: DecryptSeal,
): Promise<{ readonly ok: true; readonly value: ReleasedSeals } | { readonly ok: false; readonly refusal: Refusal }> {
  const challenge = await call('case.challenge', { caseId });
  if (!challenge.ok) return challenge;
  const proof = await decryptSeal(challenge.value.sealed).catch((error: unknown) => {
    if (error instanceof SealError) return undefined;
    throw error;
  });
  // Otherwise the history would name someone who could not open the case.
  if (proof === undefined) return { ok: false, refusal: { code: 'notAllowed', why: 'keyNotShown' } };
  const first = await call('case.consult', { caseId, proof });
  if (!first.ok) return first;
  const { record, events: firstEvents } = first.value;
  const events = [...firstEvents];
  let { isMore } = first.value;
  while (isMore) {
    const after = events.at(-1)?.sequence ?? 1;
    const page = await call('case.consultFurther', { caseId, opening: record.chain.sequence, after });
    if (!page.ok) return page;
    events.push(...page.value.events);
    // An empty page with more to follow would loop without end.
    isMore = page.value.isMore && page.value.events.length > 0;
  }
  return { ok: true, value: { record, events } };
}
