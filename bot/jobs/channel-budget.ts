import { createHash } from 'node:crypto';
import type { AlertSender, PostOutcome } from '../../core/ports/alerts.ts';
import type { AlertTarget } from '../../core/model/alert-targets.ts';
import type { Clock, Monotonic } from '../../core/model/calendar.ts';
import type { DayRow, GiveTurns } from '../runtime/rate-limiter.ts';

/** How much a channel is sent. Times in milliseconds. */
export interface AlertPace {
  readonly burst: number;
  readonly oneTurnMs: number;
  /** So many alerts an hour have a post of their own if they tell of someone's first reports. */
  readonly firstAnHour: number;
  /** From so many posts an hour on, all others are told of together. */
  readonly othersAnHour: number;
  /** Between two posts that tell of several; `pressingMs` if first reports are among them. */
  readonly togetherMs: number;
  readonly pressingMs: number;
}

/**
 * Teams takes from a bot in one thread 7 posts in a second, 8 in two, 60 in 30 and 1,800 in an hour. This pace gives 5,
 * 7 and 58; and in an hour at most 120 alerts alone, 132 posts for several, and the changes of these alerts.
 */
export const teamsAlertPace: AlertPace = {
  burst: 4,
  oneTurnMs: 550,
  firstAnHour: 60,
  othersAnHour: 20,
  togetherMs: 5 * 60_000,
  pressingMs: 30_000,
};

/** For a channel that says 429 without a time: the longest of Teams' short windows. */
const unsaidHoldMs = 30_000;
const longestHoldMs = 15 * 60_000;
const hourMs = 3_600_000;

export type Channel = Pick<AlertTarget, 'conversationId'>;

/**
 * How much all servers together send a channel. The store keeps the turns taken, by the digest of the channel; if it is
 * away, a server goes by its own memory. Never rejects.
 */
export interface TargetBudget {
  readonly isHeld: (target: Channel) => Promise<boolean>;
  /** Milliseconds; Teams' longest short window if missing. */
  readonly hold: (target: Channel, forMs: number | undefined) => Promise<void>;
  /** False if none is free. */
  readonly takeTurn: (target: Channel) => Promise<boolean>;
  /** Takes one of the hour's alerts with a post of their own; false if there is none. */
  readonly takePost: (target: Channel, isFirst: boolean) => Promise<boolean>;
  /** Takes the turn of telling of several together; false if it is too soon, or another server does. */
  readonly takeCombined: (target: Channel, isPressing: boolean) => Promise<boolean>;
}

export function heedfulSender(sender: AlertSender, budget: Pick<TargetBudget, 'hold'>): AlertSender {
  async function heed(target: Channel, outcome: PostOutcome): Promise<PostOutcome> {
    if (outcome.kind === 'retry' && (outcome.code === 'http429' || outcome.afterMs !== undefined)) {
      await budget.hold(target, outcome.afterMs);
    }
    return outcome;
  }
  return {
    post: async (target, message) => heed(target, await sender.post(target, message)),
    async update(post, language, message) {
      const [conversationId = ''] = post.conversationId.split(';messageid=');
      return heed({ conversationId }, await sender.update(post, language, message));
    },
  };
}

export const budgetRow = (name: string): DayRow => ({
  name: createHash('sha256').update(`candour/1/alerts ${name}`).digest('base64url').slice(0, 22),
  beginning: 0,
});

export function createTargetBudget(deps: {
  readonly give: GiveTurns;
  /** The clock that all servers share, if the store tells one. */
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly pace: AlertPace;
}): TargetBudget {
  const { give, clock, monotonic, pace } = deps;
  const heldHere = new Map<string, number>();

  const takes = async (name: string, oneTurnMs: number, burst: number, mostBurst = burst): Promise<boolean> => {
    const now = clock().getTime();
    const [latest, furthest] = [now + burst * oneTurnMs, now + mostBurst * oneTurnMs];
    return (await give(name, { now, oneTurnMs, latest, furthest, most: 1 })).count > 0;
  };

  return {
    async isHeld({ conversationId }) {
      if ((heldHere.get(conversationId) ?? Number.NEGATIVE_INFINITY) > monotonic()) return true;
      const now = clock().getTime();
      // Takes nothing: it only asks from when on there would be a turn.
      const { first } = await give(`held ${conversationId}`, {
        now,
        oneTurnMs: 1,
        latest: now + longestHoldMs,
        most: 0,
      });
      return first - 1 > now;
    },
    async hold({ conversationId }, forMs = unsaidHoldMs) {
      const ms = Math.min(longestHoldMs, Math.max(1, forMs));
      heldHere.set(conversationId, Math.max(heldHere.get(conversationId) ?? 0, monotonic() + ms));
      const now = clock().getTime();
      // All milliseconds until then, so that a longer time goes on after a shorter one.
      const furthest = now + longestHoldMs;
      await give(`held ${conversationId}`, { now, oneTurnMs: 1, latest: now + ms, furthest, most: longestHoldMs });
    },
    takeTurn: ({ conversationId }) => takes(`pace ${conversationId}`, pace.oneTurnMs, pace.burst),
    takePost: ({ conversationId }, isFirst) =>
      takes(
        `hour ${conversationId}`,
        hourMs / pace.firstAnHour,
        isFirst ? pace.firstAnHour : pace.othersAnHour,
        Math.max(pace.firstAnHour, pace.othersAnHour),
      ),
    takeCombined: ({ conversationId }, isPressing) =>
      isPressing
        ? takes(`pressing ${conversationId}`, pace.pressingMs, 1)
        : takes(`together ${conversationId}`, pace.togetherMs, 1),
  };
}
