import { createContext } from 'react';
import { firstFilter, type ListFilter } from './list-filter.ts';

/** The memory of the list for when somebody comes back to it from a case. It is in the memory of the page alone. */
export interface ListMemory {
  filter: ListFilter;
  /** The case that was opened from the list. */
  opened: string | undefined;
  /** How many cases were shown then. */
  shown: number;
}

export const newListMemory = (): ListMemory => ({ filter: firstFilter, opened: undefined, shown: 0 });

export const ListMemoryContext = createContext<ListMemory>(newListMemory());
