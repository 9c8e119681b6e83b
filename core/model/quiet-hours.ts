import { z } from 'zod';
import { type Day, toDay, isWeekend, toTimeOfDay } from './calendar.ts';

/** As `08:05`. Times sort as text. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/** By local time; none if both ends are equal. */
export const quietHoursSchema = z.object({ from: timeOfDaySchema, to: timeOfDaySchema, weekends: z.boolean() });
export type QuietHours = z.infer<typeof quietHoursSchema>;

export const defaultQuietHours: QuietHours = { from: '19:00', to: '08:00', weekends: true };

export interface LocalDateTime {
  readonly day: Day;
  readonly time: string;
}

export const toLocalDateTime = (instant: Date, timeZone: string): LocalDateTime => ({
  day: toDay(instant, timeZone),
  time: toTimeOfDay(instant, timeZone),
});

/** By local time, also when clocks change. */
export function isInQuietHours({ day, time }: LocalDateTime, { from, to, weekends }: QuietHours): boolean {
  if (weekends && isWeekend(day)) return true;
  if (from === to) return false;
  return from < to ? from <= time && time < to : from <= time || time < to;
}
