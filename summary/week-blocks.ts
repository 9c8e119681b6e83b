import { addWeeks, type Week } from '../concerns/terms/calendar.ts';

/** The weeks up to a week and with it, the oldest first. */
export const weeksUpTo = (week: Week, weeks: number): readonly Week[] =>
  Array.from({ length: weeks }, (_, place) => addWeeks(week, place - weeks + 1));
