declare const brand: unique symbol;
/** A date as `2026-11-25`, in the force's time zone. The time of day of a submission is not kept. */
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

/** The calendar comes back after four hundred years: a year below 100 would be taken for one of the last century. */
const cycle = { years: 400, days: 146_097 } as const;

/** The number of a day, by which days are counted: 0 is 1 January 1970. Figures ask for hundreds of thousands. */
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

/** The day that an instant falls on in a time zone. Throws RangeError on an unknown zone. */
export const dayOf = (instant: Date, timeZone: string): Day => brandedDay(dayFormat(timeZone).format(instant));

/** The hour of the day, 0 to 23, that an instant falls in in a time zone. Throws RangeError on an unknown zone. */
export const hourOf = (instant: Date, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(instant));

/** The time of day, as `08:05`, that an instant has in a time zone. Throws RangeError on an unknown zone. */
export function timeOf(instant: Date, timeZone: string): string {
  const known = timeFormats.get(timeZone);
  if (known) return known.format(instant);
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  timeFormats.set(timeZone, made);
  return made.format(instant);
}

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (day: Day): boolean => noonOf(day).getUTCDay() % 6 === 0;

/** The place of a day in its week: 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: Day): number => (noonOf(day).getUTCDay() + 6) % 7;

/** A day read from a record, or `undefined` where the text is none. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
  return isDay ? brandedDay(text) : undefined;
}

/** The day some days later (or earlier, where negative). */
export const addDays = (day: Day, days: number): Day => dayOfUtc(new Date(noonOf(day).getTime() + days * dayMs));

/** The same day some years later; 29 February becomes 1 March where that year has none. */
export function addYears(day: Day, years: number): Day {
  const date = noonOf(day);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return dayOfUtc(date);
}

/** The same day some months later; the last day of that month where it has none such. */
export function addMonths(day: Day, months: number): Day {
  const date = noonOf(day);
  const whole = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== whole) date.setUTCDate(0);
  return dayOfUtc(date);
}

/** Whole days from one day to a later one. */
export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from);

/** The ISO week of a day: weeks start on Monday, and the week with the year's first Thursday is the first. */
export function weekOf(day: Day): Week {
  const weekday = (noonOf(day).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(brandedDay(`${year}-01-01`), thursday) / 7) + 1;
  return brandedWeek(`${year}-W${String(number).padStart(2, '0')}`);
}

/** The Monday a week starts on. */
export function mondayOf(week: Week): Day {
  const fourth = brandedDay(`${week.slice(0, 4)}-01-04`);
  const weekday = (noonOf(fourth).getUTCDay() + 6) % 7;
  return addDays(fourth, (Number(week.slice(6)) - 1) * 7 - weekday);
}

/** A year has a week for each of its Thursdays: 53 where it begins or ends with one. */
function weeksOfYear(year: number): 52 | 53 {
  // 1 January 1970 was a Thursday.
  const isThursday = (number: number): boolean => number % 7 === 0;
  return isThursday(numberOf(year, 1, 1)) || isThursday(numberOf(year, 12, 31)) ? 53 : 52;
}

/** A week that a person named, such as `2026-W47` or `2026 w47`; `undefined` where that year has no such week. */
export function parseWeek(text: string): Week | undefined {
  const parts = /^\s*(\d{4})[\s-]*[wW]\s*(\d{1,2})\s*$/u.exec(text);
  if (!parts?.[1] || !parts[2]) return undefined;
  const number = Number(parts[2]);
  if (number < 1 || number > weeksOfYear(Number(parts[1]))) return undefined;
  return brandedWeek(`${parts[1]}-W${parts[2].padStart(2, '0')}`);
}

/** The week some weeks later (or earlier, where negative). */
export const addWeeks = (week: Week, weeks: number): Week => weekOf(addDays(mondayOf(week), weeks * 7));

/** The first full hour, in UTC, at which a day is over in a time zone: it says no more of a day than its name does. */
export function endOf(day: Day, timeZone: string): Date {
  let hour = Date.parse(`${day}T00:00:00Z`);
  // Half a day before or after midnight in UTC, by the zone.
  while (dayOf(new Date(hour), timeZone) <= day) hour += 3_600_000;
  return new Date(hour);
}

/** The first full hour after an instant, itself where it is one. */
export const nextFullHour = (instant: Date): Date => new Date(Math.ceil(instant.getTime() / 3_600_000) * 3_600_000);
