import { createContext } from 'react';
import { caseColumns, type CaseColumn } from './case-columns.ts';
import { defaultFilter, type ListFilter, type ListOrderName } from './list-filter.ts';

/** In the page's memory alone. */
export interface ListMemory {
  filter: ListFilter;
  /** `undefined` is the list's own order. */
  order: ListOrderName | undefined;
  columns: readonly CaseColumn[];
  openedCaseId: string | undefined;
  shownCount: number;
}

export const createListMemory = (): ListMemory => ({
  filter: defaultFilter,
  order: undefined,
  columns: caseColumns,
  openedCaseId: undefined,
  shownCount: 0,
});

export const ListMemoryContext = createContext<ListMemory>(createListMemory());
