import type { Monotonic } from '../../concerns/terms/calendar.ts';
import type { Task } from '../running/schedule.ts';
import { bandOf, waitBands } from './bands.ts';

export interface WatchedTasks {
  readonly tasks: readonly Task[];
  /** In bands; 0 if it comes as often as it should. */
  readonly lateness: () => readonly { readonly task: string; readonly seconds: number }[];
}

/** A task that ran sooner than it had to is not shown: a new report hurries some of them. */
export function watchTasks(tasks: readonly Task[], monotonic: Monotonic): WatchedTasks {
  const begun = monotonic();
  const doneAt = new Map<string, number>();
  return {
    tasks: tasks.map((task) => ({
      ...task,
      async run() {
        await task.run();
        doneAt.set(task.name, monotonic());
      },
    })),
    lateness: () =>
      tasks.map(({ name, everyMs }) => {
        const lateMs = monotonic() - (doneAt.get(name) ?? begun) - everyMs;
        return { task: name, seconds: bandOf(waitBands, lateMs / 1_000) };
      }),
  };
}
