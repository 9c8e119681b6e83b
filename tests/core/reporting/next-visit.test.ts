import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { nextVisitDay } from '../../../core/reporting/report-flow.ts';
import { addDays } from '../../../core/model/calendar.ts';
import { daySchema } from '../../../core/model/case-record.ts';

const day = (text: string) => daySchema.parse(text);
const thursday = day('2026-11-26');

describe('the day on which somebody is told to look again', () => {
  it('is a week later where the force has set itself no limit', () => {
    expect(nextVisitDay(thursday, {})).toBe('2026-12-03');
    expect(nextVisitDay(thursday, { triage: 1, update: 28 })).toBe('2026-12-03');
  });

  it('is the day after the one by which a report should have been confirmed', () => {
    expect(nextVisitDay(thursday, { acknowledge: 0 })).toBe('2026-11-27');
    expect(nextVisitDay(thursday, { acknowledge: 5 })).toBe('2026-12-02');
  });

  it('is the Monday after where that is a Saturday or a Sunday', () => {
    expect(nextVisitDay(thursday, { acknowledge: 1 })).toBe('2026-11-30');
    expect(nextVisitDay(thursday, { acknowledge: 2 })).toBe('2026-11-30');
    expect(nextVisitDay(day('2026-11-28'), {})).toBe('2026-12-07');
  });

  it('lies in the days to come and is never at a weekend, whenever somebody reports', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.option(fc.integer({ min: 0, max: 60 })), (later, limit) => {
        const from = addDays(thursday, later);
        const again = nextVisitDay(from, limit === null ? {} : { acknowledge: limit });
        expect(again > from).toBe(true);
        expect(new Date(`${again}T12:00:00Z`).getUTCDay() % 6).not.toBe(0);
      }),
    );
  });
});
