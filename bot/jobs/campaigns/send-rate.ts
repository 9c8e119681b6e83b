import type { SendQuotaStore } from '../../../core/ports/campaign-stores.ts';
import {
  quotaShareCount,
  quotaShares,
  emptyQuota,
  type SendPause,
  withoutServerQuota,
  withServerQuota,
} from '../../../core/model/delivery.ts';
import type { MonotonicClock } from '../../../core/model/calendar.ts';
import { createLeaseObserver } from '../../runtime/lease-observer.ts';
import type { ChannelFeedback } from './classify-delivery-error.ts';

export interface SendTiming {
  readonly ratePerShare: number;
  /** If it made up for more of a late timer, a second could hold more than Teams takes. */
  readonly catchUpMs: number;
  /** How long a server may use its quota shares after it last renewed them. */
  readonly leaseMs: number;
  readonly leaseRenewMs: number;
  /** Longer than `leaseMs`: another server must have seen no renewal. */
  readonly leaseExpiryMs: number;
  /** Longer than one window ever takes. */
  readonly batchExpiryMs: number;
  /** Doubled each time. */
  readonly retryMs: number;
  readonly failurePauseMs: number;
  readonly maxFailurePauseMs: number;
  readonly idleMs: number;
  readonly pollMs: number;
}

/**
 * Teams takes fifty requests a second from an app in a tenant. A quota share is a little less than a fifth, so that any
 * second has ten at most.
 */
export const teamsSendTiming: SendTiming = {
  ratePerShare: (50 / quotaShareCount) * 0.96,
  catchUpMs: 40,
  leaseMs: 8_000,
  leaseRenewMs: 2_500,
  leaseExpiryMs: 12_000,
  batchExpiryMs: 60_000,
  retryMs: 1_000,
  failurePauseMs: 5_000,
  maxFailurePauseMs: 5 * 60_000,
  idleMs: 15_000,
  pollMs: 100,
};

/** Written down before they are sent anything: a server that dies leaves no more people in doubt. */
export const windowSize = 10;
/** A batch's document is written for each window. */
export const deliveryBatchSize = 50;
/** While one waits for an answer and one for a write, another sends. */
export const batchesPerShare = 3;

/** Teams counts for each chat and for the whole app: one busy chat waits alone, and only so many in a row pause all. */
const busyChatThreshold = 3;

const failureThreshold = 5;

export interface SendRateLimiter {
  /** How many people may be written down next. */
  window(): number;
  acquire(): Promise<boolean>;
  /** Returns for how many milliseconds all must pause; `undefined` if they need not. */
  recordFeedback(says: ChannelFeedback, chat: string): number | undefined;
  pause(ms: number): void;
  setShares(shares: number, until: number): void;
  stop(): void;
}

export function createSendRateLimiter(deps: {
  readonly monotonic: MonotonicClock;
  readonly wait: (ms: number) => Promise<void>;
  readonly timing: SendTiming;
}): SendRateLimiter {
  const { monotonic, wait, timing } = deps;
  let shares = 0;
  let usableUntil = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let nextAt = Number.NEGATIVE_INFINITY;
  let unanswered = 0;
  let failures = 0;
  let probes = 0;
  const busyChats = new Set<string>();
  let isStopped = false;
  let queue: Promise<unknown> = Promise.resolve();

  const isFailing = (): boolean => unanswered >= failureThreshold;
  const maySend = (): boolean => {
    const now = monotonic();
    return !isStopped && shares > 0 && now < usableUntil && now >= pausedUntil;
  };
  const pause = (ms: number): void => {
    pausedUntil = Math.max(pausedUntil, monotonic() + ms);
  };

  async function acquireNext(): Promise<boolean> {
    if (!maySend()) return false;
    const early = nextAt - monotonic();
    if (early > 0) await wait(early);
    // While the channel fails, one message at a time probes it.
    if (!maySend() || (isFailing() && probes > 0)) return false;
    if (isFailing()) probes += 1;
    nextAt = Math.max(nextAt, monotonic() - timing.catchUpMs) + 1_000 / (shares * timing.ratePerShare);
    return true;
  }

  return {
    window: () => (maySend() ? (isFailing() ? (probes > 0 ? 0 : 1) : windowSize) : 0),

    acquire: () => {
      const mine = queue.then(acquireNext);
      queue = mine;
      return mine;
    },

    recordFeedback: ({ pauseMs, isFailing: isBad }, chat) => {
      if (pauseMs === undefined) busyChats.clear();
      else busyChats.add(chat);
      probes = Math.max(0, probes - 1);
      if (!isBad) {
        unanswered = 0;
        failures = 0;
      } else {
        unanswered += 1;
      }
      // Messages sent before the failure was noticed tell nothing new.
      const isNew = isBad && isFailing() && monotonic() >= pausedUntil;
      if (isNew) failures += 1;
      const ms = Math.max(
        busyChats.size >= busyChatThreshold ? Math.min(timing.maxFailurePauseMs, pauseMs ?? 0) : 0,
        isNew ? Math.min(timing.maxFailurePauseMs, timing.failurePauseMs * 2 ** Math.min(failures - 1, 10)) : 0,
      );
      if (ms === 0) return undefined;
      pause(ms);
      return ms;
    },

    pause,

    setShares: (many, until) => {
      shares = many;
      usableUntil = until;
    },

    stop: () => {
      isStopped = true;
    },
  };
}

/** Then other servers soon see that the share is free. */
const maxTries = 10;

/** This server's rate, by its share of all servers' quota. */
export function createLeasedSendRateLimiter({
  keeper: store,
  createId,
  ...deps
}: Parameters<typeof createSendRateLimiter>[0] & { readonly keeper: SendQuotaStore; readonly createId: () => string }) {
  const sendRate = createSendRateLimiter(deps);
  return {
    pace: sendRate,
    lanes: createQuotaLease({ ...deps, keeper: store, pace: sendRate, serverId: createId(), newStamp: createId }),
  };
}

export function createQuotaLease(deps: {
  readonly keeper: SendQuotaStore;
  readonly pace: SendRateLimiter;
  readonly monotonic: MonotonicClock;
  /** Unique, even after a restart. */
  readonly serverId: string;
  readonly newStamp: () => string;
  readonly timing: SendTiming;
}) {
  const { keeper: store, pace: sendRate, monotonic, serverId, newStamp: createStamp, timing } = deps;
  const observer = createLeaseObserver(monotonic);
  const appliedPauses = new Map<string, number>();
  let shares = 0;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let pendingPause: SendPause | undefined;

  function applyPause(pause: SendPause | undefined): void {
    if (pause === undefined || appliedPauses.has(pause.id)) return;
    appliedPauses.clear();
    appliedPauses.set(pause.id, monotonic() + pause.ms);
    sendRate.pause(pause.ms);
  }
  const isPauseOver = (pause: SendPause | undefined): boolean =>
    pause !== undefined && (appliedPauses.get(pause.id) ?? Number.POSITIVE_INFINITY) <= monotonic();

  return {
    /** Takes or renews the share when due. Throws StoreError. */
    look: async (): Promise<void> => {
      const current = await store.read();
      const quota = current?.value ?? emptyQuota;
      applyPause(quota.pause);
      const dead = new Set(
        quota.servers
          .filter(({ id, stamp }) => id !== serverId && observer.isStale(id, stamp, timing.leaseExpiryMs))
          .map(({ id }) => id),
      );
      const isDue = monotonic() - renewedAt >= timing.leaseRenewMs;
      if (!isDue && pendingPause === undefined && dead.size === 0) return;
      const { pause: old, ...rest } = withServerQuota(quota, {
        id: serverId,
        stamp: createStamp(),
        isDead: (id) => dead.has(id),
      });
      const shared = pendingPause;
      const pause = shared ?? (isPauseOver(old) ? undefined : old);
      const next = quotaShares(rest, serverId);
      const before = monotonic();
      // A share that is given back may be another's as soon as it is written.
      if (next < shares) {
        shares = next;
        sendRate.setShares(shares, renewedAt + timing.leaseMs);
      }
      if (!(await store.write({ ...rest, ...(pause && { pause }) }, current?.version))) return;
      shares = next;
      renewedAt = before;
      sendRate.setShares(shares, before + timing.leaseMs);
      if (pendingPause === shared) pendingPause = undefined;
      for (const id of dead) observer.forget(id);
    },

    count: () => shares,

    sharePause: (ms: number): void => {
      pendingPause = { id: createStamp(), ms };
      applyPause(pendingPause);
    },

    giveBack: async (): Promise<void> => {
      shares = 0;
      sendRate.setShares(0, Number.NEGATIVE_INFINITY);
      renewedAt = Number.NEGATIVE_INFINITY;
      for (let tries = 0; tries < maxTries; tries += 1) {
        const current = await store.read();
        if (!current?.value?.servers.some(({ id }) => id === serverId)) return;
        if (await store.write(withoutServerQuota(current.value, serverId), current.version)) return;
      }
    },
  };
}
