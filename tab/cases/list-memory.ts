import { createContext } from 'react';
import { columns, type Column } from './columns.ts';
import { firstFilter, type ListFilter, type ListOrderName } from './list-filter.ts';

/** The memory of the list for when somebody comes back to it from a case. It is in the memory of the page alone. */
export interface ListMemory {
  filter: ListFilter;
  /** The order that was chosen; the list's own where it is missing. */
  order: ListOrderName | undefined;
  /** The columns that are shown beside the reference. */
  columns: readonly Column[];
  /** The case that was opened from the list. */
  opened: string | undefined;
  /** How many cases were shown then. */
  shown: number;
}

export const newListMemory = (): ListMemory => ({
  filter: firstFilter,
  order: undefined,
  columns,
  opened: undefined,
  shown: 0,
});

export const ListMemoryContext = createContext<ListMemory>(newListMemory());
