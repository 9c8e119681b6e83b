import { type Cell, cellWith } from '../../summary/cell.ts';
import type { Tab } from '../parts/tab-context.ts';

export const cellWords = (say: Tab['say'], cell: Cell): string =>
  cellWith({ hidden: say('summaries.hidden'), none: say('summaries.none') }, cell);
