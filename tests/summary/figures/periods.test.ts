import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addWeeks, firstDayOfWeek, parseWeek, type Week } from '../../../core/model/calendar.ts';
import {
  getPeriodBounds,
  getPeriodLength,
  maxPeriodWeeks,
  parsePeriod,
  type Period,
  getPreviousPeriod,
  formatPeriod,
  getContainingPeriods,
  getPeriodWeeks,
} from '../../../summary/figures/periods.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';

const first = parseTestWeek('1970-W40');
const weeks = fc.nat({ max: 6_400 }).map((number) => addWeeks(first, number));
const quarters = fc.constantFrom(1, 2, 3, 4);
const years = fc.integer({ min: 1971, max: 2099 });
const periods: fc.Arbitrary<Period> = fc.oneof(
  weeks.map((week): Period => ({ kind: 'week', week })),
  fc.tuple(fc.constantFrom(4, 13), weeks).map(([count, upTo]): Period => ({ kind: 'rolling', weeks: count, upTo })),
  fc.tuple(years, quarters).map(([year, quarter]): Period => ({ kind: 'quarter', year, quarter })),
  years.map((begins): Period => ({ kind: 'yearToMarch', begins })),
  fc
    .tuple(weeks, fc.integer({ min: 1, max: maxPeriodWeeks }))
    .map(([from, length]): Period => ({ kind: 'range', from, to: addWeeks(from, length - 1) })),
);

const thursday = (week: Week) => addDays(firstDayOfWeek(week), 3);
const allWeeks = Array.from({ length: 6_700 }, (_, number) => addWeeks(first, number));

describe('the weeks of a period', () => {
  it('give each week to one quarter and to one year to March: those of its Thursday', () => {
    const wrong = allWeeks.filter((week) => {
      const day = Temporal.PlainDate.from(thursday(week));
      const { quarter, yearToMarch } = getContainingPeriods(week);
      return (
        formatPeriod(quarter) !== `${day.year}-Q${Math.floor((day.month - 1) / 3) + 1}` ||
        formatPeriod(yearToMarch).slice(0, 4) !== String(day.subtract({ months: 3 }).year) ||
        !getPeriodWeeks(quarter).includes(week) ||
        getPeriodWeeks(getPreviousPeriod(quarter)).includes(week)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('of a year to March are those of its four quarters, one after another', () => {
    for (let begins = 1971; begins < 2100; begins += 1) {
      const parts = [2, 3, 4, 1].flatMap((number) => {
        const quarter = parsePeriod(`${number === 1 ? begins + 1 : begins}-Q${number}`);
        return quarter ? getPeriodWeeks(quarter) : [];
      });
      expect(getPeriodWeeks({ kind: 'yearToMarch', begins })).toEqual(parts);
    }
  });

  it('follow one another from the first to the last, and the period before ends where it begins', () => {
    fc.assert(
      fc.property(periods, (period) => {
        const all = getPeriodWeeks(period);
        expect(all).toHaveLength(getPeriodLength(period));
        expect({ from: all[0], to: all.at(-1) }).toEqual(getPeriodBounds(period));
        const before = getPreviousPeriod(period);
        expect(before.kind).toBe(period.kind);
        expect(addWeeks(getPeriodBounds(before).to, 1)).toBe(getPeriodBounds(period).from);
        if (period.kind !== 'quarter' && period.kind !== 'yearToMarch')
          expect(getPeriodLength(before)).toBe(getPeriodLength(period));
      }),
    );
  });

  it.each([
    ['2026-Q4', '2026-W40', '2026-W53', 14],
    ['2027-Q1', '2027-W01', '2027-W12', 12],
    ['2026-27', '2026-W14', '2027-W12', 52],
    ['2025-26', '2025-W14', '2026-W13', 52],
    ['13-to-2026-W05', '2025-W45', '2026-W05', 13],
    ['4-to-2027-W01', '2026-W51', '2027-W01', 4],
  ])('%s are %s to %s, %d of them', (text, from, to, length) => {
    const period = parsePeriod(text);
    expect(period && { ...getPeriodBounds(period), length: getPeriodLength(period) }).toEqual({ from, to, length });
  });
});

describe('a period in one word', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(parsePeriod(formatPeriod(period))).toEqual(period);
      }),
    );
  });

  it('is none in any other text, and no text makes it throw', () => {
    const odd = ['', '2026', '2026-W54', '2026-Q0', '2026-Q5', '2026-26', '2026-28', '5-to-2026-W01', '4-to-', '-to-'];
    const more = [
      '2026-W10-to-2026-W09',
      '2026-W01-to-2031-W02',
      '2026-W01-to-2026-W02-to-2026-W03',
      '0000-Q1',
      '9999-99',
    ];
    for (const text of [...odd, ...more]) expect([text, parsePeriod(text)]).toEqual([text, undefined]);
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const period = parsePeriod(text);
        if (period) expect(getPeriodLength(period)).toBeLessThanOrEqual(maxPeriodWeeks);
      }),
    );
  });

  it('of the longest range is read, and of one week more is not', () => {
    const to = addWeeks(first, maxPeriodWeeks - 1);
    expect(parsePeriod(`${first}-to-${to}`)).toEqual({ kind: 'range', from: first, to });
    expect(parsePeriod(`${first}-to-${addWeeks(to, 1)}`)).toBeUndefined();
    expect(parseWeek(to)).toBe(to);
  });
});
