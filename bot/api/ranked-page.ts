import type { CaseList, ListQuestion } from '../../concerns/ports/case-store.ts';
import type { CaseFigures } from '../../concerns/records/case-record.ts';
import { type ListOrder, type ListPlace, placeIn } from '../../concerns/records/list-order.ts';
import type { AlertOrder } from '../running/work-budget.ts';
import { continuationOf, placeOf } from './list-place.ts';

interface RankedPlace {
  readonly isLater: boolean;
  readonly after: ListPlace | undefined;
}

/** Not in the base64url alphabet. */
const laterMark = 'later.';
/** Skipped are the cases that a few people sent today. */
const mostPages = 10;

const rankedContinuation = (order: ListOrder, { isLater, after }: RankedPlace): string =>
  `${isLater ? laterMark : ''}${after === undefined ? '' : continuationOf(order.by, after)}`;

/** `undefined` if it is not ours, or of another order. */
function rankedPlaceOf(order: ListOrder, continuation: string): RankedPlace | undefined {
  const isLater = continuation.startsWith(laterMark);
  const its = isLater ? continuation.slice(laterMark.length) : continuation;
  if (isLater && its === '') return { isLater, after: undefined };
  const after = placeOf(order.by, its);
  return after && { isLater, after };
}

export interface RankedPage {
  readonly page: readonly CaseFigures[];
  readonly next?: string;
}

/**
 * Cases first in line come before all others, each part in the list's order. A page may be short and still go on.
 * `undefined` if the continuation is not ours. Throws StoreError.
 */
export async function rankedPage(
  { list, rankOf }: { readonly list: Pick<CaseList, 'page'>; readonly rankOf: AlertOrder['rankOf'] },
  question: ListQuestion & { readonly order: ListOrder },
  continuation: string | undefined,
  limit: number,
  onDiffers: (cases: number) => void,
): Promise<RankedPage | undefined> {
  const { order } = question;
  let at = continuation === undefined ? { isLater: false, after: undefined } : rankedPlaceOf(order, continuation);
  if (at === undefined) return undefined;
  const page: CaseFigures[] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found = await list.page(question, at.after, limit, onDiffers);
    for (const one of found) {
      if ((await rankOf(one.caseId)) > 0 === at.isLater) page.push(one);
      at = { ...at, after: placeIn(order, one) };
      if (page.length === limit) return { page, next: rankedContinuation(order, at) };
    }
    if (found.length === limit) continue;
    if (at.isLater) return { page };
    at = { isLater: true, after: undefined };
  }
  return { page, next: rankedContinuation(order, at) };
}
