import type { Monotonic } from '../../concerns/terms/calendar.ts';
import type { ChannelSays } from './outcome-of.ts';
import { type Timing, windowSize } from './timing.ts';

/**
 * Teams counts for each chat and for the whole app: one chat that asks for an hour is tried again by itself, and only
 * so many in a row have all wait.
 */
const busyAfter = 3;

const troubledAfter = 5;

/** Turns are spread evenly, without bursts. */
export interface Pace {
  /** How many people may be written down as about to be sent to. */
  window(): number;
  /** False if the message must not go out. */
  turn(): Promise<boolean>;
  /** Returns how many milliseconds all must pause because of the answer, `undefined` if they need not. */
  heard(says: ChannelSays, chat: string): number | undefined;
  pause(ms: number): void;
  use(lanes: number, until: number): void;
  stop(): void;
}

export function createPace(deps: {
  readonly monotonic: Monotonic;
  readonly wait: (ms: number) => Promise<void>;
  readonly timing: Timing;
}): Pace {
  const { monotonic, wait, timing } = deps;
  let lanes = 0;
  let usableUntil = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let nextAt = Number.NEGATIVE_INFINITY;
  let unanswered = 0;
  let troubles = 0;
  let probes = 0;
  const busyChats = new Set<string>();
  let isStopped = false;
  let queue: Promise<unknown> = Promise.resolve();

  const isTroubled = (): boolean => unanswered >= troubledAfter;
  const mayGo = (): boolean => {
    const now = monotonic();
    return !isStopped && lanes > 0 && now < usableUntil && now >= pausedUntil;
  };
  const pause = (ms: number): void => {
    pausedUntil = Math.max(pausedUntil, monotonic() + ms);
  };

  async function nextTurn(): Promise<boolean> {
    if (!mayGo()) return false;
    const early = nextAt - monotonic();
    if (early > 0) await wait(early);
    // While the channel is in trouble one message at a time probes it.
    if (!mayGo() || (isTroubled() && probes > 0)) return false;
    if (isTroubled()) probes += 1;
    nextAt = Math.max(nextAt, monotonic() - timing.catchUpMs) + 1_000 / (lanes * timing.laneRate);
    return true;
  }

  return {
    window: () => (mayGo() ? (isTroubled() ? (probes > 0 ? 0 : 1) : windowSize) : 0),

    turn: () => {
      const mine = queue.then(nextTurn);
      queue = mine;
      return mine;
    },

    heard: ({ pauseMs, isTroubled: isBad }, chat) => {
      if (pauseMs === undefined) busyChats.clear();
      else busyChats.add(chat);
      probes = Math.max(0, probes - 1);
      if (!isBad) {
        unanswered = 0;
        troubles = 0;
      } else {
        unanswered += 1;
      }
      // Those already on their way when the trouble was noticed say nothing new.
      const isNew = isBad && isTroubled() && monotonic() >= pausedUntil;
      if (isNew) troubles += 1;
      const ms = Math.max(
        busyChats.size >= busyAfter ? Math.min(timing.longestTroubleMs, pauseMs ?? 0) : 0,
        isNew ? Math.min(timing.longestTroubleMs, timing.troubleMs * 2 ** Math.min(troubles - 1, 10)) : 0,
      );
      if (ms === 0) return undefined;
      pause(ms);
      return ms;
    },

    pause,

    use: (many, until) => {
      lanes = many;
      usableUntil = until;
    },

    stop: () => {
      isStopped = true;
    },
  };
}
