import { type AlertTiming, firstDueAt } from '../../core/model/alert-record.ts';
import type { DailyTaskState, DailyTaskStore } from '../../core/ports/store.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import { type Clock, toDay, type MonotonicClock } from '../../core/model/calendar.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { createLeaseObserver } from '../runtime/lease-observer.ts';

const hourMs = 60 * 60_000;
const leaseMs = 5 * 60_000;

/**
 * Notifies the admins that a message to a reporter was not genuine: someone may have written to the database. It waits
 * in the store for the next full hour, since it would otherwise say when a reporter looked; any server posts it, once.
 */
export function createForgeryNotice(deps: {
  readonly dailyMarks: DailyTaskStore;
  readonly clock: Clock;
  readonly monotonic: MonotonicClock;
  readonly timing: AlertTiming;
  readonly notifyAdmins: () => Promise<void>;
  readonly log: EventLog;
}) {
  const { dailyMarks, clock, timing } = deps;
  const leases = createLeaseObserver(deps.monotonic);
  let unsavedDue: Date | undefined;
  /** In turn, so that a server does not lose to itself. */
  let pendingSave: Promise<void> = Promise.resolve();

  const createMark = (state: DailyTaskState['state'], until: Date): DailyTaskState => ({
    task: 'tellDoubt',
    day: toDay(clock(), 'UTC'),
    state,
    until: until.toISOString(),
  });
  const isWaiting = (current: Versioned<DailyTaskState> | undefined): boolean => current?.value.state === 'taken';
  function isDue({ value, version }: Versioned<DailyTaskState>): boolean {
    if (value.held) return leases.isStale(value.task, version, leaseMs);
    const left = Date.parse(value.until) - clock().getTime();
    // A wrong clock wrote a time further ahead than an hour.
    return left <= 0 || left > hourMs + leaseMs;
  }

  async function saveNow(): Promise<void> {
    const due = unsavedDue;
    if (due === undefined) return;
    const current = await dailyMarks.read('tellDoubt');
    const isSaved = isWaiting(current) || (await dailyMarks.write(createMark('taken', due), current?.version));
    if (isSaved && unsavedDue === due) unsavedDue = undefined;
  }
  const save = (): Promise<void> => {
    pendingSave = pendingSave.catch(() => undefined).then(saveNow);
    return pendingSave;
  };

  return {
    /** The reporter must not wait. */
    noticed: (): void => {
      unsavedDue ??= firstDueAt('standard', clock(), timing);
      save().catch(() => undefined);
    },
    keep: save,
    notifyDue: async (): Promise<void> => {
      await save();
      const current = await dailyMarks.read('tellDoubt');
      if (current === undefined || !isWaiting(current) || !isDue(current)) return;
      const lease = { ...createMark('taken', new Date(clock().getTime() + leaseMs)), held: true } as const;
      if (!(await dailyMarks.write(lease, current.version))) return;
      const taken = await dailyMarks.read('tellDoubt');
      leases.watch('tellDoubt', taken?.version ?? '');
      await deps.notifyAdmins();
      deps.log({ event: 'messageNotGenuine' });
      await dailyMarks.write(createMark('done', clock()), taken?.version);
    },
  };
}
