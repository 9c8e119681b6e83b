import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, integer, property } from 'fast-check';
import {
  mergeDayCounts,
  sumDayCounts,
  countDays,
  dayCountsSchema,
  percentileDays,
  maxCountedDays,
} from '../../../summary/figures/day-counts.ts';

const someDays = array(integer({ min: 0, max: maxCountedDays }), { maxLength: 60 });

/** The same by looking at every case: the fewest days within which so many in a hundred were done. */
const byLooking = (days: readonly number[], percent: number): number | undefined =>
  days.toSorted((one, other) => one - other).find((_, at) => (at + 1) * 100 >= days.length * percent);

describe('counts of days', () => {
  it('hold each case once, the longest together and none earlier than its receipt', () => {
    expect(countDays([0, 3, 3, 366, 367, 5_000, -1])).toEqual({ 0: 2, 3: 2, 366: 3 });
    expect(countDays([])).toEqual({});
  });

  it.each(['-1', '367', '01', '1.5', '', 'a', '1e2', ' 1', '999'])('are refused with the day %p', (day) => {
    expect(dayCountsSchema.safeParse({ [day]: 1 }).success).toBe(false);
  });

  it('are read with every day that they can hold', () => {
    const all = Object.fromEntries(Array.from({ length: maxCountedDays + 1 }, (_, day) => [day, 1]));
    expect(dayCountsSchema.parse(all)).toEqual(all);
  });

  it('give the median and the 90th percentile of all cases, however they were divided into weeks', () => {
    assert(
      property(array(someDays, { maxLength: 6 }), constantFrom(50, 90), (weeks, percent) => {
        const whole = mergeDayCounts(weeks.map(countDays));
        expect(whole).toEqual(countDays(weeks.flat()));
        expect(sumDayCounts(whole)).toBe(weeks.flat().length);
        expect(percentileDays(whole, percent)).toBe(byLooking(weeks.flat(), percent));
      }),
    );
  });

  it('are no mean of two: half of two cases is the sooner one', () => {
    expect(percentileDays(countDays([1, 9]), 50)).toBe(1);
    expect(percentileDays(countDays([1, 2, 3, 4, 5, 6, 7, 8, 9, 30]), 90)).toBe(9);
  });
});
