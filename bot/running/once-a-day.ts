import { addDays, type Clock, type Day, dayOf, type Monotonic } from '../../concerns/terms/calendar.ts';
import type { DailyMark, DailyMarks, DailyTask } from '../../concerns/ports/store.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { createObserver } from './observer.ts';

export interface DayDependencies {
  readonly dailyMarks: DailyMarks;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly timeZone: string;
}

/** One server's hold on the task, and the wait after a failure. */
const leaseMs = 5 * 60_000;

/**
 * Does a task unless it was done today, by this server or another. If `work` says that it is not done, it is tried
 * again some minutes later. Throws StoreError, and what `work` throws.
 */
export type DoOnceADay = (task: DailyTask, work: () => Promise<boolean>) => Promise<void>;

export function createOnceADay(deps: DayDependencies): DoOnceADay {
  const { dailyMarks } = deps;
  const leases = createObserver(deps.monotonic);

  function keepsFrom({ value, version }: Versioned<DailyMark>, today: Day): boolean {
    if (value.state === 'taken') return !leases.hasStood(value.task, version, leaseMs);
    // Tomorrow's mark is from a server whose clock is a little ahead; a later one is from a clock that was wrong.
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
