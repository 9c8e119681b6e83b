import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { FiguresError } from '../../../summary/figures/week-figures.ts';
import {
  findBand,
  type PublishedTotals,
  suppressBlockTotals,
  suppressTotals,
  suppressWeekTotals,
  type WeekTotals,
} from '../../../summary/disclosure-control/suppression.ts';

// What the long search of suppression.test.ts cannot see: a count that is hidden or widened for nothing, what is kept of a
// part for the sums above it, and what is told where a limit or a rule differs between weeks.

const ruleUnder = (smallCount: number) => ({ smallCount, hideZero: false });
const week = (received: number, inTime: number, smallCount = 5): WeekTotals => ({
  received,
  inTime,
  rule: ruleUnder(smallCount),
});
const band = (low: number, high: number) => ({ low, high });
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

it.each([4, 13])('a count outside the bands that were issued is refused (%i)', (count) => {
  expect(() => findBand([band(5, 7), band(8, 12)], count)).toThrow(new FiguresError('differs'));
});

describe('what a week keeps of a part for the sums above it', () => {
  it.each([
    ['in a lower band than its total', week(40, 22), { shown: 20, band: band(18, 22), least: 20, gap: 20 }],
    ['in the band of its total', week(40, 39), { shown: 40, band: band(38, 42), least: 38, gap: 0 }],
    ['small', week(20, 3), { band: band(1, 4), least: 2, gap: 18 }],
    ['none', week(20, 0), { shown: 0, band: band(0, 0), least: 0, gap: 22 }],
    ['of a hidden total', week(3, 2), { band: band(0, 4), least: 1, gap: 0 }],
  ])('is the least it can be whatever the total is, and the most it can fall short: %s', (_name, counts, part) => {
    expect(suppressWeekTotals(counts).inTime).toEqual(part);
  });
});

describe('what a block keeps of a part', () => {
  it.each([
    ['every week late', [week(20, 0), week(20, 0)], { shown: 0, band: band(0, 0), least: 0, gap: 44 }],
    [
      'some of each',
      [week(20, 11), week(9, 9), week(3, 1), week(14, 6)],
      { shown: 30, band: band(21, 35), least: 24, gap: 20 },
    ],
    ['a band below the highest', [week(9, 1), week(4, 0)], { band: band(1, 4), least: 2, gap: 12 }],
    ['no more than its total can be', [week(8, 8), week(2, 0)], { shown: 10, band: band(8, 12), least: 9, gap: 0 }],
  ])('is as for a week: %s', (_name, weeks, part) => {
    expect(suppressBlockTotals(weeks).inTime).toEqual(part);
  });
});

describe('a block', () => {
  it('of quiet weeks says that there was none', () => {
    const none = { shown: 0, band: band(0, 0) };
    expect(suppressBlockTotals([week(0, 0), week(0, 0)])).toEqual({
      received: none,
      inTime: { ...none, least: 0, gap: 0 },
    });
  });

  it('hides a total of small weeks that may be small itself', () => {
    expect(suppressBlockTotals([week(1, 1), week(1, 1), week(1, 1), week(1, 1)]).received.shown).toBeUndefined();
  });

  it('goes by the strictest rule of its weeks, and by no stricter one', () => {
    expect(suppressBlockTotals([week(0, 0, 10), week(6, 6), week(0, 0)]).received.shown).toBeUndefined();
    expect(suppressBlockTotals([week(5, 5), week(0, 0)]).received.shown).toBe(5);
  });

  it('says that none was in time where each week said so, though its total is hidden', () => {
    const { received, inTime } = suppressBlockTotals([week(5, 0), week(0, 0, 10)]);
    expect([received.shown, inTime?.shown]).toEqual([undefined, 0]);
  });

  it('says nothing of time where one of its weeks had no limit', () => {
    const weeks = [week(20, 12), { received: 20, rule: ruleUnder(5) }];
    expect(Object.keys(suppressBlockTotals(weeks))).toEqual(['received']);
    const counts = { received: 40, inTime: 12 };
    expect(Object.keys(suppressTotals(weeks.map(suppressWeekTotals), counts, 4))).toEqual(['received']);
    expect(Object.keys(suppressTotals([week(20, 12)].map(suppressWeekTotals), { received: 20 }, 4))).toEqual([
      'received',
    ]);
  });
});

/** The most that the parts can be at least, for each sum of totals within their bands. */
function mostOfParts(children: readonly PublishedTotals[]): ReadonlyMap<number, number> {
  let reached = new Map([[0, 0]]);
  for (const { received, inTime } of children) {
    const next = new Map<number, number>();
    for (const [total, most] of reached) {
      for (let count = received.band.low; count <= received.band.high; count += 1) {
        const part = inTime ? Math.max(inTime.least, count - inTime.gap) : 0;
        next.set(total + count, Math.min(next.get(total + count) ?? Infinity, most + part));
      }
    }
    reached = next;
  }
  return reached;
}

function expectSafe(children: readonly PublishedTotals[], { received, inTime }: PublishedTotals, small: boolean): void {
  if (small) expect(received.shown).toBeUndefined();
  if (!inTime) throw new Error('no part');
  const saysNone = children.every((child) => child.inTime?.band.high === 0);
  if (received.shown === undefined) expect(inTime.shown).toBe(saysNone ? 0 : undefined);
  expect(inTime.band.high).toBeLessThanOrEqual(received.band.high);
  const most = mostOfParts(children);
  for (let total = received.band.low; total <= received.band.high; total += 1) {
    const part = most.get(total) ?? -1;
    expect(inTime.band.low).toBeLessThanOrEqual(part);
    expect(inTime.least).toBeLessThanOrEqual(part);
    expect(total - inTime.gap).toBeLessThanOrEqual(part);
  }
}

it('a part goes with every total that its own can be, of blocks and of quarters, and is hidden with it', () => {
  const counts = fc
    .record({
      received: fc.nat({ max: 24 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      small: fc.constantFrom(5, 7, 10),
    })
    .map(({ received, share, small }) => week(received, Math.round(received * share), small));
  const total = (weeks: readonly WeekTotals[]) => ({
    received: sum(weeks.map(({ received }) => received)),
    inTime: sum(weeks.map(({ inTime = 0 }) => inTime)),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(counts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      (blocks) => {
        const small = Math.max(...blocks.flat().map(({ rule }) => rule.smallCount - 1));
        const issued = blocks.map((weeks) => {
          const block = suppressTotals(weeks.map(suppressWeekTotals), total(weeks), small);
          const { received } = total(weeks);
          expectSafe(weeks.map(suppressWeekTotals), block, received > 0 && received <= small);
          return block;
        });
        const all = total(blocks.flat());
        expectSafe(issued, suppressTotals(issued, all, small), all.received > 0 && all.received <= small);
      },
    ),
    { numRuns: 300 },
  );
});
