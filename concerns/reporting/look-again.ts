import { addDays, type Day, isWeekend } from '../terms/calendar.ts';
import type { TimeLimits } from '../records/deadlines.ts';

const usualDays = 7;

/**
 * The day on which a reporter on `from` is told to look again: after the report should have been confirmed, or a week
 * later, and never at a weekend. It is advice, since no one reminds them.
 */
export function lookAgainOn(from: Day, timeLimits: TimeLimits): Day {
  const day = addDays(from, timeLimits.acknowledge === undefined ? usualDays : timeLimits.acknowledge + 1);
  if (!isWeekend(day)) return day;
  const next = addDays(day, 1);
  return isWeekend(next) ? addDays(next, 1) : next;
}
