import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { daySchema, weekSchema } from '../../../core/model/case-record.ts';
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  toDay,
  endOfDay,
  firstDayOfWeek,
  toWeek,
} from '../../../core/model/calendar.ts';

/** Every day from 1970 to 2100, by the language's own calendar to come. */
function everyDay(): readonly Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  const last = Temporal.PlainDate.from('2100-12-31');
  for (let day = Temporal.PlainDate.from('1970-01-01'); Temporal.PlainDate.compare(day, last) <= 0; ) {
    days.push(day);
    day = day.add({ days: 1 });
  }
  return days;
}
const days = everyDay();

const weekText = (day: Temporal.PlainDate): string =>
  `${day.yearOfWeek ?? ''}-W${String(day.weekOfYear ?? '').padStart(2, '0')}`;
const dayText = (day: Temporal.PlainDate) => daySchema.parse(day.toString());

/** The days on which our calendar and the other one disagree. */
const unlike = (ours: (day: Temporal.PlainDate) => string, theirs: (day: Temporal.PlainDate) => string) =>
  days.filter((day) => ours(day) !== theirs(day)).map(String);

describe('the calendar, on every day from 1970 to 2100', () => {
  it('names the ISO week that Temporal names', () => {
    expect(unlike((day) => toWeek(dayText(day)), weekText)).toEqual([]);
  });

  it('has the same Monday', () => {
    expect(
      unlike(
        (day) => firstDayOfWeek(weekSchema.parse(weekText(day))),
        (day) => day.subtract({ days: day.dayOfWeek - 1 }).toString(),
      ),
    ).toEqual([]);
  });

  it('adds days, weeks and months alike', () => {
    expect(
      unlike(
        (day) => addDays(dayText(day), 45),
        (day) => day.add({ days: 45 }).toString(),
      ),
    ).toEqual([]);
    expect(
      unlike(
        (day) => addWeeks(toWeek(dayText(day)), -53),
        (day) => weekText(day.subtract({ weeks: 53 })),
      ),
    ).toEqual([]);
    expect(
      unlike(
        (day) => addMonths(dayText(day), 3),
        (day) => day.add({ months: 3 }).toString(),
      ),
    ).toEqual([]);
  });

  it('adds years alike, but for 29 February, which becomes 1 March', () => {
    const other = unlike(
      (day) => addYears(dayText(day), 6),
      (day) => day.add({ years: 6 }).toString(),
    );
    expect(other.every((text) => text.endsWith('-02-29'))).toBe(true);
    expect(other).toHaveLength(
      days.filter((day) => day.toString().endsWith('-02-29') && !day.add({ years: 6 }).inLeapYear).length,
    );
  });
});

const zone = 'Europe/London';
const hourMs = 3_600_000;

/** The instants at which the clocks of a zone changed, or will, from 1970 to 2100. */
function clockChanges(): readonly number[] {
  const changes: number[] = [];
  let standing = Temporal.ZonedDateTime.from('1970-01-01T00:00[Europe/London]');
  for (;;) {
    const next = standing.getTimeZoneTransition('next');
    if (!next || next.year > 2100) return changes;
    changes.push(next.epochMilliseconds);
    standing = next;
  }
}

describe('the day in London', () => {
  const dayThere = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();

  it('is the same in every hour around every change of the clocks', () => {
    const changes = clockChanges();
    expect(changes.length).toBeGreaterThan(250);
    const wrong = changes.flatMap((change) =>
      Array.from({ length: 60 }, (_, hour) => change + (hour - 30) * hourMs - (hour % 2)).filter(
        (instant) => toDay(new Date(instant), zone) !== dayThere(instant),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('is over at the first full hour of the next one', () => {
    const near = new Set(
      clockChanges().flatMap((change) => [-24, 0, 24].map((hours) => dayThere(change + hours * hourMs))),
    );
    const looked = days.filter((day) => near.has(day.toString()) || day.day === 31);
    expect(looked.length).toBeGreaterThan(1_500);
    const wrong = looked.filter((day) => {
      const over = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
      return endOfDay(dayText(day), zone).getTime() !== Math.ceil(over / hourMs) * hourMs;
    });
    expect(wrong.map(String)).toEqual([]);
  });
});
