import { addDays, type Day, isWeekend } from '../terms/calendar.ts';
import type { TimeLimits } from '../records/deadlines.ts';

/** After how many days there may be something to see where the force has set itself no limit. */
const usualDays = 7;

/**
 * The day on which somebody who reports on `from` is told to look again: the first after the one by which their report
 * should have been confirmed, or a week later where nothing says so. Never a Saturday or a Sunday, on which units are
 * rarely at work. It is advice, since nobody nudges them, and promises nothing.
 */
export function lookAgainOn(from: Day, timeLimits: TimeLimits): Day {
  const day = addDays(from, timeLimits.acknowledge === undefined ? usualDays : timeLimits.acknowledge + 1);
  if (!isWeekend(day)) return day;
  const next = addDays(day, 1);
  return isWeekend(next) ? addDays(next, 1) : next;
}
