import type { CaseRow, Refusal } from '../../contract/operation-answers.ts';
import type { CaseQueue } from '../ui/tab-context.ts';
import type { Tab } from '../ui/tab-context.ts';
import { type CaseListFilter, effectiveOrder, type ListOrderName } from './case-list-filter.ts';

/** Ten pages: more than anyone works through without looking at the list again. */
const maxQueueCases = 500;

const toQueue = (rows: readonly CaseRow[], isMore: boolean): CaseQueue => ({
  cases: rows
    .filter(({ figures }) => figures.erasedOn === undefined)
    .slice(0, maxQueueCases)
    .map(({ figures: { caseId, assignee } }) => ({ caseId, assignee })),
  at: 0,
  isMore: isMore || rows.length > maxQueueCases,
  passed: [],
});

type Loaded = { readonly ok: true; readonly queue: CaseQueue } | { readonly ok: false; readonly refusal: Refusal };

/** The list as it is now, in its order. */
export async function loadQueue(
  call: Tab['call'],
  filter: CaseListFilter,
  order: ListOrderName | undefined,
): Promise<Loaded> {
  const rows = new Map<string, CaseRow>();
  let after: string | undefined;
  do {
    const page = await call('cases.list', {
      filter,
      order: effectiveOrder(filter, order),
      ...(after !== undefined && { after }),
    });
    if (!page.ok) return page;
    for (const row of page.value.rows) rows.set(row.figures.caseId, row);
    after = page.value.next;
  } while (after !== undefined && rows.size < maxQueueCases);
  return { ok: true, queue: toQueue([...rows.values()], after !== undefined) };
}

/** Where a queue goes next; `undefined` at its end. */
export const nextInQueue = (queue: CaseQueue): CaseQueue | undefined =>
  queue.at + 1 < queue.cases.length ? { ...queue, at: queue.at + 1, passed: [] } : undefined;

/** The case comes again at the end, and the one after it takes its place. */
export function laterInQueue(queue: CaseQueue): CaseQueue {
  const current = queue.cases[queue.at];
  if (current === undefined) return queue;
  return { ...queue, cases: [...queue.cases.filter((_, place) => place !== queue.at), current], passed: [] };
}

/** Goes on without it, and says so at the next one. */
export function passInQueue(queue: CaseQueue, why: 'taken' | 'gone'): CaseQueue | undefined {
  const current = queue.cases[queue.at];
  if (current === undefined) return undefined;
  const cases = queue.cases.filter((_, place) => place !== queue.at);
  return cases.length > queue.at
    ? { ...queue, cases, passed: [...queue.passed, { caseId: current.caseId, why }] }
    : undefined;
}
