import { createContext } from 'react';
import { columns, type Column } from './columns.ts';
import { defaultFilter, type ListFilter, type ListOrderName } from './list-filter.ts';

/** In the page's memory alone. */
export interface ListMemory {
  filter: ListFilter;
  /** `undefined` is the list's own order. */
  order: ListOrderName | undefined;
  columns: readonly Column[];
  opened: string | undefined;
  shownCount: number;
}

export const newListMemory = (): ListMemory => ({
  filter: defaultFilter,
  order: undefined,
  columns,
  opened: undefined,
  shownCount: 0,
});

export const ListMemoryContext = createContext<ListMemory>(newListMemory());
