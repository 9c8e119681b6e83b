import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { bandsOf, roundedValueOf } from '../../summary/band.ts';

const ranges = fc
  .record({ low: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 60 }) })
  .map(({ low, length }) => ({ low, high: low + length }));

it('bands hold every number of their range once, none in two', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 4, max: 9 }), (range, small) => {
      const numbers = bandsOf(range, small).flatMap(({ low, high }) =>
        Array.from({ length: high - low + 1 }, (_, place) => low + place),
      );
      expect(numbers).toEqual(Array.from({ length: range.high - range.low + 1 }, (_, place) => range.low + place));
    }),
  );
});

it('no band is narrower than three numbers unless it is the whole range', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 4, max: 9 }), (range, small) => {
      const bands = bandsOf(range, small);
      for (const { low, high } of bands) expect(high - low >= 2 || bands.length === 1).toBe(true);
    }),
  );
});

it('what stands for a band is a multiple of five within or beside it', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 4, max: 9 }), (range, small) => {
      for (const band of bandsOf(range, small)) {
        expect(roundedValueOf(band) % 5).toBe(0);
        expect(roundedValueOf(band)).toBeGreaterThanOrEqual(band.low - 2);
        expect(roundedValueOf(band)).toBeLessThanOrEqual(band.high + 2);
      }
    }),
  );
});
