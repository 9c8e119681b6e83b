import type { Cell } from '../../summary/cell.ts';
import type { Tab } from '../parts/tab-context.ts';

/** A figure in words: "12", "+3", "not shown". What is kept back, and what there is none of, is never a nought. */
export function cellWords(say: Tab['say'], cell: Cell): string {
  switch (cell.kind) {
    case 'hidden':
      return say('summaries.hidden');
    case 'none':
      return say('summaries.none');
    case 'change':
      return cell.value > 0 ? `+${cell.value}` : String(cell.value);
    case 'count':
    case 'rounded':
    case 'days':
      return String(cell.value);
    default:
      return cell satisfies never;
  }
}

/** The number that a cell is drawn with: missing where nothing may be drawn. */
export const drawnValue = (cell: Cell | undefined): number | undefined =>
  cell === undefined || cell.kind === 'hidden' || cell.kind === 'none' ? undefined : cell.value;
