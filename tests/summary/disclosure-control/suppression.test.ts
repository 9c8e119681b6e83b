import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  suppressBlockTotals,
  suppressTotals,
  suppressWeekTotals,
  type WeekTotals,
} from '../../../summary/disclosure-control/suppression.ts';
import type { DisclosureRule } from '../../../summary/figures/week-figures.ts';
import { combinations, formatPublishedTotals, findInferences } from '../../support/summary/consistent-values.ts';

const rules = [5, 6, 7, 8, 9, 10].flatMap((smallCount) => [false, true].map((hideZero) => ({ smallCount, hideZero })));

/** Every week with up to so many reports and every share of them in time. It must end with a band (4, 7, 12, …). */
const weeksUpTo = (most: number, rule: DisclosureRule): readonly WeekTotals[] =>
  Array.from({ length: most + 1 }, (_, received) =>
    Array.from({ length: received + 1 }, (_, inTime) => ({ received, inTime, rule })),
  ).flat();

/** `SLOW=1` looks at many more weeks, for minutes. */
const slow = process.env['SLOW'] === '1';
const named = rules.map((rule) => [`under ${rule.smallCount}${rule.hideZero ? ' and none' : ''}`, rule] as const);

describe('whoever has all issued tables and knows how they are made', () => {
  it.each(named)('cannot work out a hidden count of one week (%s)', (_name, rule) => {
    expect(findInferences(combinations(weeksUpTo(32, rule), 1))).toEqual([]);
  });

  it.each(named)('cannot work out a hidden count of two weeks and their block (%s)', (_name, rule) => {
    expect(findInferences(combinations(weeksUpTo(12, rule), 2))).toEqual([]);
  });

  it.each(named.slice(0, 2))('cannot work out a hidden count of three weeks and their block (%s)', (_name, rule) => {
    expect(findInferences(combinations(weeksUpTo(7, rule), 3))).toEqual([]);
  });

  it.each(named.slice(0, 2))('cannot work out a hidden count of four small weeks and their block (%s)', (_n, rule) => {
    expect(findInferences(combinations(weeksUpTo(slow ? 7 : 4, rule), 4))).toEqual([]);
  });

  it.each(named.slice(0, 2))('cannot work out a hidden count of five weeks and their block (%s)', (_name, rule) => {
    const totals = Array.from({ length: 8 }, (_, received): WeekTotals => ({ received, rule }));
    expect(findInferences(combinations(slow ? weeksUpTo(4, rule) : totals, 5))).toEqual([]);
  });
});

it('the check of this file finds a total that gives a hidden count away', () => {
  const rule = { smallCount: 5, hideZero: false };
  const worlds = [[{ received: 4, inTime: 4, rule }], [{ received: 9, inTime: 9, rule }]];
  expect(findInferences(worlds)).not.toEqual([]);
});

const aRule = fc.constantFrom(...rules);
const aCount = fc.nat({ max: 60 });
const counts = fc
  .record({ received: aCount, share: fc.double({ min: 0, max: 1, noNaN: true }), rule: aRule })
  .map(({ received, share, rule }): WeekTotals => ({ received, inTime: Math.round(received * share), rule }));
const blocks = fc.array(counts, { minLength: 4, maxLength: 5 });

describe('what is issued', () => {
  it('is a multiple of five, never a small count, and no part is more than its total', () => {
    fc.assert(
      fc.property(blocks, (weeks) => {
        for (const { received, inTime } of [...weeks.map(suppressWeekTotals), suppressBlockTotals(weeks)]) {
          for (const { shown } of [received, ...(inTime ? [inTime] : [])]) {
            if (shown !== undefined) expect(shown % 5).toBe(0);
          }
          expect(inTime?.shown === undefined || inTime.shown <= (received.shown ?? -1)).toBe(true);
        }
      }),
    );
  });

  it('holds the true count in its band, and hides every count that the rule calls small', () => {
    fc.assert(
      fc.property(counts, (week) => {
        const { received, inTime } = suppressWeekTotals(week);
        const told = [[received, week.received], ...(inTime ? [[inTime, week.inTime ?? 0] as const] : [])] as const;
        for (const [{ shown, band }, count] of told) {
          expect(band.low <= count && count <= band.high).toBe(true);
          const isSmall = count < week.rule.smallCount && (count > 0 || week.rule.hideZero);
          if (isSmall) expect(shown).toBeUndefined();
        }
      }),
    );
  });

  it('of a block holds the true sums in its bands', () => {
    fc.assert(
      fc.property(blocks, (weeks) => {
        const { received, inTime } = suppressBlockTotals(weeks);
        const total = weeks.reduce((sum, week) => sum + week.received, 0);
        const part = weeks.reduce((sum, week) => sum + (week.inTime ?? 0), 0);
        expect(received.band.low <= total && total <= received.band.high).toBe(true);
        expect(inTime && inTime.band.low <= part && part <= inTime.band.high).toBe(true);
      }),
    );
  });

  it('of a block is its own total rounded, and not the sum of what was rounded before', () => {
    const rule = { smallCount: 5, hideZero: false };
    const weeks = [12, 12, 0, 22].map((received) => ({ received, inTime: received, rule }));
    expect(weeks.map((week) => suppressWeekTotals(week).received.shown)).toEqual([10, 10, 0, 20]);
    expect(suppressBlockTotals(weeks)).toMatchObject({ received: { shown: 45 }, inTime: { shown: 45 } });
  });

  it('does not depend on the order of the weeks in a block', () => {
    fc.assert(
      fc.property(blocks, (weeks) => {
        expect(suppressBlockTotals(weeks.toReversed())).toEqual(suppressBlockTotals(weeks));
      }),
    );
  });

  it('shows the total of four small weeks, but of none of them', () => {
    const rule = { smallCount: 5, hideZero: false };
    const weeks = [4, 3, 4, 2].map((received) => ({ received, inTime: received, rule }));
    expect(formatPublishedTotals(weeks)).toBe('-/- -/- -/- -/- 15/15');
  });
});

describe('whoever has a quarter of blocks of weeks as well', () => {
  /** Two blocks of two weeks and the quarter that they make up: every table that there is of four weeks. */
  const quarterOf = (weeks: readonly WeekTotals[]): string => {
    const total = (some: readonly WeekTotals[]) => ({
      received: some.reduce((sum, { received }) => sum + received, 0),
      inTime: some.reduce((sum, { inTime = 0 }) => sum + inTime, 0),
    });
    const [one, other] = [weeks.slice(0, 2), weeks.slice(2)];
    const blocks = [one, other].map((block) => suppressTotals(block.map(suppressWeekTotals), total(block), 4));
    const all = [...weeks.map(suppressWeekTotals), ...blocks, suppressTotals(blocks, total(weeks), 4)];
    return all.map(({ received, inTime }) => `${received.shown ?? '-'}/${inTime?.shown ?? '-'}`).join(' ');
  };

  /** The hidden counts, and rests of shown ones, that fewer than three values fit with. */
  function leftFew(worlds: readonly (readonly WeekTotals[])[]): readonly string[] {
    const values = new Map<string, Set<number>>();
    for (const weeks of worlds) {
      const issued = quarterOf(weeks);
      for (const [place, { received, inTime = 0, rule }] of weeks.entries()) {
        const told = suppressWeekTotals({ received, inTime, rule });
        const secrets = [
          ...(told.received.shown === undefined ? [['received', received] as const] : []),
          ...(told.inTime?.shown === undefined ? [['in time', inTime] as const] : []),
          ...(told.received.shown === 0 ? [] : [['late', received - inTime] as const]),
        ];
        for (const [name, count] of secrets) {
          const key = `${issued} | ${name} ${place}`;
          values.set(key, (values.get(key) ?? new Set()).add(count));
        }
      }
    }
    return [...values].filter(([, { size }]) => size < 3).map(([key]) => key);
  }

  const week = (received: number, inTime: number): WeekTotals => ({
    received,
    inTime,
    rule: { smallCount: 5, hideZero: false },
  });

  it('is left three values of every hidden count of small weeks, and of those that were late', () => {
    const options = [0, 1, 2, 3, 4].flatMap((received) =>
      Array.from({ length: received + 1 }, (_, inTime) => week(received, inTime)),
    );
    expect(leftFew(combinations(options, 4))).toEqual([]);
  });

  it('is left three values of every hidden total beside larger ones', () => {
    const options = Array.from({ length: slow ? 13 : 8 }, (_, received) => week(received, received));
    expect(leftFew(combinations(options, 4)).filter((key) => key.includes('received'))).toEqual([]);
  });
});
