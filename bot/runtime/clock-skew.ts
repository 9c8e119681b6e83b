import { type Clock, dayOf, type Monotonic } from '../../core/model/calendar.ts';
import type { DailyMarks } from '../../core/ports/store.ts';
import type { EventLog } from './event-log.ts';

/**
 * Whether this server's clock may be believed for acts that cannot be undone: freezing a week, removing drafts and day
 * keys. Reports, answers and alerts never wait for it.
 */
export interface ClockWatch {
  readonly isTrusted: () => boolean;
  /** Compares with the mark of this server or another, and keeps a new one. Throws StoreError. */
  readonly look: () => Promise<void>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Against the monotonic clock, between two looks. */
const jumpMs = 2 * minuteMs;
/** From the store's clock. */
const apartMs = 5 * minuteMs;
const settleMs = 10 * minuteMs;
/** For another server to object to a mark that replaced one that does not fit. */
const objectionMs = 15 * minuteMs;
/** Doubled with each mark that does not fit, up to more than ten hours. */
const mostDoublings = 6;
/** An older mark was left before a stop, or by a clock that is behind. */
const oldMarkMs = 3 * hourMs;

const apartFrom = (storeTime: Date | undefined, wall: number): number | undefined =>
  storeTime && Math.abs(storeTime.getTime() - wall);

/** For a command, which sees no clock move. True if the store tells no time. */
export const agreesWithStore = (store: { readonly time: () => Date | undefined }, clock: Clock): boolean =>
  (apartFrom(store.time(), clock().getTime()) ?? 0) <= apartMs;

export function createClockWatch(deps: {
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly storeTime: () => Date | undefined;
  readonly dailyMarks: DailyMarks;
  readonly log: EventLog;
}): ClockWatch {
  const here = () => ({ wall: deps.clock().getTime(), monotonic: deps.monotonic() });
  let before = here();
  let doubtedUntil = Number.NEGATIVE_INFINITY;
  let hasLooked = false;
  let oddMark: string | undefined;
  let oddMarks = 0;
  let saidTrusted: boolean | undefined;

  const apartFromStore = (wall: number): number | undefined => apartFrom(deps.storeTime(), wall);

  function doubt(ms: number): void {
    doubtedUntil = Math.max(doubtedUntil, deps.monotonic() + ms);
  }

  function noticeJump(): void {
    const now = here();
    const moved = now.wall - before.wall - (now.monotonic - before.monotonic);
    before = now;
    if (Math.abs(moved) > jumpMs) doubt(settleMs);
  }

  function isTrusted(): boolean {
    noticeJump();
    const apart = apartFromStore(before.wall);
    const trusted = hasLooked && before.monotonic >= doubtedUntil && (apart === undefined || apart <= apartMs);
    if (trusted !== saidTrusted && (saidTrusted !== undefined || !trusted) && hasLooked) {
      deps.log({ event: trusted ? 'clockTrusted' : 'clockDoubted' });
      saidTrusted = trusted;
    }
    return trusted;
  }

  return {
    isTrusted,

    async look() {
      noticeJump();
      const standing = await deps.dailyMarks.read('clockSeen');
      hasLooked = true;
      const { wall, monotonic } = here();
      const apart = apartFromStore(wall);
      const seen = standing && Date.parse(standing.value.until);
      const fits = seen === undefined || apart !== undefined || (seen <= wall + apartMs && wall - seen <= oldMarkMs);
      if (!fits && standing && standing.version !== oddMark) {
        oddMark = standing.version;
        doubt(settleMs * 2 ** Math.min(oddMarks, mostDoublings));
        oddMarks += 1;
      }
      const isSettled = monotonic >= doubtedUntil && (apart === undefined || apart <= apartMs);
      const hour = new Date(Math.floor(wall / hourMs) * hourMs);
      // By the hour, so that a mark says no more of when a server runs than its alerts do.
      if (isSettled && seen !== hour.getTime()) {
        // A mark that does not fit may be a wrong clock's. If it is another server's, that one notices, and doubts as
        // well.
        const seenNow = { day: dayOf(hour, 'UTC'), state: 'taken', until: hour.toISOString() } as const;
        const mark = { ...standing?.value, task: 'clockSeen', ...seenNow } as const;
        if ((await deps.dailyMarks.write(mark, standing?.version)) && !fits) doubt(objectionMs);
      }
      isTrusted();
    },
  };
}
