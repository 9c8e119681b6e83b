import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type Result, useTab } from '../parts/tab-context.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { ListFilter, ListOrderName } from './list-filter.ts';
import { emptyList, listAfter, type ListState } from './list-state.ts';

type Page = Result<AnswerOf<'cases.find'> & Partial<AnswerOf<'cases.list'>>>;

/** Loads anew if the filter, the order or the search changes. */
export function useCaseList(
  filter: ListFilter,
  order: ListOrderName,
  found: string | undefined,
): {
  readonly list: ListState;
  readonly counts: AnswerOf<'cases.counts'> | undefined;
  readonly showMore: () => Promise<void>;
  readonly refresh: () => Promise<void>;
} {
  const { call } = useTab();
  const [list, tell] = useReducer(listAfter, emptyList);
  const [counts, setCounts] = useState<AnswerOf<'cases.counts'>>();
  const asked = useRef(0);

  const ask = useCallback(async (isMore: boolean, question: () => Promise<Page>) => {
    asked.current += 1;
    const number = asked.current;
    tell({ move: 'asked', number });
    const answer = await question();
    if (answer.ok) tell({ move: 'answered', number, isMore, ...answer.value });
    else tell({ move: 'refused', number, refusal: answer.refusal });
  }, []);

  const load = useCallback(
    () =>
      ask(false, () =>
        found === undefined ? call('cases.list', { filter, order }) : call('cases.find', { text: found }),
      ),
    [ask, call, filter, order, found],
  );
  const { handledBy } = filter;
  const count = useCallback(async () => {
    const answer = await call('cases.counts', handledBy === undefined ? {} : { handledBy });
    if (answer.ok) setCounts(answer.value);
  }, [call, handledBy]);

  useEffect(() => void load(), [load]);
  useEffect(() => void count(), [count]);

  const { next } = list;
  const showMore = useCallback(
    () =>
      next === undefined ? Promise.resolve() : ask(true, () => call('cases.list', { filter, order, after: next })),
    [ask, call, filter, order, next],
  );
  const refresh = useCallback(async () => {
    await Promise.all([load(), count()]);
  }, [load, count]);
  return { list, counts, showMore, refresh };
}
