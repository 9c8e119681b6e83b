import type { CaseList, ListQuestion } from '../../concerns/ports/case-list.ts';
import type { CaseFigures } from '../../concerns/records/case-record.ts';
import { type ListOrder, type ListPlace, placeIn } from '../../concerns/records/list-order.ts';
import type { AlertOrder } from '../alerts/alert-order.ts';
import { continuationOf, placeOf } from './list-place.ts';

/** Where a ranked list goes on: among the cases that are first in line, or among those after them. */
interface RankedPlace {
  readonly isLater: boolean;
  readonly after: ListPlace | undefined;
}

/** The mark of a continuation among those that are not first in line. It is in no base64url. */
const laterMark = 'later.';
/** How many pages of the store are looked through for one of the list: what is skipped is what a few people sent today. */
const mostPages = 10;

const rankedContinuation = (order: ListOrder, { isLater, after }: RankedPlace): string =>
  `${isLater ? laterMark : ''}${after === undefined ? '' : continuationOf(order.by, after)}`;

/** The place of a continuation, `undefined` if it is none of ours, or one of another order. */
function rankedPlaceOf(order: ListOrder, continuation: string): RankedPlace | undefined {
  const isLater = continuation.startsWith(laterMark);
  const its = isLater ? continuation.slice(laterMark.length) : continuation;
  if (isLater && its === '') return { isLater, after: undefined };
  const after = placeOf(order.by, its);
  return after && { isLater, after };
}

/** A page of a list, with where it goes on if it does. */
export interface RankedPage {
  readonly page: readonly CaseFigures[];
  readonly next?: string;
}

/**
 * A page of a list with the cases first in line before all others, each part in the order of the list. `undefined` if
 * the continuation is none of ours. A page can be shorter than `limit` and go on. Throws StoreError.
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
