export type Clock = () => Date;
export type MonotonicClock = () => number;
export type RandomSource = (bytes: number) => Uint8Array;

declare const brand: unique symbol;
/** As `2026-11-25`, in the force's time zone. The time of day of a submission is not stored. */
export type Day = string & { readonly [brand]: 'Day' };
/** An ISO week as `2026-W48`. */
export type Week = string & { readonly [brand]: 'Week' };

// The one place that makes a Day of a string.
// oxlint-disable-next-line typescript/consistent-type-assertions, typescript/no-unsafe-type-assertion
const brandedDay = (text: string): Day => text as Day;
// The one place that makes a Week of a string.
// oxlint-disable-next-line typescript/consistent-type-assertions, typescript/no-unsafe-type-assertion
const brandedWeek = (text: string): Week => text as Week;

const dayMs = 86_400_000;
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const created = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, created);
  return created;
}

/** The calendar repeats after four hundred years; JavaScript takes a year below 100 for one of the last century. */
const gregorianCycle = { years: 400, days: 146_097 } as const;

/** Day 0 is 1 January 1970. Figures ask for hundreds of thousands, too many for Date. */
const epochDay = (year: number, month: number, day: number): number =>
  Date.UTC(year + gregorianCycle.years, month - 1, day) / dayMs - gregorianCycle.days;
const toEpochDay = (day: Day): number =>
  epochDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const utcNoon = (day: Day): Date => new Date((toEpochDay(day) + 0.5) * dayMs);
const dayFromUtc = (date: Date): Day => brandedDay(date.toISOString().slice(0, 10));

/** It and its neighbours throw RangeError on an unknown time zone. */
export const toDay = (instant: Date, timeZone: string): Day => brandedDay(dayFormat(timeZone).format(instant));

export const toHour = (instant: Date, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(instant));

/** As `08:05`. */
export function toTimeOfDay(instant: Date, timeZone: string): string {
  const known = timeFormats.get(timeZone);
  if (known) return known.format(instant);
  const created = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  timeFormats.set(timeZone, created);
  return created.format(instant);
}

export const isWeekend = (day: Day): boolean => utcNoon(day).getUTCDay() % 6 === 0;

/** 0 is Monday, 6 is Sunday. */
export const weekdayIndex = (day: Day): number => (utcNoon(day).getUTCDay() + 6) % 7;

export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
  return isDay ? brandedDay(text) : undefined;
}

export const addDays = (day: Day, days: number): Day => dayFromUtc(new Date(utcNoon(day).getTime() + days * dayMs));

/** 29 February becomes 1 March in a year without one. */
export function addYears(day: Day, years: number): Day {
  const date = utcNoon(day);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return dayFromUtc(date);
}

/** The day becomes the last of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const date = utcNoon(day);
  const whole = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== whole) date.setUTCDate(0);
  return dayFromUtc(date);
}

export const daysBetween = (from: Day, to: Day): number => toEpochDay(to) - toEpochDay(from);

/** Weeks start on Monday, and the first one has the year's first Thursday. */
export function toWeek(day: Day): Week {
  const weekday = (utcNoon(day).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(brandedDay(`${year}-01-01`), thursday) / 7) + 1;
  return brandedWeek(`${year}-W${String(number).padStart(2, '0')}`);
}

export function firstDayOfWeek(week: Week): Day {
  const fourth = brandedDay(`${week.slice(0, 4)}-01-04`);
  const weekday = (utcNoon(fourth).getUTCDay() + 6) % 7;
  return addDays(fourth, (Number(week.slice(6)) - 1) * 7 - weekday);
}

function weeksInYear(year: number): 52 | 53 {
  // 1 January 1970 was a Thursday.
  const isThursday = (number: number): boolean => number % 7 === 0;
  return isThursday(epochDay(year, 1, 1)) || isThursday(epochDay(year, 12, 31)) ? 53 : 52;
}

export const lastDayOfWeek = (week: Week): Day => addDays(firstDayOfWeek(week), 6);

/** As typed, such as `2026-W47` or `2026 w47`; `undefined` if that year has no such week. */
export function parseWeek(text: string): Week | undefined {
  const parts = /^\s*(\d{4})[\s-]*[wW]\s*(\d{1,2})\s*$/u.exec(text);
  if (!parts?.[1] || !parts[2]) return undefined;
  const number = Number(parts[2]);
  if (number < 1 || number > weeksInYear(Number(parts[1]))) return undefined;
  return brandedWeek(`${parts[1]}-W${parts[2].padStart(2, '0')}`);
}

export const addWeeks = (week: Week, weeks: number): Week => toWeek(addDays(firstDayOfWeek(week), weeks * 7));

/** The first full hour, in UTC, at which a day is over in a time zone: it tells no more than the day's name. */
export function endOfDay(day: Day, timeZone: string): Date {
  let hour = Date.parse(`${day}T00:00:00Z`);
  while (toDay(new Date(hour), timeZone) <= day) hour += 3_600_000;
  return new Date(hour);
}

export const nextFullHour = (instant: Date): Date => new Date(Math.ceil(instant.getTime() / 3_600_000) * 3_600_000);
