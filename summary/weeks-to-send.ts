import { addDays, addWeeks, dayOf, hourOf, mondayOf, type Week, weekOf } from '../concerns/terms/calendar.ts';
import { weeksUpTo } from './week-blocks.ts';

/** The days of the week, as a setting names them. */
export const weekDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** When a week that is over is told of: from an hour of a day of the week after it. */
export interface SendingTime {
  readonly day: (typeof weekDays)[number];
  /** From 1 to 23: a week can be counted an hour after it is over. */
  readonly hour: number;
}

/** So many missed weeks are caught up, and no more. */
const mostMissed = 13;

/**
 * The weeks that are due to be told of, the oldest first: the last 13, whether they were told of or not. The hour is that
 * of a clock on the wall, so that it stays the same when clocks change.
 */
export function weeksToSend(now: Date, timeZone: string, { day, hour }: SendingTime): readonly Week[] {
  const today = dayOf(now, timeZone);
  const week = weekOf(today);
  const sendingDay = addDays(mondayOf(week), weekDays.indexOf(day));
  const isDue = today > sendingDay || (today === sendingDay && hourOf(now, timeZone) >= hour);
  return weeksUpTo(addWeeks(week, isDue ? -1 : -2), mostMissed);
}
