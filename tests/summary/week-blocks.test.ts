import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addWeeks } from '../../concerns/terms/calendar.ts';
import { lastWholeBlock, weeksUpTo } from '../../summary/week-blocks.ts';
import { aWeek } from '../support/summary/figures.ts';

const anyWeek = fc.integer({ min: -600, max: 600 }).map((weeks) => addWeeks(aWeek('2026-W01'), weeks));

describe('a block of weeks', () => {
  it.each([
    ['2026-W47', ['2026-W41', '2026-W42', '2026-W43', '2026-W44']],
    ['2026-W48', ['2026-W45', '2026-W46', '2026-W47', '2026-W48']],
    ['2026-W52', ['2026-W45', '2026-W46', '2026-W47', '2026-W48']],
    ['2026-W53', ['2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53']],
    ['2025-W52', ['2025-W49', '2025-W50', '2025-W51', '2025-W52']],
    ['2027-W03', ['2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53']],
    ['2027-W04', ['2027-W01', '2027-W02', '2027-W03', '2027-W04']],
  ])('is the last whole one by %s', (week, block) => {
    expect(lastWholeBlock(aWeek(week))).toEqual(block);
  });

  it('is the same for all its weeks or has nothing in common with another', () => {
    fc.assert(
      fc.property(anyWeek, anyWeek, (one, other) => {
        const a = lastWholeBlock(one);
        const b = lastWholeBlock(other);
        const common = a.filter((week) => b.includes(week)).length;
        expect([0, a.length]).toContain(common);
        expect(a.length === b.length || common === 0).toBe(true);
      }),
    );
  });

  it('ends by the week that was asked for and follows without a gap on the one before', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const block = lastWholeBlock(week);
        const first = block[0] ?? week;
        expect((block.at(-1) ?? '') <= week).toBe(true);
        expect(lastWholeBlock(addWeeks(first, -1)).at(-1)).toBe(addWeeks(first, -1));
      }),
    );
  });
});

it('the last four weeks run over the turn of a year with 53 weeks', () => {
  expect(weeksUpTo(aWeek('2027-W02'), 4)).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
});
