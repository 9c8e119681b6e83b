import { type DailyTaskStore, isPausedByRestore } from '../../core/ports/store.ts';
import type { MonotonicClock } from '../../core/model/calendar.ts';
import { type EventLog, errorCode } from './event-log.ts';

/** The last runs with metrics only. */
export const jobNames = [
  'alerts',
  'onCall',
  'regularPosts',
  'drafts',
  'doubts',
  'setAside',
  'waitingLines',
  'dayKeys',
  'sweepReach',
  'owedWelcomes',
  'erasedFiles',
  'sweepFiles',
  'guidance',
  'pulse',
  'campaigns',
  'campaignSending',
  'tidyRuns',
  'paces',
  'workCounts',
  'certificate',
  'clock',
  'unseenCases',
  'selfCheck',
] as const;
export type JobName = (typeof jobNames)[number];

export interface Job {
  readonly name: string;
  readonly intervalMs: number;
  readonly run: () => Promise<unknown>;
  /** Called when all work has ended, before the store closes. */
  readonly onStop?: () => Promise<unknown>;
}

/** A task never runs twice at the same time. */
export interface Scheduler {
  add(tasks: readonly Job[]): void;
  start(): void;
  /** Soon, and again if it is running. */
  runNow(name: string): void;
  /** After the current run; settles with the new one. */
  readonly run: (name: string) => Promise<void>;
  stop(): Promise<void>;
}

export function createScheduler(log: EventLog): Scheduler {
  const jobs: Job[] = [];
  const timers: NodeJS.Timeout[] = [];
  const running = new Map<string, Promise<void>>();
  const pendingReruns = new Set<string>();
  let stopped = false;

  async function attempt(task: Job): Promise<void> {
    try {
      await task.run();
    } catch (error) {
      log({ event: 'scheduleFailed', task: task.name, code: errorCode(error) });
    }
  }

  function run(task: Job): void {
    if (stopped) return;
    if (running.has(task.name)) {
      pendingReruns.add(task.name);
      return;
    }
    const work = attempt(task).finally(() => {
      running.delete(task.name);
      if (pendingReruns.delete(task.name)) run(task);
    });
    running.set(task.name, work);
  }

  return {
    add(more) {
      jobs.push(...more);
    },
    start() {
      for (const task of jobs) {
        run(task);
        timers.push(setInterval(() => run(task), task.intervalMs));
      }
    },
    runNow(name) {
      const task = jobs.find((one) => one.name === name);
      if (task) run(task);
    },
    async run(name) {
      const task = jobs.find((one) => one.name === name);
      await running.get(name);
      if (task) run(task);
      await running.get(name);
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
      for (const { name, intervalMs, onStop: atEnd } of jobs)
        if (atEnd) await attempt({ name, intervalMs, run: atEnd });
    },
  };
}

const cacheMs = 10_000;

/** Automatic sending pauses after a restore until someone resumes it. */
export function createRestorePause(deps: {
  readonly dailyMarks: Pick<DailyTaskStore, 'read'>;
  readonly monotonic: MonotonicClock;
}) {
  let cached: { readonly at: number; readonly paused: boolean } | undefined;
  async function isPaused(): Promise<boolean> {
    if (cached !== undefined && deps.monotonic() - cached.at < cacheMs) return cached.paused;
    const paused = isPausedByRestore((await deps.dailyMarks.read('restored'))?.value);
    cached = { at: deps.monotonic(), paused };
    return paused;
  }
  return {
    wasPaused: () => cached?.paused ?? false,
    /** Asks the store every ten seconds at most. Throws StoreError, and anything that the work throws. */
    unlessPaused:
      <Given extends readonly unknown[]>(work: (...given: Given) => Promise<void>) =>
      async (...given: Given): Promise<void> => {
        if (!(await isPaused())) await work(...given);
      },
  };
}
