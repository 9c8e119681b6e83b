import type { DailyMarks } from '../../concerns/ports/store.ts';
import type { ReachStore } from '../../concerns/ports/campaign-store.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { Versioned } from '../../concerns/records/case-record.ts';
import { choiceOn, type ReachRow, withChoice } from '../../concerns/records/reach-row.ts';
import { type Clock, type Day, dayOf, type Monotonic } from '../../concerns/terms/calendar.ts';
import type { EventLog } from '../running/event-log.ts';
import { createObserver } from '../running/observer.ts';

const pageSize = 200;
/** For a hundred thousand rows, one after the other. */
const leaseMs = 60 * 60_000;
/** A row that is written meanwhile is read again: its person chose something just now. */
const tries = 5;

export interface SweepDependencies {
  readonly reach: ReachStore;
  readonly dailyMarks: DailyMarks;
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly timeZone: string;
  readonly isServiceAddress: (address: string) => boolean;
  readonly serviceUrl: string;
  readonly log: EventLog;
}

/**
 * Writes everyone's row again once a month, whether it changed or not: a database notes when a row was last written,
 * and afterwards that is the same for all. An address that is not Teams' any more becomes the general one.
 */
export function createReachSweep(deps: SweepDependencies): { readonly sweepDue: () => Promise<void> } {
  const { reach, dailyMarks } = deps;
  const leases = createObserver(deps.monotonic);

  function swept(row: ReachRow, today: Day): ReachRow {
    const addressed = deps.isServiceAddress(row.serviceUrl) ? row : { ...row, serviceUrl: deps.serviceUrl };
    return choiceOn(addressed, today) === 'receive' ? withChoice(addressed, 'receive', today) : addressed;
  }

  /** One row that only a newer version may change keeps no other from being written. */
  const written = (row: ReachRow, over: string): Promise<boolean> =>
    reach.write(row, over).catch((error: unknown) => {
      if (error instanceof StoreError && error.code === 'newer') return false;
      throw error;
    });

  async function touch(row: Versioned<ReachRow>, today: Day): Promise<boolean> {
    let standing: Versioned<ReachRow> | undefined = row;
    for (let count = 0; standing && count < tries; count += 1) {
      if (await written(swept(standing.value, today), standing.version)) return true;
      const again = await reach.read(row.value.id);
      standing = again?.value && { value: again.value, version: again.version };
    }
    return false;
  }

  async function sweep(today: Day): Promise<number> {
    let rows = 0;
    let after: string | undefined;
    for (;;) {
      const page = await reach.page(after, pageSize);
      for (const row of page) rows += (await touch(row, today)) ? 1 : 0;
      after = page.at(-1)?.value.id;
      if (page.length < pageSize) return rows;
    }
  }

  return {
    async sweepDue() {
      const now = deps.clock();
      const today = dayOf(now, deps.timeZone);
      const standing = await dailyMarks.read('sweepReach');
      const last = standing?.value;
      const isHeld = last?.state === 'taken' && !leases.hasStood('sweepReach', standing?.version ?? '', leaseMs);
      // A mark of a later month was written by a clock that was wrong.
      const isDone = last?.state === 'done' && last.day.slice(0, 7) === today.slice(0, 7);
      if (isHeld || isDone) return;
      const until = new Date(now.getTime() + leaseMs).toISOString();
      const mark = { ...last, task: 'sweepReach', day: today, until } as const;
      if (!(await dailyMarks.write({ ...mark, state: 'taken' }, standing?.version))) return;
      const taken = await dailyMarks.read('sweepReach');
      leases.watch('sweepReach', taken?.version ?? '');
      const rows = await sweep(today);
      await dailyMarks.write({ ...mark, state: 'done' }, taken?.version);
      if (rows > 0) deps.log({ event: 'reachSwept', rows });
    },
  };
}
