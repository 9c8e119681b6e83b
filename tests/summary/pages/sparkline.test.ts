import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type FigureCell, countCell, publishedCell } from '../../../summary/figures/summary.ts';
import { sparklineGap, sparkline } from '../../../summary/summary-pages.ts';

const counts = (...numbers: readonly number[]) => sparkline(numbers.map(countCell));
const heights = '▁▂▃▅▇';
const cells: fc.Arbitrary<FigureCell> = fc.oneof(
  fc.nat({ max: 5_000 }).map(countCell),
  fc.nat({ max: 100 }).map((fives) => publishedCell(fives * 5)),
  fc.constantFrom<FigureCell>({ kind: 'hidden' }, { kind: 'none' }),
);

describe('figures as bars', () => {
  it('stand as high as they are many, and lowest where there is none', () => {
    expect(counts(0, 1, 3, 5, 8)).toBe('▁▂▃▅▇');
    expect(counts(0, 0)).toBe('▁▁');
    expect(counts(1)).toBe('▇');
    expect(counts(0, 1, 10_000)).toBe('▁▂▇');
    expect(sparkline([])).toBe('');
  });

  it('are a gap, and never a zero, where the figure is hidden or was not counted', () => {
    expect(sparkline([countCell(0), publishedCell(undefined), { kind: 'none' }, countCell(2)])).toBe(
      `▁${sparklineGap}${sparklineGap}▇`,
    );
  });

  it('are as many as the figures, a gap where there is no number and the lowest only where it is zero', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 60 }), (given) => {
        const bars = Array.from(sparkline(given));
        expect(bars).toHaveLength(given.length);
        for (const [place, cell] of given.entries()) {
          const number = 'value' in cell ? cell.value : undefined;
          expect(bars[place] === sparklineGap).toBe(number === undefined);
          expect(bars[place] === '▁').toBe(number === 0);
        }
      }),
    );
  });

  it('never put the larger of two counts below the smaller', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 900 }), { minLength: 2, maxLength: 20 }), (numbers) => {
        const bars = Array.from(counts(...numbers.toSorted((one, other) => one - other)), (bar) =>
          heights.indexOf(bar),
        );
        expect(bars).toEqual(bars.toSorted((one, other) => one - other));
        expect(bars).not.toContain(-1);
      }),
    );
  });
});
