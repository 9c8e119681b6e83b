import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addWeeks } from '../../../core/model/calendar.ts';
import {
  getPeriodBounds,
  parsePeriod,
  type Period,
  getPreviousPeriod,
  formatPeriod,
} from '../../../summary/figures/periods.ts';
import {
  toPeriodOption,
  adjacentPeriods,
  nextPeriod,
  periodOptions,
  periodForWeek,
} from '../../../tab/summaries/period-navigation.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';

const weeks = fc.integer({ min: -1_000, max: 2_000 }).map((away) => addWeeks(parseTestWeek('2026-W01'), away));
const periods = fc.tuple(fc.constantFrom(...periodOptions), weeks).map(([kind, week]) => periodForWeek(kind, week));
const read = (text: string): Period => {
  const period = parsePeriod(text);
  if (!period) throw new RangeError('no period');
  return period;
};

describe('the period that somebody chooses', () => {
  it('is of its kind, has the week that it was chosen for, and can be asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...periodOptions), weeks, (kind, week) => {
        const period = periodForWeek(kind, week);
        const { from, to } = getPeriodBounds(period);
        expect(toPeriodOption(period)).toBe(kind);
        expect(from <= week && week <= to).toBe(true);
        expect(parsePeriod(formatPeriod(period))).toEqual(period);
      }),
    );
  });

  it('is followed by one that begins where it ends, and that follows it alone', () => {
    fc.assert(
      fc.property(periods, (period) => {
        const after = nextPeriod(period);
        expect(getPeriodBounds(after).from).toBe(addWeeks(getPeriodBounds(period).to, 1));
        expect(getPreviousPeriod(after)).toEqual(period);
        expect(nextPeriod(getPreviousPeriod(period))).toEqual(period);
      }),
    );
  });

  it('has none after it of which no week is over', () => {
    const latest = parseTestWeek('2026-W47');
    const after = (text: string): string | undefined => {
      const next = adjacentPeriods(read(text), latest).after;
      return next && formatPeriod(next);
    };
    expect(after('2026-W47')).toBeUndefined();
    expect(after('2026-W46')).toBe('2026-W47');
    expect(after('4-to-2026-W47')).toBeUndefined();
    expect(after('2026-Q3')).toBe('2026-Q4');
    expect(after('2026-Q4')).toBeUndefined();
    expect(after('2025-26')).toBe('2026-27');
    expect(after('2026-27')).toBeUndefined();
    expect(formatPeriod(adjacentPeriods(read('2026-W01'), latest).before)).toBe('2025-W52');
  });
});
