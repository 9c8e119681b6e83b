import { z } from 'zod';
import { isBankHoliday } from './bank-holidays.ts';
import { addDays, type Day, dayOf, parseDay, timeOf, weekdayOf } from './calendar.ts';
import type { HandledBy } from './urgency.ts';

export const staffedDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holidays'] as const;
export type StaffedDay = (typeof staffedDays)[number];

const opens = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const closes = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u);

export const staffedRowSchema = z.object({
  from: z.enum(staffedDays),
  to: z.enum(staffedDays),
  opens,
  closes,
});
export type StaffedRow = z.infer<typeof staffedRowSchema>;

/** The hours in which handlers look at reports, as a force set them. */
export interface StaffedHours {
  readonly rows?: readonly StaffedRow[] | undefined;
  readonly holidays: { readonly added: readonly Day[]; readonly removed: readonly Day[] };
  readonly timeZone: string;
}

export interface Staffing {
  readonly rows?: readonly StaffedRow[] | undefined;
  readonly opens?: { readonly day: Day; readonly time: string } | undefined;
  readonly onCall: Readonly<Record<HandledBy, boolean>>;
}

const entry = /^([a-z]+)(?:-([a-z]+))?\s+(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/u;

/**
 * The rows of a setting such as `mon-fri 08:00-18:00; holidays 10:00-12:00`; `undefined` if it is malformed. Hours over
 * midnight take two rows.
 */
export function parseStaffedHours(text: string): readonly StaffedRow[] | undefined {
  const entries = text.toLowerCase().split(/[;,]/u);
  const rows = entries.flatMap((one) => {
    const [, from, to = from, begins, ends] = entry.exec(one.trim()) ?? [];
    const row = staffedRowSchema.safeParse({ from, to, opens: begins, closes: ends }).data;
    if (row === undefined || row.opens >= row.closes) return [];
    const [first, last] = [staffedDays.indexOf(row.from), staffedDays.indexOf(row.to)];
    const isOfHolidays = row.from === 'holidays' || row.to === 'holidays';
    return first <= last && (!isOfHolidays || first === last) ? [row] : [];
  });
  return rows.length === entries.length ? rows : undefined;
}

export function parseHolidayChanges(changes: readonly string[]): StaffedHours['holidays'] | undefined {
  const named = (sign: string): readonly (Day | undefined)[] =>
    changes.filter((one) => one.startsWith(sign)).map((one) => parseDay(one.slice(1)));
  const [added, removed] = [named('+'), named('-')];
  const known = (days: readonly (Day | undefined)[]): readonly Day[] => days.filter((day) => day !== undefined);
  const isWhole = known(added).length + known(removed).length === changes.length;
  return isWhole ? { added: known(added), removed: known(removed) } : undefined;
}

function isHoliday(day: Day, { added, removed }: StaffedHours['holidays']): boolean {
  return added.includes(day) || (isBankHoliday(day) && !removed.includes(day));
}

function rowsOf(day: Day, rows: readonly StaffedRow[], holidays: StaffedHours['holidays']): readonly StaffedRow[] {
  const place = isHoliday(day, holidays) ? staffedDays.indexOf('holidays') : weekdayOf(day);
  return rows.filter(({ from, to }) => staffedDays.indexOf(from) <= place && place <= staffedDays.indexOf(to));
}

/**
 * Whether someone looks at reports, by the clock on the wall, also when clocks change. False if the force has not said.
 * Throws RangeError on an unknown zone.
 */
export function isStaffed({ rows = [], holidays, timeZone }: StaffedHours, now: Date): boolean {
  const time = timeOf(now, timeZone);
  return rowsOf(dayOf(now, timeZone), rows, holidays).some(({ opens, closes }) => opens <= time && time < closes);
}

const daysAhead = 400;

function nextOpening({ rows = [], holidays, timeZone }: StaffedHours, now: Date): Staffing['opens'] {
  const today = dayOf(now, timeZone);
  const time = timeOf(now, timeZone);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = addDays(today, ahead);
    const begins = rowsOf(day, rows, holidays)
      .map(({ opens }) => opens)
      .filter((one) => ahead > 0 || one > time);
    const [first] = begins.toSorted();
    if (first !== undefined) return { day, time: first };
  }
  return undefined;
}

export function staffingAt(hours: StaffedHours, now: Date, onCall: Staffing['onCall']): Staffing {
  if (hours.rows === undefined) return { onCall };
  const opens = isStaffed(hours, now) ? undefined : nextOpening(hours, now);
  return { rows: hours.rows, ...(opens && { opens }), onCall };
}

export function isAlwaysStaffed(rows: readonly StaffedRow[]): boolean {
  return staffedDays.every((_, place) => {
    const spans = rows
      .filter(({ from, to }) => staffedDays.indexOf(from) <= place && place <= staffedDays.indexOf(to))
      .toSorted((one, other) => (one.opens < other.opens ? -1 : 1));
    let until = '00:00';
    for (const { opens, closes } of spans) if (opens <= until && closes > until) until = closes;
    return until === '24:00';
  });
}
