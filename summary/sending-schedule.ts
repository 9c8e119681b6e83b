import { addDays, addWeeks, toDay, toHour, firstDayOfWeek, type Week, toWeek } from '../core/model/calendar.ts';
import { getTrailingWeeks } from './figures/periods.ts';

export const weekDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** From an hour (1 to 23: a week can be counted an hour after it is over) of a day of the next week. */
export interface SendingTime {
  readonly day: (typeof weekDays)[number];
  readonly hour: number;
}

const maxMissedWeeks = 13;

/**
 * The weeks due, the oldest first: the last 13, sent already or not. The hour is a wall clock's: it stays when clocks
 * change.
 */
export function getDueWeeks(now: Date, timeZone: string, { day, hour }: SendingTime): readonly Week[] {
  const today = toDay(now, timeZone);
  const week = toWeek(today);
  const sendingDay = addDays(firstDayOfWeek(week), weekDays.indexOf(day));
  const isDue = today > sendingDay || (today === sendingDay && toHour(now, timeZone) >= hour);
  return getTrailingWeeks(addWeeks(week, isDue ? -1 : -2), maxMissedWeeks);
}
