import { dayOf } from '../../concerns/terms/calendar.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import type { DailyMarks } from '../../concerns/ports/daily-marks.ts';
import type { EventLog } from './event-log.ts';

/**
 * Says whether this server's clock may be believed where something cannot be undone: a week that is frozen, drafts and
 * day keys that are removed. Reports, answers and alerts never wait for it.
 */
export interface ClockWatch {
  readonly isTrusted: () => boolean;
  /** Compares with what was seen before, by this server or another, and keeps what is seen now. Throws StoreError. */
  readonly look: () => Promise<void>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** How far a clock may move against the monotonic one between two looks, in milliseconds. */
const jumpMs = 2 * minuteMs;
/** How far this clock and the store's may be apart, in milliseconds. */
const apartMs = 5 * minuteMs;
/** How long a clock that moved, or fits no mark, is doubted, in milliseconds. */
const settleMs = 10 * minuteMs;
/** How long another server has to object to a mark that was put in the place of one that does not fit. */
const objectionMs = 15 * minuteMs;
/** Doubled with each mark that does not fit, up to more than ten hours. */
const mostDoublings = 6;
/** A mark that is older was left before a stop, or by a clock that is behind. */
const oldMarkMs = 3 * hourMs;

/** By how much this clock and the store's are apart, in milliseconds; `undefined` where the store has said no time. */
const apartFrom = (storeTime: Date | undefined, wall: number): number | undefined =>
  storeTime && Math.abs(storeTime.getTime() - wall);

/** Whether the clock is that of the store, as far as the store has one: for a command, which sees no clock move. */
export const agreesWithStore = (store: { readonly time: () => Date | undefined }, clock: Clock): boolean =>
  (apartFrom(store.time(), clock().getTime()) ?? 0) <= apartMs;

export function createClockWatch(deps: {
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  /** The store's own time now, `undefined` where it has none or has not told it yet. */
  readonly storeTime: () => Date | undefined;
  readonly dailyMarks: DailyMarks;
  readonly log: EventLog;
}): ClockWatch {
  const here = () => ({ wall: deps.clock().getTime(), monotonic: deps.monotonic() });
  let before = here();
  let doubtedUntil = Number.NEGATIVE_INFINITY;
  /** Nothing is believed before the first look at the mark. */
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
      // The store's own time says more than any mark.
      const fits = seen === undefined || apart !== undefined || (seen <= wall + apartMs && wall - seen <= oldMarkMs);
      if (!fits && standing && standing.version !== oddMark) {
        oddMark = standing.version;
        doubt(settleMs * 2 ** Math.min(oddMarks, mostDoublings));
        oddMarks += 1;
      }
      const isSettled = monotonic >= doubtedUntil && (apart === undefined || apart <= apartMs);
      const hour = new Date(Math.floor(wall / hourMs) * hourMs);
      // A mark is kept by the hour, so that it does not say more of when a server runs than its alerts do.
      if (isSettled && seen !== hour.getTime()) {
        // What does not fit does not stand for ever: a clock that was wrong may have written it. Another server that
        // wrote it notices, and doubts as well.
        const seenNow = { day: dayOf(hour, 'UTC'), state: 'taken', until: hour.toISOString() } as const;
        const mark = { ...standing?.value, task: 'clockSeen', ...seenNow } as const;
        if ((await deps.dailyMarks.write(mark, standing?.version)) && !fits) doubt(objectionMs);
      }
      isTrusted();
    },
  };
}
