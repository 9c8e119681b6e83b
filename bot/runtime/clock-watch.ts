import { type Clock, toDay, type MonotonicClock } from '../../core/model/calendar.ts';
import type { DailyTaskStore } from '../../core/ports/store.ts';
import type { EventLog } from './event-log.ts';

/**
 * Whether to believe this server's clock for acts that cannot be undone: freezing a week, drawing a dip sample, removing
 * drafts and day keys. Reports, answers and alerts never wait for it.
 */
export interface ClockWatch {
  readonly isTrusted: () => boolean;
  /** Compares with the last mark, of any server, and writes a new one. Throws StoreError. */
  readonly check: () => Promise<void>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Against the monotonic clock, between two looks. */
const maxJumpMs = 2 * minuteMs;
/** From the store's clock. */
const maxSkewMs = 5 * minuteMs;
const settleMs = 10 * minuteMs;
/** Time for another server to object to a mark. */
const objectionMs = 15 * minuteMs;
const maxDoublings = 6;
/** An older mark is from before a stop, or from a clock that is behind. */
const maxMarkAgeMs = 3 * hourMs;

const clockSkew = (storeTime: Date | undefined, wall: number): number | undefined =>
  storeTime && Math.abs(storeTime.getTime() - wall);

/** For a command, which sees no clock move. True if the store has no clock. */
export const isInSyncWithStore = (store: { readonly time: () => Date | undefined }, clock: Clock): boolean =>
  (clockSkew(store.time(), clock().getTime()) ?? 0) <= maxSkewMs;

export function createClockWatch(deps: {
  readonly clock: Clock;
  readonly monotonic: MonotonicClock;
  readonly storeTime: () => Date | undefined;
  readonly dailyMarks: DailyTaskStore;
  readonly log: EventLog;
}): ClockWatch {
  const readClocks = () => ({ wall: deps.clock().getTime(), monotonic: deps.monotonic() });
  let before = readClocks();
  let doubtedUntil = Number.NEGATIVE_INFINITY;
  let hasChecked = false;
  let mismatchedVersion: string | undefined;
  let mismatches = 0;
  let loggedTrusted: boolean | undefined;

  const storeSkew = (wall: number): number | undefined => clockSkew(deps.storeTime(), wall);

  function distrust(ms: number): void {
    doubtedUntil = Math.max(doubtedUntil, deps.monotonic() + ms);
  }

  function detectJump(): void {
    const now = readClocks();
    const moved = now.wall - before.wall - (now.monotonic - before.monotonic);
    before = now;
    if (Math.abs(moved) > maxJumpMs) distrust(settleMs);
  }

  function isTrusted(): boolean {
    detectJump();
    const skew = storeSkew(before.wall);
    const trusted = hasChecked && before.monotonic >= doubtedUntil && (skew === undefined || skew <= maxSkewMs);
    if (trusted !== loggedTrusted && (loggedTrusted !== undefined || !trusted) && hasChecked) {
      deps.log({ event: trusted ? 'clockTrusted' : 'clockDoubted' });
      loggedTrusted = trusted;
    }
    return trusted;
  }

  return {
    isTrusted,

    async check() {
      detectJump();
      const current = await deps.dailyMarks.read('clockSeen');
      hasChecked = true;
      const { wall, monotonic } = readClocks();
      const skew = storeSkew(wall);
      const seen = current && Date.parse(current.value.until);
      const fits =
        seen === undefined || skew !== undefined || (seen <= wall + maxSkewMs && wall - seen <= maxMarkAgeMs);
      if (!fits && current && current.version !== mismatchedVersion) {
        mismatchedVersion = current.version;
        distrust(settleMs * 2 ** Math.min(mismatches, maxDoublings));
        mismatches += 1;
      }
      const isSettled = monotonic >= doubtedUntil && (skew === undefined || skew <= maxSkewMs);
      const hour = new Date(Math.floor(wall / hourMs) * hourMs);
      // To the hour, to say no more of when a server runs than its alerts do.
      if (isSettled && seen !== hour.getTime()) {
        // A mark that does not fit may be a wrong clock's. If it is another server's, that server notices and doubts
        // too.
        const seenNow = { day: toDay(hour, 'UTC'), state: 'taken', until: hour.toISOString() } as const;
        const mark = { ...current?.value, task: 'clockSeen', ...seenNow } as const;
        if ((await deps.dailyMarks.write(mark, current?.version)) && !fits) distrust(objectionMs);
      }
      isTrusted();
    },
  };
}
