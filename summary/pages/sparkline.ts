import { type Cell, numberOf } from '../cell.ts';

export const gap = '╌';
const zero = '▁';
const bars = ['▂', '▃', '▅', '▇'] as const;

/** Figures as bars of text, one each. A figure that is hidden or was not counted is a gap, never a zero. */
export function sparkline(cells: readonly Cell[]): string {
  const numbers = cells.map(numberOf);
  const most = Math.max(1, ...numbers.map((number) => number ?? 0));
  return numbers
    .map((number) => {
      if (number === undefined) return gap;
      return number <= 0 ? zero : (bars[Math.ceil((number / most) * bars.length) - 1] ?? bars[0]);
    })
    .join('');
}
