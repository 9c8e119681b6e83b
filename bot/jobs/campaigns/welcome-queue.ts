import type { Activity } from 'botbuilder';
import type { DailyMarks } from '../../../core/ports/store.ts';
import type { LaneKeeper, ReachStore } from '../../../core/ports/campaign-store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import { choiceOn, type ReachRow, withWelcomeOwed } from '../../../core/model/subscriber.ts';
import { type Clock, type Day, dayOf, type Monotonic } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import { type EventLog, thrownName, troubleCode } from '../../runtime/event-log.ts';
import { createObserver } from '../../runtime/observer.ts';
import { asChannelError, type ChannelConnection } from '../../teams/channel-connection.ts';
import { sendingFailed } from './delivery-outcome.ts';
import { createPacedLanes, type Timing } from './send-rate.ts';
import type { Reach } from './subscribers.ts';

const pageSize = 200;
/** A server that is killed leaves no more people than these without a card. */
const mostAtOnce = 20;
/** One server's hold on the rows, and how long it works before it lets go. */
const leaseMs = 15 * 60_000;
const longestMs = 10 * 60_000;
const lookMs = 1_000;
const tries = 5;

/** First cards that Teams refused for its rate when the app was installed. */
export interface OwedWelcomes {
  /**
   * True if it will be sent. False if it may have arrived, if another try would be refused as well, or if no one has
   * the app there. Throws StoreError.
   */
  readonly owe: (conversationId: string, thrown: unknown) => Promise<boolean>;
  /** At the pace of messages to everyone, by one server at a time. Never rejects. */
  readonly sendDue: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * The mark goes from a row before its card is sent, so that no one has it twice; a card that is refused again is owed
 * again. Someone who has typed something meanwhile gets it as well: to know of them would be to keep who wrote.
 */
export function createOwedWelcomes(deps: {
  readonly reach: ReachStore;
  readonly rows: Pick<Reach, 'oweWelcome'>;
  readonly dailyMarks: DailyMarks;
  readonly lanes: LaneKeeper;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'say'>;
  readonly card: (language: Language) => Partial<Activity>;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly monotonic: Monotonic;
  readonly wait: (ms: number) => Promise<void>;
  readonly newMark: () => string;
  readonly timing: Timing;
  readonly log: EventLog;
}): OwedWelcomes {
  const { reach, dailyMarks, monotonic, timing, wait } = deps;
  const task = 'owedWelcomes';
  const leases = createObserver(monotonic);
  let isOwing = false;
  let isStopped = false;
  let sending: Promise<void> | undefined;
  const today = (): Day => dayOf(deps.clock(), deps.timeZone);

  async function mark(state: 'owed' | 'held' | 'done', over: string | undefined): Promise<boolean> {
    const until = new Date(deps.clock().getTime() + (state === 'held' ? leaseMs : 0)).toISOString();
    const held = state === 'held' ? { held: true as const } : {};
    return await dailyMarks.write(
      { task, day: today(), state: state === 'done' ? 'done' : 'taken', until, ...held },
      over,
    );
  }

  async function noteDue(): Promise<void> {
    for (let count = 0; count < tries; count += 1) {
      if (await mark('owed', (await dailyMarks.read(task))?.version)) return;
    }
    throw new StoreError('busy');
  }

  const written = (row: ReachRow, over: string, isOwed: boolean): Promise<boolean> =>
    reach.write(withWelcomeOwed(row, isOwed), over).catch((error: unknown) => {
      if (error instanceof StoreError && error.code === 'newer') return false;
      throw error;
    });

  function createSender() {
    const { pace, lanes } = createPacedLanes({ ...deps, keeper: deps.lanes });
    const endsAt = monotonic() + longestMs;
    let lookedAt = Number.NEGATIVE_INFINITY;
    const isOver = () => isStopped || monotonic() >= endsAt;

    async function turn(): Promise<boolean> {
      while (!isOver()) {
        if (monotonic() - lookedAt >= lookMs) {
          lookedAt = monotonic();
          // No card in hand may be lost: without a look the share runs out, and nothing is sent.
          await lanes.look().catch(() => undefined);
        }
        if (await pace.turn()) return true;
        await wait(timing.breathMs);
      }
      return false;
    }

    async function welcome({ value: row, version }: Versioned<ReachRow>): Promise<boolean> {
      if (!(await written(row, version, false))) return false;
      if (choiceOn(row, today()) !== 'receive') return true;
      if (await turn()) {
        try {
          await deps.connectionTo(row.serviceUrl).say(row.conversationId, deps.card(row.language));
          pace.heard({ isTroubled: false }, row.conversationId);
          return true;
        } catch (error) {
          const { outcome, says } = sendingFailed(error);
          const pauseMs = pace.heard(says, row.conversationId);
          if (pauseMs !== undefined) lanes.share(pauseMs);
          if (outcome.kind !== 'again') return true;
        }
      }
      await deps.rows.oweWelcome(row.conversationId);
      return false;
    }
    return { welcome, isOver, giveBack: () => lanes.giveBack() };
  }

  async function sendAll(): Promise<boolean> {
    const { welcome, isOver, giveBack } = createSender();
    const going = new Set<Promise<void>>();
    let isWhole = true;
    let after: string | undefined;
    const begin = (row: Versioned<ReachRow>): void => {
      const one: Promise<void> = welcome(row)
        .then((isDone) => void (isWhole &&= isDone))
        .catch(() => void (isWhole = false))
        .finally(() => going.delete(one));
      going.add(one);
    };
    try {
      for (;;) {
        const page = await reach.page(after, pageSize);
        for (const row of page.filter(({ value }) => value.welcomeOwed)) {
          if (isOver()) return false;
          begin(row);
          if (going.size >= mostAtOnce) await Promise.race(going);
        }
        after = page.at(-1)?.value.id;
        if (page.length < pageSize) break;
      }
      await Promise.all(going);
      return isWhole;
    } finally {
      await Promise.all(going);
      await giveBack();
    }
  }

  async function send(): Promise<void> {
    if (isOwing) {
      isOwing = false;
      await noteDue();
    }
    const standing = await dailyMarks.read(task);
    if (standing?.value.state !== 'taken') return;
    if (standing.value.held && !leases.hasStood(task, standing.version, leaseMs)) return;
    if (!(await mark('held', standing.version))) return;
    const taken = await dailyMarks.read(task);
    leases.watch(task, taken?.version ?? '');
    const isDone = await sendAll();
    // If someone came to be owed one meanwhile, another mark is there, and it is due again.
    await mark(isDone ? 'done' : 'owed', taken?.version);
  }

  return {
    async owe(conversationId, thrown) {
      if (sendingFailed(asChannelError(thrown)).outcome.kind !== 'again') return false;
      if (!(await deps.rows.oweWelcome(conversationId))) return false;
      if (!isOwing) {
        isOwing = true;
        await noteDue();
      }
      return true;
    },
    async sendDue() {
      // It may take minutes, for which no stop waits.
      if (isStopped || sending) return;
      sending = send()
        .catch((error: unknown) =>
          deps.log({ event: 'runFailed', code: troubleCode(error), thrown: thrownName(error) }),
        )
        .finally(() => (sending = undefined));
    },
    async stop() {
      isStopped = true;
      await sending;
    },
  };
}
