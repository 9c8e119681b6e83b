import type { LaneKeeper } from '../../concerns/ports/campaign-store.ts';
import { lanesOf, noLanes, type Pause, withoutServer, withServer } from '../../concerns/records/delivery.ts';
import type { Monotonic } from '../../concerns/terms/calendar.ts';
import { createObserver } from '../running/observer.ts';
import type { Pace } from './pace.ts';
import type { Timing } from './timing.ts';

export interface HeldLanes {
  /** Takes or renews this server's share when it is time to. Throws StoreError. */
  look(): Promise<void>;
  count(): number;
  /** All servers pause within a moment. */
  share(pauseMs: number): void;
  /** Throws StoreError. */
  giveBack(): Promise<void>;
}

/** After that other servers see before long that the share is free. */
const mostTries = 10;

/** No other server has its id, not even this one after a restart. */
export function createHeldLanes(deps: {
  readonly keeper: LaneKeeper;
  readonly pace: Pace;
  readonly monotonic: Monotonic;
  readonly serverId: string;
  readonly newStamp: () => string;
  readonly timing: Timing;
}): HeldLanes {
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
    look: async () => {
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

    share: (ms) => {
      toShare = { id: newStamp(), ms };
      keepTo(toShare);
    },

    giveBack: async () => {
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
