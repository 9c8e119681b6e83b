import { type AlertTiming, firstDue } from '../../core/model/alert-record.ts';
import type { DailyMark, DailyMarks } from '../../core/ports/store.ts';
import type { Versioned } from '../../core/model/case-record.ts';
import { type Clock, dayOf, type Monotonic } from '../../core/model/calendar.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { createObserver } from '../runtime/observer.ts';

const hourMs = 60 * 60_000;
/** One server's hold on the telling, in milliseconds: another goes on if it is killed. */
const leaseMs = 5 * 60_000;

/**
 * Tells the admins that a message to a reporter was not genuine: someone may have written to the database. It waits in
 * the store for the next full hour, since it would otherwise say when a reporter looked; any server tells it, once.
 */
export function createTamperNotice(deps: {
  readonly dailyMarks: DailyMarks;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly timing: AlertTiming;
  readonly tellAdmins: () => Promise<void>;
  readonly log: EventLog;
}) {
  const { dailyMarks, clock, timing } = deps;
  const leases = createObserver(deps.monotonic);
  let unkept: Date | undefined;
  /** One after the other, so that a server does not lose to itself. */
  let keeping: Promise<void> = Promise.resolve();

  const markAt = (state: DailyMark['state'], until: Date): DailyMark => ({
    task: 'tellDoubt',
    day: dayOf(clock(), 'UTC'),
    state,
    until: until.toISOString(),
  });
  const isWaiting = (standing: Versioned<DailyMark> | undefined): boolean => standing?.value.state === 'taken';
  function isDue({ value, version }: Versioned<DailyMark>): boolean {
    if (value.held) return leases.hasStood(value.task, version, leaseMs);
    const left = Date.parse(value.until) - clock().getTime();
    // A time further ahead than any hour was written by a clock that was wrong.
    return left <= 0 || left > hourMs + leaseMs;
  }

  async function keepNow(): Promise<void> {
    const due = unkept;
    if (due === undefined) return;
    const standing = await dailyMarks.read('tellDoubt');
    // One that waits already covers this one as well.
    const stands = isWaiting(standing) || (await dailyMarks.write(markAt('taken', due), standing?.version));
    if (stands && unkept === due) unkept = undefined;
  }
  const keep = (): Promise<void> => {
    keeping = keeping.catch(() => undefined).then(keepNow);
    return keeping;
  };

  return {
    /** Waits for nothing: the reporter is answered meanwhile. */
    noticed: (): void => {
      unkept ??= firstDue('standard', clock(), timing);
      keep().catch(() => undefined);
    },
    /** Throws StoreError; then it is tried again. */
    keep,
    /** Throws StoreError; then it is told the next time. */
    tellDue: async (): Promise<void> => {
      await keep();
      const standing = await dailyMarks.read('tellDoubt');
      if (standing === undefined || !isWaiting(standing) || !isDue(standing)) return;
      const lease = { ...markAt('taken', new Date(clock().getTime() + leaseMs)), held: true } as const;
      if (!(await dailyMarks.write(lease, standing.version))) return;
      const taken = await dailyMarks.read('tellDoubt');
      leases.watch('tellDoubt', taken?.version ?? '');
      await deps.tellAdmins();
      deps.log({ event: 'messageNotGenuine' });
      await dailyMarks.write(markAt('done', clock()), taken?.version);
    },
  };
}
