import { z } from 'zod';
import { type Day, dayOf, isWeekend, timeOf } from './calendar.ts';

/** As `08:05`. Times sort as text. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/** By the clock on the wall; none if both ends are equal. */
export const quietHoursSchema = z.object({ from: timeOfDaySchema, to: timeOfDaySchema, weekends: z.boolean() });
export type QuietHours = z.infer<typeof quietHoursSchema>;

export const usualQuietHours: QuietHours = { from: '19:00', to: '08:00', weekends: true };

export interface LocalMoment {
  readonly day: Day;
  readonly time: string;
}

export const localMoment = (instant: Date, timeZone: string): LocalMoment => ({
  day: dayOf(instant, timeZone),
  time: timeOf(instant, timeZone),
});

/** By the clock on the wall, also when clocks change. */
export function isQuiet({ day, time }: LocalMoment, { from, to, weekends }: QuietHours): boolean {
  if (weekends && isWeekend(day)) return true;
  if (from === to) return false;
  return from < to ? from <= time && time < to : from <= time || time < to;
}
