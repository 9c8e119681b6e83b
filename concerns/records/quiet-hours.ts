import { z } from 'zod';
import { type Day, dayOf, isWeekend, timeOf } from '../terms/calendar.ts';

/** A time of day, as `08:05`. Times sort as text. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/** The hours in which nothing is sent, by the clock on the wall; none where both ends are the same. */
export const quietHoursSchema = z.object({ from: timeOfDaySchema, to: timeOfDaySchema, weekends: z.boolean() });
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** Quiet hours where a force sets no others: from 19:00 to 08:00, and all of Saturday and Sunday. */
export const usualQuietHours: QuietHours = { from: '19:00', to: '08:00', weekends: true };

/** A day and a time of day in the force's time zone. */
export interface LocalMoment {
  readonly day: Day;
  readonly time: string;
}

/** The day and the time that an instant has in a time zone. Throws RangeError on an unknown zone. */
export const localMoment = (instant: Date, timeZone: string): LocalMoment => ({
  day: dayOf(instant, timeZone),
  time: timeOf(instant, timeZone),
});

/** Whether nothing is sent at a moment. It is the clock on the wall that counts, on days when clocks change as well. */
export function isQuiet({ day, time }: LocalMoment, { from, to, weekends }: QuietHours): boolean {
  if (weekends && isWeekend(day)) return true;
  if (from === to) return false;
  return from < to ? from <= time && time < to : from <= time || time < to;
}
