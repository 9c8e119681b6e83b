import type { DailyTaskState, DailyTaskStore, DailyTask } from '../../core/ports/store.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import { addDays, type Clock, type Day, toDay, type MonotonicClock } from '../../core/model/calendar.ts';
import { createLeaseObserver } from './lease-observer.ts';

export interface DailyTaskDependencies {
  readonly dailyTaskStates: DailyTaskStore;
  readonly clock: Clock;
  readonly monotonic: MonotonicClock;
  readonly timeZone: string;
}

/** Another server's clock may be a little ahead; a later mark is from a wrong clock. */
const isSameOrNextDay = (day: string, today: Day): boolean => day === today || day === addDays(today, 1);

/**
 * Does a task unless a server did it today. If `work` returns false, tries again some minutes later. Throws StoreError,
 * and anything that `work` throws.
 */
type RunDailyTask = (task: DailyTask, work: (today: Day) => Promise<boolean>) => Promise<void>;

/** `leaseMs` is also the wait after a failure. `isDone` may set a longer period than a day. */
export function createDailyTaskRunner(
  deps: DailyTaskDependencies,
  { leaseMs = 5 * 60_000, isDone = isSameOrNextDay } = {},
): RunDailyTask {
  const { dailyTaskStates } = deps;
  const leases = createLeaseObserver(deps.monotonic);

  const isTakenOrDone = ({ value, version }: Versioned<DailyTaskState>, today: Day): boolean =>
    value.state === 'taken' ? !leases.isStale(value.task, version, leaseMs) : isDone(value.day, today);

  return async (task, work) => {
    const now = deps.clock();
    const today = toDay(now, deps.timeZone);
    const current = await dailyTaskStates.read(task);
    if (current && isTakenOrDone(current, today)) return;
    const until = new Date(now.getTime() + leaseMs).toISOString();
    const mark = { ...current?.value, task, day: today, until } as const;
    if (!(await dailyTaskStates.write({ ...mark, state: 'taken' }, current?.version))) return;
    const taken = await dailyTaskStates.read(task);
    leases.watch(task, taken?.version ?? '');
    if (!(await work(today))) return;
    await dailyTaskStates.write({ ...taken?.value, ...mark, state: 'done' }, taken?.version);
  };
}
