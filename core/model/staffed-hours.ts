import { z } from 'zod';
import { addDays, type Day, toDay, isWeekend, parseDay, toTimeOfDay, weekdayIndex } from './calendar.ts';
import type { HandledBy } from './handled-by.ts';

function createDay(year: number, month: number, date: number): Day {
  const padTwoDigits = (number: number): string => String(number).padStart(2, '0');
  const day = parseDay(`${String(year).padStart(4, '0')}-${padTwoDigits(month)}-${padTwoDigits(date)}`);
  if (day === undefined) throw new RangeError('No such day');
  return day;
}

/** By the Gregorian calendar: the anonymous algorithm of 1876 (Meeus, "Astronomical Algorithms", chapter 8). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const both = h + l - 7 * m + 114;
  return createDay(year, Math.floor(both / 31), (both % 31) + 1);
}

const mondayOnOrAfter = (day: Day): Day => addDays(day, (7 - weekdayIndex(day)) % 7);

function withSubstitutes(days: readonly Day[]): readonly Day[] {
  const off = new Set(days);
  for (const day of days.filter(isWeekend)) {
    let next = addDays(day, 1);
    while (isWeekend(next) || off.has(next)) next = addDays(next, 1);
    off.add(next);
  }
  return [...off];
}

/**
 * Schedule 1 of the Banking and Financial Dealings Act 1971, those proclaimed every year, and Good Friday and Christmas
 * Day (https://www.gov.uk/bank-holidays). Christmas Day, Boxing Day and New Year's Day count at a weekend too. A force
 * sets a holiday that is proclaimed or moved once.
 */
export function bankHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year);
  return [
    ...withSubstitutes([createDay(year, 1, 1)]),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(createDay(year, 5, 1)),
    mondayOnOrAfter(createDay(year, 5, 25)),
    mondayOnOrAfter(createDay(year, 8, 25)),
    ...withSubstitutes([createDay(year, 12, 25), createDay(year, 12, 26)]),
  ];
}

export const isBankHoliday = (day: Day): boolean => bankHolidays(Number(day.slice(0, 4))).includes(day);

export const staffedDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holidays'] as const;
export type StaffedDay = (typeof staffedDays)[number];

const openingTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const closingTimeSchema = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u);

export const staffedHoursRowSchema = z.object({
  from: z.enum(staffedDays),
  to: z.enum(staffedDays),
  opens: openingTimeSchema,
  closes: closingTimeSchema,
});
export type StaffedHoursRow = z.infer<typeof staffedHoursRowSchema>;

export interface StaffedHours {
  readonly rows?: readonly StaffedHoursRow[] | undefined;
  readonly holidays: { readonly added: readonly Day[]; readonly removed: readonly Day[] };
  readonly timeZone: string;
}

export interface Staffing {
  readonly rows?: readonly StaffedHoursRow[] | undefined;
  readonly opens?: { readonly day: Day; readonly time: string } | undefined;
  readonly onCall: Readonly<Record<HandledBy, boolean>>;
}

const entryPattern = /^([a-z]+)(?:-([a-z]+))?\s+(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/u;

/** Rows such as `mon-fri 08:00-18:00; holidays 10:00-12:00`; `undefined` if malformed. Hours over midnight take two. */
export function parseStaffedHours(text: string): readonly StaffedHoursRow[] | undefined {
  const entries = text.toLowerCase().split(/[;,]/u);
  const rows = entries.flatMap((one) => {
    const [, from, to = from, begins, ends] = entryPattern.exec(one.trim()) ?? [];
    const row = staffedHoursRowSchema.safeParse({ from, to, opens: begins, closes: ends }).data;
    if (row === undefined || row.opens >= row.closes) return [];
    const [first, last] = [staffedDays.indexOf(row.from), staffedDays.indexOf(row.to)];
    const isOfHolidays = row.from === 'holidays' || row.to === 'holidays';
    return first <= last && (!isOfHolidays || first === last) ? [row] : [];
  });
  return rows.length === entries.length ? rows : undefined;
}

export function parseHolidayChanges(changes: readonly string[]): StaffedHours['holidays'] | undefined {
  const parseSignedDays = (sign: string): readonly (Day | undefined)[] =>
    changes.filter((one) => one.startsWith(sign)).map((one) => parseDay(one.slice(1)));
  const [added, removed] = [parseSignedDays('+'), parseSignedDays('-')];
  const validDays = (days: readonly (Day | undefined)[]): readonly Day[] => days.filter((day) => day !== undefined);
  const isWhole = validDays(added).length + validDays(removed).length === changes.length;
  return isWhole ? { added: validDays(added), removed: validDays(removed) } : undefined;
}

function isHoliday(day: Day, { added, removed }: StaffedHours['holidays']): boolean {
  return added.includes(day) || (isBankHoliday(day) && !removed.includes(day));
}

function rowsForDay(
  day: Day,
  rows: readonly StaffedHoursRow[],
  holidays: StaffedHours['holidays'],
): readonly StaffedHoursRow[] {
  const place = isHoliday(day, holidays) ? staffedDays.indexOf('holidays') : weekdayIndex(day);
  return rows.filter(({ from, to }) => staffedDays.indexOf(from) <= place && place <= staffedDays.indexOf(to));
}

/** By local time, also when clocks change. False if the force has not said. Throws RangeError on an unknown zone. */
export function isStaffed({ rows = [], holidays, timeZone }: StaffedHours, now: Date): boolean {
  const time = toTimeOfDay(now, timeZone);
  return rowsForDay(toDay(now, timeZone), rows, holidays).some(({ opens, closes }) => opens <= time && time < closes);
}

const maxDaysAhead = 400;

function nextOpening({ rows = [], holidays, timeZone }: StaffedHours, now: Date): Staffing['opens'] {
  const today = toDay(now, timeZone);
  const time = toTimeOfDay(now, timeZone);
  for (let ahead = 0; ahead <= maxDaysAhead; ahead += 1) {
    const day = addDays(today, ahead);
    const begins = rowsForDay(day, rows, holidays)
      .map(({ opens }) => opens)
      .filter((one) => ahead > 0 || one > time);
    const [first] = begins.toSorted();
    if (first !== undefined) return { day, time: first };
  }
  return undefined;
}

export function currentStaffing(hours: StaffedHours, now: Date, onCall: Staffing['onCall']): Staffing {
  if (hours.rows === undefined) return { onCall };
  const opens = isStaffed(hours, now) ? undefined : nextOpening(hours, now);
  return { rows: hours.rows, ...(opens && { opens }), onCall };
}

export function isAlwaysStaffed(rows: readonly StaffedHoursRow[]): boolean {
  return staffedDays.every((_, place) => {
    const spans = rows
      .filter(({ from, to }) => staffedDays.indexOf(from) <= place && place <= staffedDays.indexOf(to))
      .toSorted((one, other) => (one.opens < other.opens ? -1 : 1));
    let until = '00:00';
    for (const { opens, closes } of spans) if (opens <= until && closes > until) until = closes;
    return until === '24:00';
  });
}
