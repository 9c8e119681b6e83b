import { createContext } from 'react';
import { defaultColumns, type CaseColumn } from './case-columns.ts';
import { defaultFilter, type CaseListFilter, type ListOrderName } from './case-list-filter.ts';

/** In the page's memory alone. */
export interface CaseListMemory {
  filter: CaseListFilter;
  /** `undefined` is the list's own order. */
  order: ListOrderName | undefined;
  columns: readonly CaseColumn[];
  /** Typed in the field, and looked for. */
  findText: string;
  searchText: string | undefined;
  /** Looked for among the titles of the list, in this page alone. */
  titleText: string | undefined;
  areFiltersOpen: boolean;
  openedCaseId: string | undefined;
  scrollTop: number;
  shownCount: number;
}

export const createCaseListMemory = (): CaseListMemory => ({
  filter: defaultFilter,
  order: undefined,
  columns: defaultColumns,
  findText: '',
  searchText: undefined,
  titleText: undefined,
  areFiltersOpen: false,
  openedCaseId: undefined,
  scrollTop: 0,
  shownCount: 0,
});

export const CaseListMemoryContext = createContext<CaseListMemory>(createCaseListMemory());
