import { addDays, type Day, dayOf } from '../../concerns/terms/calendar.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { DailyMark, DailyMarks, DailyTask } from '../../concerns/ports/daily-marks.ts';

export interface DayDependencies {
  readonly dailyMarks: DailyMarks;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** How long a server has the task to itself, and how soon it is tried again where it failed, in milliseconds. */
const leaseMs = 5 * 60_000;
/** How far the clocks of two servers may be apart, in milliseconds. */
const apartMs = 5 * 60_000;

function isHeld({ state, until }: DailyMark, now: Date): boolean {
  const left = Date.parse(until) - now.getTime();
  // Nobody takes a task for longer: a clock was ahead when this was written.
  return state === 'done' || (left > 0 && left <= leaseMs + apartMs);
}

/** Whether a mark says that a day's task is done, or that another server is at it. */
function keepsFrom(mark: DailyMark, now: Date, today: Day): boolean {
  // Tomorrow's mark is that of a server whose clock is a little ahead. A later one was written by a clock that was wrong.
  return mark.day === addDays(today, 1) || (mark.day === today && isHeld(mark, now));
}

/**
 * Does a task unless it was done today, by this server or another. `work` says whether it is done; where it is not, it is
 * tried again some minutes later. Throws StoreError, and what `work` throws.
 */
export async function onceADay(deps: DayDependencies, task: DailyTask, work: () => Promise<boolean>): Promise<void> {
  const now = deps.clock();
  const today = dayOf(now, deps.timeZone);
  const standing = await deps.dailyMarks.read(task);
  if (standing && keepsFrom(standing.value, now, today)) return;
  const until = new Date(now.getTime() + leaseMs).toISOString();
  if (
    !(await deps.dailyMarks.write({ ...standing?.value, task, day: today, state: 'taken', until }, standing?.version))
  )
    return;
  const taken = await deps.dailyMarks.read(task);
  if (!(await work())) return;
  await deps.dailyMarks.write({ ...taken?.value, task, day: today, state: 'done', until }, taken?.version);
}
