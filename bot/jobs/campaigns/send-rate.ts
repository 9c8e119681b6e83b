import type { LaneKeeper } from '../../../core/ports/campaign-store.ts';
import { laneCount, lanesOf, noLanes, type Pause, withoutServer, withServer } from '../../../core/model/delivery.ts';
import type { Monotonic } from '../../../core/model/calendar.ts';
import { createObserver } from '../../runtime/observer.ts';
import type { ChannelSays } from './delivery-outcome.ts';

/** Times in milliseconds. */
export interface Timing {
  readonly laneRate: number;
  /** With more of a late timer made up for, a second could hold more than Teams takes. */
  readonly catchUpMs: number;
  /** How long a server may use its lanes after it last renewed them, and how often it renews. */
  readonly lanesHoldMs: number;
  readonly lanesRenewMs: number;
  /** Longer than `lanesHoldMs`: another server must have seen no renewal. */
  readonly lanesLapseMs: number;
  /** Longer than the people of one window ever take. */
  readonly partLapseMs: number;
  /** Doubled each time. */
  readonly againMs: number;
  readonly troubleMs: number;
  readonly longestTroubleMs: number;
  readonly idleMs: number;
  readonly breathMs: number;
}

/**
 * Teams takes fifty requests a second of an app in a tenant. A lane is a little less than its fifth of that, so that
 * any second has ten at most.
 */
export const teamsTiming: Timing = {
  laneRate: (50 / laneCount) * 0.96,
  catchUpMs: 40,
  lanesHoldMs: 8_000,
  lanesRenewMs: 2_500,
  lanesLapseMs: 12_000,
  partLapseMs: 60_000,
  againMs: 1_000,
  troubleMs: 5_000,
  longestTroubleMs: 5 * 60_000,
  idleMs: 15_000,
  breathMs: 100,
};

/** Written down before they are sent anything: a server that dies leaves no more people than these in doubt, a part. */
export const windowSize = 10;
/** A part's document is written for each window. */
export const partSize = 50;
/** While one part waits for an answer and one for a write, another sends. */
export const partsALane = 3;

/**
 * Teams counts for each chat and for the whole app: one chat that asks for an hour is tried again by itself, and only
 * so many in a row have all wait.
 */
const busyAfter = 3;

const troubledAfter = 5;

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

/** After that other servers see before long that the share is free. */
const mostTries = 10;

/** How fast this server sends, and its share of the rate that all servers have together, under a name of its own. */
export function createPacedLanes({
  keeper,
  newMark,
  ...deps
}: Parameters<typeof createPace>[0] & { readonly keeper: LaneKeeper; readonly newMark: () => string }) {
  const pace = createPace(deps);
  return { pace, lanes: createHeldLanes({ ...deps, keeper, pace, serverId: newMark(), newStamp: newMark }) };
}

export function createHeldLanes(deps: {
  readonly keeper: LaneKeeper;
  readonly pace: Pace;
  readonly monotonic: Monotonic;
  /** No other server has it, not even this one after a restart. */
  readonly serverId: string;
  readonly newStamp: () => string;
  readonly timing: Timing;
}) {
  const { keeper, pace, monotonic, serverId, newStamp, timing } = deps;
  const observer = createObserver(monotonic);
  const kept = new Map<string, number>();
  let held = 0;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let toShare: Pause | undefined;

  function keepTo(pause: Pause | undefined): void {
    if (pause === undefined || kept.has(pause.id)) return;
    kept.clear();
    kept.set(pause.id, monotonic() + pause.ms);
    pace.pause(pause.ms);
  }
  const isOver = (pause: Pause | undefined): boolean =>
    pause !== undefined && (kept.get(pause.id) ?? Number.POSITIVE_INFINITY) <= monotonic();

  return {
    /** Takes or renews the share when it is time to. Throws StoreError. */
    look: async (): Promise<void> => {
      const standing = await keeper.read();
      const lanes = standing?.value ?? noLanes;
      keepTo(lanes.pause);
      const dead = new Set(
        lanes.servers
          .filter(({ id, stamp }) => id !== serverId && observer.hasStood(id, stamp, timing.lanesLapseMs))
          .map(({ id }) => id),
      );
      const isDue = monotonic() - renewedAt >= timing.lanesRenewMs;
      if (!isDue && toShare === undefined && dead.size === 0) return;
      const { pause: old, ...rest } = withServer(lanes, {
        id: serverId,
        stamp: newStamp(),
        isDead: (id) => dead.has(id),
      });
      const shared = toShare;
      const pause = shared ?? (isOver(old) ? undefined : old);
      const next = lanesOf(rest, serverId);
      const before = monotonic();
      // A lane that is given back may be another's as soon as it is written.
      if (next < held) {
        held = next;
        pace.use(held, renewedAt + timing.lanesHoldMs);
      }
      if (!(await keeper.write({ ...rest, ...(pause && { pause }) }, standing?.version))) return;
      held = next;
      renewedAt = before;
      pace.use(held, before + timing.lanesHoldMs);
      if (toShare === shared) toShare = undefined;
      for (const id of dead) observer.forget(id);
    },

    count: () => held,

    /** All servers pause within a moment. */
    share: (ms: number): void => {
      toShare = { id: newStamp(), ms };
      keepTo(toShare);
    },

    giveBack: async (): Promise<void> => {
      held = 0;
      pace.use(0, Number.NEGATIVE_INFINITY);
      renewedAt = Number.NEGATIVE_INFINITY;
      for (let tries = 0; tries < mostTries; tries += 1) {
        const standing = await keeper.read();
        if (!standing?.value?.servers.some(({ id }) => id === serverId)) return;
        if (await keeper.write(withoutServer(standing.value, serverId), standing.version)) return;
      }
    },
  };
}
