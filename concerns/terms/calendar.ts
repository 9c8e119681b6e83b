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

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);
const dayOfUtc = (date: Date): Day => brandedDay(date.toISOString().slice(0, 10));

/** The day that an instant falls on in a time zone. Throws RangeError on an unknown zone. */
export const dayOf = (instant: Date, timeZone: string): Day => brandedDay(dayFormat(timeZone).format(instant));

/** The hour of the day, 0 to 23, that an instant falls in in a time zone. Throws RangeError on an unknown zone. */
export const hourOf = (instant: Date, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(instant));

/** A day read from a record, or `undefined` where the text is none. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const date = new Date(`${text}T12:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : brandedDay(text);
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
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / dayMs);

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

/** A week that a person named, such as `2026-W47` or `2026 w47`; `undefined` where that year has no such week. */
export function parseWeek(text: string): Week | undefined {
  const parts = /^\s*(\d{4})[\s-]*[wW]\s*(\d{1,2})\s*$/u.exec(text);
  if (!parts?.[1] || !parts[2]) return undefined;
  const week = brandedWeek(`${parts[1]}-W${parts[2].padStart(2, '0')}`);
  return Number(parts[2]) > 0 && weekOf(mondayOf(week)) === week ? week : undefined;
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
