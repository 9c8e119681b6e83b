import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { sumParts, suppressParts, type PublishedPart } from '../../../summary/disclosure-control/published-counts.ts';
import { suppressCount, type PublishedCount, suppressSum } from '../../../summary/disclosure-control/suppression.ts';
import type { DisclosureRule } from '../../../summary/figures/week-figures.ts';

const rules = [5, 6, 7, 10].flatMap((smallCount) => [false, true].map((hideZero) => ({ smallCount, hideZero })));
const named = rules.map((rule) => [`under ${rule.smallCount}${rule.hideZero ? ' and none' : ''}`, rule] as const);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const partsOf = (counts: readonly number[]) => counts.map((count, place) => ({ id: `part ${place}`, count }));

/** Every way to make up a total of so many parts. */
function waysTo(total: number, parts: number): readonly (readonly number[])[] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    waysTo(total - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}

const seen = (total: PublishedCount, told: readonly PublishedPart[]): string =>
  [total, ...told].map(({ shown }) => shown ?? '-').join(' ');

/** The hidden counts that all worlds with the same tables have fewer than three values of, without the parts of a hidden total. */
function workedOut(worlds: readonly (readonly number[])[], rule: DisclosureRule): readonly string[] {
  const values = new Map<string, Set<number>>();
  for (const counts of worlds) {
    const total = suppressCount(sum(counts), rule);
    const told = suppressParts(total, partsOf(counts), rule);
    const issued = seen(total, told);
    for (const [place, { id, shown }] of told.entries()) {
      if (shown !== undefined) continue;
      const key = `${issued}: ${id}`;
      const known = values.get(key) ?? new Set<number>();
      values.set(key, known.add(counts[place] ?? 0));
    }
  }
  return [...values].filter(([, { size }]) => size < 3).map(([key]) => key);
}

describe('whoever has the parts of a total and knows how they are told', () => {
  it.each(named)('is left three values of every hidden one of three (%s)', (_name, rule) => {
    // All totals up to the end of a band, for the last ones to be as they would be among more.
    const worlds = Array.from({ length: 28 }, (_, total) => waysTo(total, 3)).flat();
    expect(workedOut(worlds, rule)).toEqual([]);
  });

  it.each(named.slice(0, 2))('is left three values of every hidden one of five (%s)', (_name, rule) => {
    const worlds = Array.from({ length: 13 }, (_, total) => waysTo(total, 5)).flat();
    expect(workedOut(worlds, rule)).toEqual([]);
  });

  it('learns nothing of the total: any value of its band goes with what was told', () => {
    const counts = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.constantFrom(...rules), (each, rule) => {
        const total = suppressCount(sum(each), rule);
        const told = suppressParts(total, partsOf(each), rule);
        if (total.shown === undefined) return;
        expect(sum(told.map(({ band }) => band.low))).toBeLessThanOrEqual(total.band.low);
        expect(sum(told.map(({ band }) => band.high))).toBeGreaterThanOrEqual(total.band.high);
        for (const [place, { band, shown }] of told.entries()) {
          expect(band.low <= (each[place] ?? 0) && (each[place] ?? 0) <= band.high).toBe(true);
          expect(shown === undefined || shown <= (total.shown ?? 0)).toBe(true);
          const before = sum(told.slice(0, place).map((part) => part.band.low));
          expect(band.high).toBeLessThanOrEqual(total.band.high - before);
        }
      }),
    );
  });
});

describe('the parts of a total', () => {
  const rule = { smallCount: 5, hideZero: false };

  it('are hidden with it, those that are none among them', () => {
    expect(suppressParts(suppressCount(3, rule), partsOf([0, 3]), rule)).toEqual([
      { id: 'part 0', band: { low: 0, high: 4 } },
      { id: 'part 1', band: { low: 0, high: 4 } },
    ]);
    expect(suppressParts(suppressCount(3, rule), partsOf([3, 0]), rule).map(({ shown }) => shown)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('do not give the last one away as what is left', () => {
    const told = suppressParts(suppressCount(17, rule), partsOf([8, 8, 1]), rule);
    expect(told.at(-1)?.band).not.toEqual({ low: 1, high: 1 });
    expect(sum(told.map(({ band }) => band.low))).toBeLessThanOrEqual(13);
  });

  it('are as many as there are, in their order, where all is well', () => {
    const told = suppressParts(suppressCount(40, rule), partsOf([21, 0, 3, 9, 7]), rule);
    expect(told.map(({ shown }) => shown)).toEqual([20, 0, undefined, 10, 5]);
  });

  it('of a year are what the quarters issued, and hidden where that says little', () => {
    const quarters = [partsOf([20, 3]), partsOf([15, 2]), partsOf([10, 4]), partsOf([30, 0])];
    const totals = quarters.map((parts) => suppressCount(sum(parts.map(({ count }) => count)), rule));
    const year = suppressSum(totals, 84, 4);
    const told = sumParts(
      quarters.map((parts, place) => suppressParts(totals[place] ?? year, parts, rule)),
      year,
      4,
    );
    expect(told.map(({ shown }) => shown)).toEqual([75, undefined]);
  });

  it('are hidden if they are none and the force hides that, and shown from the least count that it shows', () => {
    const hiding = { smallCount: 5, hideZero: true };
    expect(suppressParts(suppressCount(40, hiding), partsOf([20, 0, 20]), hiding)[1]).toEqual({
      id: 'part 1',
      band: { low: 0, high: 4 },
    });
    expect(suppressParts(suppressCount(40, hiding), partsOf([5, 35]), hiding)[0]?.shown).toBe(5);
  });
});

describe('the parts of several totals together', () => {
  const shownOf = (band: PublishedPart['band'], small: number): number | undefined => {
    const total = { shown: 40, band: { low: 38, high: 42 } };
    return sumParts([[{ id: 'part', band }]], total, small)[0]?.shown;
  };

  it.each([
    ['none in each', { low: 0, high: 0 }, 0],
    ['begins at a small count', { low: 4, high: 7 }, undefined],
    ['ends at twice its least', { low: 6, high: 12 }, 10],
    ['ends above twice its least', { low: 6, high: 13 }, undefined],
  ])('show one that says something and may be no small count: %s', (_name, band, shown) => {
    expect(shownOf(band, 4)).toBe(shown);
  });

  it('are hidden with their total, those that are none among them', () => {
    const quarter: readonly PublishedPart[] = [
      { id: 'part 0', shown: 5, band: { low: 5, high: 7 } },
      { id: 'part 1', shown: 0, band: { low: 0, high: 0 } },
    ];
    expect(sumParts([quarter], { band: { low: 5, high: 7 } }, 9)).toEqual([
      { id: 'part 0', band: { low: 5, high: 7 } },
      { id: 'part 1', band: { low: 0, high: 0 } },
    ]);
  });

  it('are none of no totals', () => {
    expect(sumParts([], { shown: 0, band: { low: 0, high: 0 } }, 4)).toEqual([]);
  });
});
