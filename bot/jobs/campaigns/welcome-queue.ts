import type { Activity } from 'botbuilder';
import type { DailyTaskStore } from '../../../core/ports/store.ts';
import type { SendQuotaStore, SubscriberStore } from '../../../core/ports/campaign-stores.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import {
  effectiveSubscriptionPreference,
  type Subscriber,
  withPendingWelcome,
} from '../../../core/model/subscriber.ts';
import { type Clock, type Day, toDay, type MonotonicClock } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import { type EventLog, errorClassName, errorCode } from '../../runtime/event-log.ts';
import { createLeaseObserver } from '../../runtime/lease-observer.ts';
import { toChannelError, type ChannelConnection } from '../../teams/channel-connection.ts';
import { classifySendError } from './classify-delivery-error.ts';
import { createLeasedSendRateLimiter, type SendTiming } from './send-rate.ts';
import type { Subscribers } from './subscribers.ts';

const pageSize = 200;
/** A killed server leaves no more people than these without a card. */
const maxConcurrent = 20;
const leaseMs = 15 * 60_000;
const maxRunMs = 10 * 60_000;
const renewMs = 1_000;
const maxTries = 5;

/** First cards that Teams refused for its rate when the app was installed. */
export interface WelcomeQueue {
  /** True if it will be sent. False if it may have arrived, or another try would fail as well. Throws StoreError. */
  readonly enqueue: (conversationId: string, thrown: unknown) => Promise<boolean>;
  /** At the rate of messages to everyone, on one server at a time. Never rejects. */
  readonly sendDue: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * The mark leaves a row before its card is sent, so that no one gets it twice. Someone who has typed meanwhile gets it
 * too: to skip them, the store would have to hold who wrote.
 */
export function createWelcomeQueue(deps: {
  readonly subscribers: SubscriberStore;
  readonly rows: Pick<Subscribers, 'queueWelcome'>;
  readonly dailyTaskStates: DailyTaskStore;
  readonly sendQuota: SendQuotaStore;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'sendToChat'>;
  readonly card: (language: Language) => Partial<Activity>;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly monotonic: MonotonicClock;
  readonly wait: (ms: number) => Promise<void>;
  readonly createId: () => string;
  readonly timing: SendTiming;
  readonly log: EventLog;
}): WelcomeQueue {
  const { subscribers: reach, dailyTaskStates, monotonic, timing, wait } = deps;
  const task = 'owedWelcomes';
  const leases = createLeaseObserver(monotonic);
  let isMarkDue = false;
  let isStopped = false;
  let sending: Promise<void> | undefined;
  const today = (): Day => toDay(deps.clock(), deps.timeZone);

  async function writeMark(state: 'owed' | 'held' | 'done', over: string | undefined): Promise<boolean> {
    const until = new Date(deps.clock().getTime() + (state === 'held' ? leaseMs : 0)).toISOString();
    const held = state === 'held' ? { held: true as const } : {};
    return await dailyTaskStates.write(
      { task, day: today(), state: state === 'done' ? 'done' : 'taken', until, ...held },
      over,
    );
  }

  async function markDue(): Promise<void> {
    for (let count = 0; count < maxTries; count += 1) {
      if (await writeMark('owed', (await dailyTaskStates.read(task))?.version)) return;
    }
    throw new StoreError('busy');
  }

  const writeRow = (row: Subscriber, over: string, isOwed: boolean): Promise<boolean> =>
    reach.write(withPendingWelcome(row, isOwed), over).catch((error: unknown) => {
      if (error instanceof StoreError && error.code === 'newer') return false;
      throw error;
    });

  function createSender() {
    const { pace: sendRate, lanes: sendQuota } = createLeasedSendRateLimiter({ ...deps, keeper: deps.sendQuota });
    const endsAt = monotonic() + maxRunMs;
    let renewedAt = Number.NEGATIVE_INFINITY;
    const isOver = () => isStopped || monotonic() >= endsAt;

    async function acquireToken(): Promise<boolean> {
      while (!isOver()) {
        if (monotonic() - renewedAt >= renewMs) {
          renewedAt = monotonic();
          // Without a look the share runs out, and nothing is sent.
          await sendQuota.look().catch(() => undefined);
        }
        if (await sendRate.acquire()) return true;
        await wait(timing.pollMs);
      }
      return false;
    }

    async function sendWelcome({ value: row, version }: Versioned<Subscriber>): Promise<boolean> {
      if (!(await writeRow(row, version, false))) return false;
      if (effectiveSubscriptionPreference(row, today()) !== 'receive') return true;
      if (await acquireToken()) {
        try {
          await deps.connectionTo(row.serviceUrl).sendToChat(row.conversationId, deps.card(row.language));
          sendRate.recordFeedback({ isFailing: false }, row.conversationId);
          return true;
        } catch (error) {
          const { outcome, feedback } = classifySendError(error);
          const pauseMs = sendRate.recordFeedback(feedback, row.conversationId);
          if (pauseMs !== undefined) sendQuota.sharePause(pauseMs);
          if (outcome.kind !== 'again') return true;
        }
      }
      await deps.rows.queueWelcome(row.conversationId);
      return false;
    }
    return { welcome: sendWelcome, isOver, giveBack: () => sendQuota.giveBack() };
  }

  async function sendAll(): Promise<boolean> {
    const { welcome: sendWelcome, isOver, giveBack: release } = createSender();
    const inFlight = new Set<Promise<void>>();
    let isComplete = true;
    let after: string | undefined;
    const start = (row: Versioned<Subscriber>): void => {
      const one: Promise<void> = sendWelcome(row)
        .then((isDone) => void (isComplete &&= isDone))
        .catch(() => void (isComplete = false))
        .finally(() => inFlight.delete(one));
      inFlight.add(one);
    };
    try {
      for (;;) {
        const page = await reach.page(after, pageSize);
        for (const row of page.filter(({ value }) => value.welcomeOwed)) {
          if (isOver()) return false;
          start(row);
          if (inFlight.size >= maxConcurrent) await Promise.race(inFlight);
        }
        after = page.at(-1)?.value.id;
        if (page.length < pageSize) break;
      }
      await Promise.all(inFlight);
      return isComplete;
    } finally {
      await Promise.all(inFlight);
      await release();
    }
  }

  async function send(): Promise<void> {
    if (isMarkDue) {
      isMarkDue = false;
      await markDue();
    }
    const current = await dailyTaskStates.read(task);
    if (current?.value.state !== 'taken') return;
    if (current.value.held && !leases.isStale(task, current.version, leaseMs)) return;
    if (!(await writeMark('held', current.version))) return;
    const taken = await dailyTaskStates.read(task);
    leases.watch(task, taken?.version ?? '');
    const isDone = await sendAll();
    // If the card was owed again meanwhile, the new mark stays.
    await writeMark(isDone ? 'done' : 'owed', taken?.version);
  }

  return {
    async enqueue(conversationId, thrown) {
      if (classifySendError(toChannelError(thrown)).outcome.kind !== 'again') return false;
      if (!(await deps.rows.queueWelcome(conversationId))) return false;
      if (!isMarkDue) {
        isMarkDue = true;
        await markDue();
      }
      return true;
    },
    async sendDue() {
      // It may take minutes, for which no stop waits.
      if (isStopped || sending) return;
      sending = send()
        .catch((error: unknown) =>
          deps.log({ event: 'runFailed', code: errorCode(error), thrown: errorClassName(error) }),
        )
        .finally(() => (sending = undefined));
    },
    async stop() {
      isStopped = true;
      await sending;
    },
  };
}
