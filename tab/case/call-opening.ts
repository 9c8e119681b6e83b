import type { Tab } from '../parts/tab-context.ts';
import type { OpenedSeals, Refusal } from '../../contract/answers.ts';

/**
 * Has a case handed out whole: its first page, which is recorded, and then those that follow, so that no answer is larger
 * than a page, and what is verified is the whole history.
 */
export async function callOpening(
  call: Tab['call'],
  caseId: string,
): Promise<{ readonly ok: true; readonly value: OpenedSeals } | { readonly ok: false; readonly refusal: Refusal }> {
  const first = await call('case.consult', { caseId });
  if (!first.ok) return first;
  const { record, events: opened } = first.value;
  const events = [...opened];
  let { isMore } = first.value;
  while (isMore) {
    const after = events.at(-1)?.sequence ?? 1;
    const page = await call('case.consultFurther', { caseId, opening: record.chain.sequence, after });
    if (!page.ok) return page;
    events.push(...page.value.events);
    // A page that is empty where others should follow would be asked for without end.
    isMore = page.value.isMore && page.value.events.length > 0;
  }
  return { ok: true, value: { record, events } };
}
