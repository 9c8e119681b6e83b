import type { Monotonic } from '../../concerns/terms/clock.ts';
import type { Task } from '../running/schedule.ts';
import { bandOf, waitBands } from './bands.ts';

/** Tasks that say when they were last done. */
export interface WatchedTasks {
  readonly tasks: readonly Task[];
  /** How late each task is, in seconds and in bands; 0 where it comes as often as it should. */
  readonly lateness: () => readonly { readonly task: string; readonly seconds: number }[];
}

/**
 * Watches tasks be done. That one was done sooner than it had to be is not told: a new report hurries some of them. One
 * that throws was not done.
 */
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
