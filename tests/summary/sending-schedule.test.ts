import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, addWeeks, toDay, toHour, firstDayOfWeek, toWeek } from '../../core/model/calendar.ts';
import { weekDays, getDueWeeks } from '../../summary/sending-schedule.ts';

const zone = 'Europe/London';
const monday = { day: 'monday', hour: 9 } as const;
const last = (at: string, time: Parameters<typeof getDueWeeks>[2] = monday) =>
  getDueWeeks(new Date(at), zone, time).at(-1);

describe('the weeks that are due to be sent', () => {
  it.each([
    ['winter', '2026-11-23T08:59:59Z', '2026-W46'],
    ['winter', '2026-11-23T09:00:00Z', '2026-W47'],
    ['the Monday after clocks went on', '2026-03-30T07:59:59Z', '2026-W12'],
    ['the Monday after clocks went on', '2026-03-30T08:00:00Z', '2026-W13'],
    ['the Monday after clocks went back', '2026-10-26T08:59:59Z', '2026-W42'],
    ['the Monday after clocks went back', '2026-10-26T09:00:00Z', '2026-W43'],
    ['a Tuesday', '2026-11-24T00:00:00Z', '2026-W47'],
    ['a Sunday', '2026-11-29T23:59:59Z', '2026-W47'],
    ['the end of a year with week 53', '2027-01-04T09:00:00Z', '2026-W53'],
  ])('go by the clock on the wall: %s, %s', (_, at, week) => {
    expect(last(at)).toBe(week);
  });

  it('go by the day and the hour that are set', () => {
    const thursday = { day: 'thursday', hour: 14 } as const;
    expect(last('2026-11-26T13:59:59Z', thursday)).toBe('2026-W46');
    expect(last('2026-11-26T14:00:00Z', thursday)).toBe('2026-W47');
    // Clocks go back in the night to a Sunday: one o’clock comes twice.
    const sunday = { day: 'sunday', hour: 1 } as const;
    expect(last('2026-10-24T23:59:59Z', sunday)).toBe('2026-W41');
    expect(last('2026-10-25T00:00:00Z', sunday)).toBe('2026-W42');
    expect(last('2026-10-25T01:00:00Z', sunday)).toBe('2026-W42');
  });

  it('are thirteen that follow each other, the last due for less than a week, at any time until 2100', () => {
    const anyTime = fc.record({
      at: fc.date({
        min: new Date('1970-01-15T00:00:00Z'),
        max: new Date('2100-12-31T00:00:00Z'),
        noInvalidDate: true,
      }),
      day: fc.constantFrom(...weekDays),
      hour: fc.integer({ min: 1, max: 23 }),
    });
    fc.assert(
      fc.property(anyTime, ({ at, day, hour }) => {
        const weeks = getDueWeeks(at, zone, { day, hour });
        const newest = weeks.at(-1) ?? toWeek(toDay(at, zone));
        expect(weeks).toEqual(Array.from({ length: 13 }, (_, place) => addWeeks(newest, place - 12)));
        const dueOn = addDays(firstDayOfWeek(newest), 7 + weekDays.indexOf(day));
        const [today, now] = [toDay(at, zone), toHour(at, zone)];
        expect(today > dueOn || (today === dueOn && now >= hour)).toBe(true);
        const next = addDays(dueOn, 7);
        expect(today < next || (today === next && now < hour)).toBe(true);
      }),
    );
  });
});
