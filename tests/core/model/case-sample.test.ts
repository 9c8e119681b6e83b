import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../core/model/calendar.ts';
import { daysOfMonth, drawCases, isMonthOver, toMonth } from '../../../core/model/case-sample.ts';
import { newCaseId, today } from '../../support/contracts/records.ts';

describe('drawing cases', () => {
  it('draws each case once, no more than there are, and not in the order in which they are stored', () => {
    const cases = Array.from({ length: 40 }, () => newCaseId()).toSorted();
    const drawn = drawCases(cases, randomBytes);
    expect(drawn.toSorted()).toEqual(cases);
    expect(drawn).not.toEqual(cases);
    expect(drawCases([], randomBytes)).toEqual([]);
    expect(drawCases([...cases, ...Array.from({ length: 40 }, () => newCaseId())], randomBytes)).toHaveLength(50);
  });

  it('gives each case the same chance to be drawn first', () => {
    const cases = Array.from({ length: 5 }, () => newCaseId());
    const first = new Map(cases.map((caseId) => [caseId, 0]));
    for (let round = 0; round < 5_000; round += 1) {
      const [one] = drawCases(cases, randomBytes);
      if (one !== undefined) first.set(one, (first.get(one) ?? 0) + 1);
    }
    // Seven standard deviations around a thousand.
    for (const count of first.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200);
  });
});

describe('a month', () => {
  it('has its first and last day, also in February, and is over on the first of the next', () => {
    expect(daysOfMonth(toMonth(today))).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    const leap = toMonth(addDays(today, 459));
    expect(daysOfMonth(leap)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(isMonthOver(toMonth(today), today)).toBe(false);
    expect(isMonthOver(toMonth(today), addDays(today, 6))).toBe(true);
  });
});
