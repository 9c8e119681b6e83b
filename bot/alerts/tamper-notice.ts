import { type AlertTiming, firstDue } from '../../concerns/records/alert-schedule.ts';
import type { DailyMark, DailyMarks } from '../../concerns/ports/daily-marks.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { dayOf } from '../../concerns/terms/calendar.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import type { EventLog } from '../running/event-log.ts';
import { createObserver } from '../running/observer.ts';

/**
 * Passes on that a message to a reporter was not genuine: somebody may have written to the database. Like an alert it
 * waits for the next full hour, since it would otherwise say when a reporter looked; then it is said once. It waits in
 * the store, for whichever server is there when its hour comes.
 */
export interface TamperNotice {
  /** Notes it, and waits for nothing: who looked is answered meanwhile. */
  readonly noticed: () => void;
  /** Writes down what was noticed and does not stand in the store yet. Throws StoreError; then it is tried again. */
  readonly keep: () => Promise<void>;
  /** Says it where its hour has come. Throws StoreError; then it is said the next time. */
  readonly tellDue: () => Promise<void>;
}

const hourMs = 60 * 60_000;
/** How long a server has the telling to itself, in milliseconds: one that is killed meanwhile leaves it to another. */
const leaseMs = 5 * 60_000;

export function createTamperNotice(deps: {
  readonly dailyMarks: DailyMarks;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly timing: AlertTiming;
  readonly tellAdmins: () => Promise<void>;
  readonly log: EventLog;
}): TamperNotice {
  const { dailyMarks, clock, timing } = deps;
  const leases = createObserver(deps.monotonic);
  /** When what is not in the store yet is to be told. */
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
    // A time that lies further ahead than any hour was written by a clock that was wrong.
    return left <= 0 || left > hourMs + leaseMs;
  }

  async function keepNow(): Promise<void> {
    const due = unkept;
    if (due === undefined) return;
    const standing = await dailyMarks.read('tellDoubt');
    // What waits already is told for this one as well. Where another server wrote meanwhile, it is looked at again.
    const stands = isWaiting(standing) || (await dailyMarks.write(markAt('taken', due), standing?.version));
    if (stands && unkept === due) unkept = undefined;
  }
  const keep = (): Promise<void> => {
    keeping = keeping.catch(() => undefined).then(keepNow);
    return keeping;
  };

  return {
    noticed() {
      unkept ??= firstDue('standard', clock(), timing);
      // What fails is tried again each minute, and when the server ends.
      keep().catch(() => undefined);
    },
    keep,
    async tellDue() {
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
