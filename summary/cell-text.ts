import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { type Cell, cellWith } from './cell.ts';

/** A cell in the words of cards and files. The page has its own words. */
export const cellText = (cell: Cell, language: Language): string =>
  cellWith({ hidden: say(language, 'summary.hidden'), none: '–' }, cell);
