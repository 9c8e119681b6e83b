import { createContext } from 'react';
import { caseColumns, type CaseColumn } from './case-columns.ts';
import { defaultFilter, type CaseListFilter, type ListOrderName } from './case-list-filter.ts';

/** In the page's memory alone. */
export interface CaseListMemory {
  filter: CaseListFilter;
  /** `undefined` is the list's own order. */
  order: ListOrderName | undefined;
  columns: readonly CaseColumn[];
  openedCaseId: string | undefined;
  shownCount: number;
}

export const createCaseListMemory = (): CaseListMemory => ({
  filter: defaultFilter,
  order: undefined,
  columns: caseColumns,
  openedCaseId: undefined,
  shownCount: 0,
});

export const CaseListMemoryContext = createContext<CaseListMemory>(createCaseListMemory());
