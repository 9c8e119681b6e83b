import { addDays, type Day, dayOf } from '../../concerns/terms/calendar.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import type { DailyMark, DailyMarks, DailyTask } from '../../concerns/ports/daily-marks.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { createObserver } from './observer.ts';

export interface DayDependencies {
  readonly dailyMarks: DailyMarks;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly timeZone: string;
}

/** How long a server has the task to itself, and how soon it is tried again where it failed, in milliseconds. */
const leaseMs = 5 * 60_000;

/**
 * Does a task unless it was done today, by this server or another. `work` says whether it is done; if it is not, it is
 * tried again some minutes later. Throws StoreError, and what `work` throws.
 */
export type DoOnceADay = (task: DailyTask, work: () => Promise<boolean>) => Promise<void>;

/** Makes it for one server, which watches how long others are at a task: no two clocks are compared. */
export function createOnceADay(deps: DayDependencies): DoOnceADay {
  const { dailyMarks } = deps;
  const leases = createObserver(deps.monotonic);

  /** Whether a mark says that a day's task is done, or that a server is at it. */
  function keepsFrom({ value, version }: Versioned<DailyMark>, today: Day): boolean {
    if (value.state === 'taken') return !leases.hasStood(value.task, version, leaseMs);
    // Tomorrow's mark is that of a server whose clock is a little ahead. A later one was written by a clock that was wrong.
    return value.day === today || value.day === addDays(today, 1);
  }

  return async (task, work) => {
    const now = deps.clock();
    const today = dayOf(now, deps.timeZone);
    const standing = await dailyMarks.read(task);
    if (standing && keepsFrom(standing, today)) return;
    const until = new Date(now.getTime() + leaseMs).toISOString();
    const mark = { ...standing?.value, task, day: today, until } as const;
    if (!(await dailyMarks.write({ ...mark, state: 'taken' }, standing?.version))) return;
    const taken = await dailyMarks.read(task);
    leases.watch(task, taken?.version ?? '');
    if (!(await work())) return;
    await dailyMarks.write({ ...taken?.value, ...mark, state: 'done' }, taken?.version);
  };
}
