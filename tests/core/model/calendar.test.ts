import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  addDays,
  addWeeks,
  toDay,
  endOfDay,
  daysBetween,
  firstDayOfWeek,
  nextFullHour,
  parseDay,
  parseWeek,
  toWeek,
} from '../../../core/model/calendar.ts';
import { daySchema, weekSchema } from '../../../core/model/case-record.ts';

const day = (text: string) => daySchema.parse(text);
const week = (text: string) => weekSchema.parse(text);
const dayMs = 86_400_000;

/** Every day from 1970 to 2099 with its ISO week, by counting weeks and never dividing. */
function countedWeeks(): readonly { readonly day: string; readonly week: string }[] {
  const counted: { day: string; week: string }[] = [];
  let year = 1970;
  let number = 0;
  // 29 December 1969 was a Monday.
  for (let monday = Date.UTC(1969, 11, 29); monday < Date.UTC(2099, 11, 28); monday += 7 * dayMs) {
    const thursdayYear = new Date(monday + 3 * dayMs).getUTCFullYear();
    number = thursdayYear === year ? number + 1 : 1;
    year = thursdayYear;
    for (let weekday = 0; weekday < 7; weekday += 1) {
      const text = new Date(monday + weekday * dayMs).toISOString().slice(0, 10);
      counted.push({ day: text, week: `${year}-W${number < 10 ? '0' : ''}${number}` });
    }
  }
  return counted;
}

describe('ISO weeks', () => {
  it('are those that counting gives, on every day of 130 years', () => {
    const wrong = countedWeeks().filter((counted) => toWeek(day(counted.day)) !== counted.week);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-11-25', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
  ])('put %s into %s', (text, expected) => {
    expect(toWeek(day(text))).toBe(expected);
  });

  it('start on their Monday, and follow one another', () => {
    const weeks = [...new Set(countedWeeks().map((counted) => counted.week))];
    weeks.forEach((text, place) => {
      expect(new Date(`${firstDayOfWeek(week(text))}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(toWeek(firstDayOfWeek(week(text)))).toBe(text);
      const next = weeks[place + 1];
      if (next !== undefined) expect([addWeeks(week(text), 1), addWeeks(week(next), -1)]).toEqual([next, text]);
    });
  });

  it.each([
    ['2026-W47', '2026-W47'],
    [' 2026 w47 ', '2026-W47'],
    ['2026W7', '2026-W07'],
    ['2026-W53', '2026-W53'],
  ])('are understood as a person names them: %j', (text, expected) => {
    expect(parseWeek(text)).toBe(expected);
  });

  it.each(['', '2026', '2026-47', '2026-W00', '2026-W54', '2025-W53', '26-W01', '2026-W1a', '9999-W99', '9999-W53'])(
    'are not understood where that year has no such week: %j',
    (text) => {
      expect(parseWeek(text)).toBeUndefined();
    },
  );

  it('are read where the first days of the next year are no part of them, of every year that four digits name', () => {
    const wrong = Array.from({ length: 9_998 }, (_, place) => String(place + 1).padStart(4, '0')).filter((year) => {
      // 28 December is always in the last week of its year.
      const last = toWeek(day(`${year}-12-28`));
      return parseWeek(last) !== last || parseWeek(`${year}-W${Number(last.slice(6)) + 1}`) !== undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('are read from any text without failing', () => {
    const shaped = fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 99 }));
    fc.assert(
      fc.property(shaped, ([year, number]) => {
        const text = `${String(year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`;
        const parsed = parseWeek(text);
        expect(parsed === undefined || parsed === text).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => expect(() => parseWeek(text)).not.toThrow()));
  });
});

describe('days', () => {
  it.each([
    ['2026-01-15T23:59:59Z', '2026-01-15'],
    ['2026-07-15T22:59:59Z', '2026-07-15'],
    ['2026-07-15T23:00:00Z', '2026-07-16'],
    // The clocks go forward at 01:00 and back at 02:00 on these days.
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-03-29T22:59:59Z', '2026-03-29'],
    ['2026-03-29T23:00:00Z', '2026-03-30'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:59:59Z', '2026-10-25'],
    ['2026-10-26T00:00:00Z', '2026-10-26'],
  ])('the force at %s has %s', (instant, expected) => {
    expect(toDay(new Date(instant), 'Europe/London')).toBe(expected);
  });

  it('are not told for a time zone that nobody knows', () => {
    expect(() => toDay(new Date(0), 'Europe/Nowhere')).toThrow(RangeError);
  });

  it('are added and counted across changes of the clock, leap days and years', () => {
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
    const offsets = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(offsets, (offset) => {
        const later = addDays(day('2026-11-25'), offset);
        expect(daysBetween(day('2026-11-25'), later)).toBe(offset);
        expect(addDays(later, -offset)).toBe('2026-11-25');
        expect(parseDay(later)).toBe(later);
      }),
    );
  });

  it('are not read from a text that is none', () => {
    for (const text of ['', '2026-02-30', '2026-13-01', '2026-1-1', '25-11-2026', '2026-11-25T10:00:00Z', '2027-02-29'])
      expect(parseDay(text)).toBeUndefined();
    for (const text of ['1900-02-29', '2100-02-29', '2026-00-10', '2026-04-00', '2026-04-31'])
      expect(parseDay(text)).toBeUndefined();
  });

  it('are read where the language has such a day, of every year that four digits name', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    const shaped = fc.tuple(fc.nat({ max: 9_999 }), fc.nat({ max: 14 }), fc.nat({ max: 33 }));
    fc.assert(
      fc.property(shaped, ([year, month, number]) => {
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(number)}`;
        const date = new Date(`${text}T00:00:00Z`);
        const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(parseDay(text)).toBe(isDay ? text : undefined);
        if (isDay) expect(daysBetween(day('1970-01-01'), day(text))).toBe(date.getTime() / dayMs);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the end of a day', () => {
  it.each([
    ['2026-11-25', 'Europe/London', '2026-11-26T00:00:00.000Z'],
    ['2026-07-01', 'Europe/London', '2026-07-01T23:00:00.000Z'],
    ['2026-10-25', 'Europe/London', '2026-10-26T00:00:00.000Z'],
    ['2026-11-25', 'Pacific/Kiritimati', '2026-11-25T10:00:00.000Z'],
    ['2026-11-25', 'Etc/GMT+12', '2026-11-26T12:00:00.000Z'],
    ['2026-11-25', 'Asia/Kolkata', '2026-11-25T19:00:00.000Z'],
  ])('of %s in %s is %s, the first full hour after it', (text, timeZone, end) => {
    expect(endOfDay(day(text), timeZone).toISOString()).toBe(end);
  });
});

describe('the next full hour', () => {
  it('is at most an hour away, full, and itself where the instant is one', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }), (instant) => {
        const full = nextFullHour(instant);
        expect(full.toISOString()).toMatch(/:00:00\.000Z$/u);
        expect(full.getTime() - instant.getTime()).toBeGreaterThanOrEqual(0);
        expect(full.getTime() - instant.getTime()).toBeLessThan(3_600_000);
        expect(nextFullHour(full)).toEqual(full);
      }),
    );
  });

  it('goes on over the hour that the force has twice', () => {
    expect(nextFullHour(new Date('2026-10-25T00:15:00Z'))).toEqual(new Date('2026-10-25T01:00:00Z'));
    expect(nextFullHour(new Date('2026-10-25T01:15:00Z'))).toEqual(new Date('2026-10-25T02:00:00Z'));
  });
});
