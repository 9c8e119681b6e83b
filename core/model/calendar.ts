/** The time now, passed in so that a test can set it. */
export type Clock = () => Date;
export type Monotonic = () => number;
export type Random = (bytes: number) => Uint8Array;

declare const brand: unique symbol;
/** As `2026-11-25`, in the force's time zone. The time of day of a submission is not kept. */
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
const formats = new Map<string, Intl.DateTimeFormat>();
const timeFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

/** The calendar repeats after four hundred years; JavaScript takes a year below 100 for one of the last century. */
const cycle = { years: 400, days: 146_097 } as const;

/** The number of a day: 0 is 1 January 1970. Figures ask for hundreds of thousands, too many for Date. */
const numberOf = (year: number, month: number, day: number): number =>
  Date.UTC(year + cycle.years, month - 1, day) / dayMs - cycle.days;
const numberOfDay = (day: Day): number =>
  numberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const noonOf = (day: Day): Date => new Date((numberOfDay(day) + 0.5) * dayMs);
const dayOfUtc = (date: Date): Day => brandedDay(date.toISOString().slice(0, 10));

/** The day of an instant in a time zone. It and its neighbours throw RangeError on an unknown zone. */
export const dayOf = (instant: Date, timeZone: string): Day => brandedDay(dayFormat(timeZone).format(instant));

export const hourOf = (instant: Date, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(instant));

/** The time of day as `08:05`. */
export function timeOf(instant: Date, timeZone: string): string {
  const known = timeFormats.get(timeZone);
  if (known) return known.format(instant);
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  timeFormats.set(timeZone, made);
  return made.format(instant);
}

export const isWeekend = (day: Day): boolean => noonOf(day).getUTCDay() % 6 === 0;

/** The place of a day in its week: 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: Day): number => (noonOf(day).getUTCDay() + 6) % 7;

export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
  return isDay ? brandedDay(text) : undefined;
}

export const addDays = (day: Day, days: number): Day => dayOfUtc(new Date(noonOf(day).getTime() + days * dayMs));

/** The same day some years later; 29 February becomes 1 March in a year without one. */
export function addYears(day: Day, years: number): Day {
  const date = noonOf(day);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return dayOfUtc(date);
}

/** The same day some months later, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const date = noonOf(day);
  const whole = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== whole) date.setUTCDate(0);
  return dayOfUtc(date);
}

export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from);

/** The ISO week of a day: weeks start on Monday, and the first week has the year's first Thursday. */
export function weekOf(day: Day): Week {
  const weekday = (noonOf(day).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(brandedDay(`${year}-01-01`), thursday) / 7) + 1;
  return brandedWeek(`${year}-W${String(number).padStart(2, '0')}`);
}

export function mondayOf(week: Week): Day {
  const fourth = brandedDay(`${week.slice(0, 4)}-01-04`);
  const weekday = (noonOf(fourth).getUTCDay() + 6) % 7;
  return addDays(fourth, (Number(week.slice(6)) - 1) * 7 - weekday);
}

function weeksOfYear(year: number): 52 | 53 {
  // 1 January 1970 was a Thursday.
  const isThursday = (number: number): boolean => number % 7 === 0;
  return isThursday(numberOf(year, 1, 1)) || isThursday(numberOf(year, 12, 31)) ? 53 : 52;
}

/** A week as a person typed it, such as `2026-W47` or `2026 w47`; `undefined` if that year has no such week. */
export function parseWeek(text: string): Week | undefined {
  const parts = /^\s*(\d{4})[\s-]*[wW]\s*(\d{1,2})\s*$/u.exec(text);
  if (!parts?.[1] || !parts[2]) return undefined;
  const number = Number(parts[2]);
  if (number < 1 || number > weeksOfYear(Number(parts[1]))) return undefined;
  return brandedWeek(`${parts[1]}-W${parts[2].padStart(2, '0')}`);
}

export const addWeeks = (week: Week, weeks: number): Week => weekOf(addDays(mondayOf(week), weeks * 7));

/** The first full hour, in UTC, at which a day is over in a time zone: it tells no more than the day's name. */
export function endOf(day: Day, timeZone: string): Date {
  let hour = Date.parse(`${day}T00:00:00Z`);
  while (dayOf(new Date(hour), timeZone) <= day) hour += 3_600_000;
  return new Date(hour);
}

export const nextFullHour = (instant: Date): Date => new Date(Math.ceil(instant.getTime() / 3_600_000) * 3_600_000);
