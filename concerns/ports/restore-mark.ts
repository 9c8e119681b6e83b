import type { DailyMark } from './daily-marks.ts';
import { parseDay } from '../terms/calendar.ts';

/**
 * The restored store does not know what was sent since the copy: messages and regular posts are paused until someone
 * lets them go on. Throws RangeError for an invalid instant.
 */
export function restoredMark(at: Date): DailyMark {
  const until = at.toISOString();
  const day = parseDay(until.slice(0, 10));
  if (day === undefined) throw new RangeError('no day');
  return { task: 'restored', day, state: 'taken', until };
}

export const isPausedBy = (mark: DailyMark | undefined): boolean => mark?.state === 'taken';
