import type { DailyMark } from './daily-marks.ts';
import { parseDay } from '../terms/calendar.ts';

/**
 * The mark of a store that was put back from a copy at an instant. What was sent since the copy was made stands nowhere in
 * it: messages to many and regular posts are paused until someone lets them go on. Throws RangeError for no valid instant.
 */
export function restoredMark(at: Date): DailyMark {
  const until = at.toISOString();
  const day = parseDay(until.slice(0, 10));
  if (day === undefined) throw new RangeError('no day');
  return { task: 'restored', day, state: 'taken', until };
}

/** Whether messages and regular posts are paused, by the mark that stands. */
export const isPausedBy = (mark: DailyMark | undefined): boolean => mark?.state === 'taken';
