import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  mergeHighBands,
  mergeLowBands,
  createBands,
  getRoundedValue,
} from '../../../summary/disclosure-control/suppression.ts';

const ranges = fc
  .record({ low: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 60 }) })
  .map(({ low, length }) => ({ low, high: low + length }));

it('bands hold every number of their range once, none in two', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 4, max: 9 }), (range, small) => {
      const numbers = createBands(range, small).flatMap(({ low, high }) =>
        Array.from({ length: high - low + 1 }, (_, place) => low + place),
      );
      expect(numbers).toEqual(Array.from({ length: range.high - range.low + 1 }, (_, place) => range.low + place));
    }),
  );
});

it('no band is narrower than three numbers unless it is the whole range', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 4, max: 9 }), (range, small) => {
      const bands = createBands(range, small);
      for (const { low, high } of bands) expect(high - low >= 2 || bands.length === 1).toBe(true);
    }),
  );
});

it('what stands for a band is a multiple of five within or beside it', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: 4, max: 9 }), (range, small) => {
      for (const band of createBands(range, small)) {
        expect(getRoundedValue(band) % 5).toBe(0);
        expect(getRoundedValue(band)).toBeGreaterThanOrEqual(band.low - 2);
        expect(getRoundedValue(band)).toBeLessThanOrEqual(band.high + 2);
      }
    }),
  );
});

it('bands are joined at an end until it is where it has to be, and no further, as long as there are two', () => {
  fc.assert(
    fc.property(ranges, fc.integer({ min: -5, max: 110 }), (range, edge) => {
      const bands = createBands(range, 4);
      const beginning = mergeHighBands(bands, edge);
      const ending = mergeLowBands(bands, edge);
      for (const joined of [beginning, ending]) {
        expect([joined[0]?.low, joined.at(-1)?.high]).toEqual([range.low, range.high]);
        expect(joined.length).toBeLessThanOrEqual(bands.length);
      }
      expect(beginning.slice(0, -1)).toEqual(bands.slice(0, beginning.length - 1));
      expect(ending.slice(1)).toEqual(bands.slice(bands.length - ending.length + 1));
      expect((beginning.at(-1)?.low ?? 0) <= edge || beginning.length === 1).toBe(true);
      expect((ending[0]?.high ?? 0) >= edge || ending.length === 1).toBe(true);
      // One joined fewer would not do.
      if (beginning.length < bands.length) expect(bands[beginning.length]?.low).toBeGreaterThan(edge);
      if (ending.length < bands.length) expect(bands[bands.length - ending.length - 1]?.high).toBeLessThan(edge);
    }),
  );
});

it('a million bands are joined as well as ten', () => {
  const bands = createBands({ low: 0, high: 5_000_000 }, 4);
  expect(mergeHighBands(bands, 0)).toEqual([{ low: 0, high: 5_000_000 }]);
  expect(mergeLowBands(bands, 5_000_000)).toEqual([{ low: 0, high: 5_000_000 }]);
});

it('of no bands none are joined', () => {
  expect([mergeHighBands([], 3), mergeLowBands([], 3)]).toEqual([[], []]);
});
