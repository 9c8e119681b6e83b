import { createHash } from 'node:crypto';
import type { AlertSender, AlertPostOutcome } from '../../core/ports/alerts.ts';
import type { AlertTarget } from '../../core/model/alert-targets.ts';
import type { Clock, MonotonicClock } from '../../core/model/calendar.ts';
import type { DailyBucket, AcquireTokens } from '../runtime/rate-limiter.ts';

export interface AlertRate {
  readonly burst: number;
  readonly refillMs: number;
  /** Alerts an hour for someone's first reports that have a post of their own. */
  readonly firstPerHour: number;
  /** After so many posts an hour, all other alerts share posts. */
  readonly othersPerHour: number;
  /** Between two shared posts; `pressingIntervalMs` if first reports are among them. */
  readonly combinedIntervalMs: number;
  readonly pressingIntervalMs: number;
}

/**
 * Teams takes from a bot in one thread 7 posts in a second, 8 in two, 60 in 30 and 1,800 in an hour. This rate gives 5,
 * 7 and 58; and in an hour at most 120 alerts alone, 132 shared posts, and the changes of these alerts.
 */
export const teamsAlertRate: AlertRate = {
  burst: 4,
  refillMs: 550,
  firstPerHour: 60,
  othersPerHour: 20,
  combinedIntervalMs: 5 * 60_000,
  pressingIntervalMs: 30_000,
};

/** The longest of Teams' short windows. */
const defaultHoldMs = 30_000;
const maxHoldMs = 15 * 60_000;
const hourMs = 3_600_000;

export type ChannelRef = Pick<AlertTarget, 'conversationId'>;

/**
 * For all servers together. The store has the tokens taken, by the digest of the channel; if it is away, a server goes
 * by its own memory. Never rejects.
 */
export interface ChannelRateLimiter {
  readonly isHeld: (target: ChannelRef) => Promise<boolean>;
  /** In milliseconds; Teams' longest short window if missing. */
  readonly hold: (target: ChannelRef, forMs: number | undefined) => Promise<void>;
  readonly takeToken: (target: ChannelRef) => Promise<boolean>;
  /** Takes one of the hour's posts for a single alert; false if none is left. */
  readonly takePost: (target: ChannelRef, isFirst: boolean) => Promise<boolean>;
  /** Takes the right to a shared post; false if it is too soon, or another server has it. */
  readonly takeCombined: (target: ChannelRef, isPressing: boolean) => Promise<boolean>;
}

export function createRetryAfterSender(sender: AlertSender, budget: Pick<ChannelRateLimiter, 'hold'>): AlertSender {
  async function applyRetryAfter(target: ChannelRef, outcome: AlertPostOutcome): Promise<AlertPostOutcome> {
    if (outcome.kind === 'retry' && (outcome.code === 'http429' || outcome.afterMs !== undefined)) {
      await budget.hold(target, outcome.afterMs);
    }
    return outcome;
  }
  return {
    post: async (target, message) => applyRetryAfter(target, await sender.post(target, message)),
    async update(post, language, message) {
      const [conversationId = ''] = post.conversationId.split(';messageid=');
      return applyRetryAfter({ conversationId }, await sender.update(post, language, message));
    },
  };
}

export const alertChannelBucket = (name: string): DailyBucket => ({
  name: createHash('sha256').update(`candour/1/alerts ${name}`).digest('base64url').slice(0, 22),
  originMs: 0,
});

export function createChannelRateLimiter(deps: {
  readonly give: AcquireTokens;
  /** The clock that all servers share, if the store has one. */
  readonly clock: Clock;
  readonly monotonic: MonotonicClock;
  readonly pace: AlertRate;
}): ChannelRateLimiter {
  const { give: acquireTokens, clock, monotonic, pace: rate } = deps;
  const localHolds = new Map<string, number>();

  const acquireToken = async (name: string, oneTurnMs: number, burst: number, maxBurst = burst): Promise<boolean> => {
    const now = clock().getTime();
    const [latest, horizon] = [now + burst * oneTurnMs, now + maxBurst * oneTurnMs];
    return (await acquireTokens(name, { now, refillMs: oneTurnMs, latest, horizon, max: 1 })).count > 0;
  };

  return {
    async isHeld({ conversationId }) {
      if ((localHolds.get(conversationId) ?? Number.NEGATIVE_INFINITY) > monotonic()) return true;
      const now = clock().getTime();
      // Takes nothing: it only asks when there would be a token.
      const { first } = await acquireTokens(`held ${conversationId}`, {
        now,
        refillMs: 1,
        latest: now + maxHoldMs,
        max: 0,
      });
      return first - 1 > now;
    },
    async hold({ conversationId }, forMs = defaultHoldMs) {
      const ms = Math.min(maxHoldMs, Math.max(1, forMs));
      localHolds.set(conversationId, Math.max(localHolds.get(conversationId) ?? 0, monotonic() + ms));
      const now = clock().getTime();
      // All milliseconds until then, so that a longer hold continues a shorter one.
      const horizon = now + maxHoldMs;
      await acquireTokens(`held ${conversationId}`, { now, refillMs: 1, latest: now + ms, horizon, max: maxHoldMs });
    },
    takeToken: ({ conversationId }) => acquireToken(`pace ${conversationId}`, rate.refillMs, rate.burst),
    takePost: ({ conversationId }, isFirst) =>
      acquireToken(
        `hour ${conversationId}`,
        hourMs / rate.firstPerHour,
        isFirst ? rate.firstPerHour : rate.othersPerHour,
        Math.max(rate.firstPerHour, rate.othersPerHour),
      ),
    takeCombined: ({ conversationId }, isPressing) =>
      isPressing
        ? acquireToken(`pressing ${conversationId}`, rate.pressingIntervalMs, 1)
        : acquireToken(`together ${conversationId}`, rate.combinedIntervalMs, 1),
  };
}
