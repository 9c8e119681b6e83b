import type { SubscriberStore } from '../../../core/ports/campaign-stores.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import {
  effectiveSubscriptionPreference,
  type Installation,
  newSubscriber,
  type SubscriptionPreference,
  subscriberId,
  type Subscriber,
  withSubscriptionPreference,
  withPendingWelcome,
} from '../../../core/model/subscriber.ts';
import { type Clock, type Day, toDay } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import type { EventLog } from '../../runtime/event-log.ts';
import { createDailyTaskRunner, type DailyTaskDependencies } from '../../runtime/daily-task-runner.ts';

export type SubscriberPreferenceChange =
  | { readonly kind: 'choice'; readonly choice: SubscriptionPreference }
  | { readonly kind: 'language'; readonly language: Language };

/** A row changes only as the app is installed or removed and as its person chooses. Every method throws StoreError. */
export interface Subscribers {
  /**
   * Teams reports an installation in several ways, and again at an upgrade: an existing row keeps its language and
   * choice.
   */
  addInstalled(installed: Installation): Promise<void>;
  remove(conversationId: string): Promise<void>;
  read(conversationId: string): Promise<Subscriber | undefined>;
  /** False if they have no readable row. */
  queueWelcome(conversationId: string): Promise<boolean>;
  /** Makes the row if there is none: this is its person's own act. */
  choose(by: Installation, chosen: SubscriberPreferenceChange): Promise<Subscriber>;
}

/** Twins of an installation, or a sweep and a press, may meet. */
const maxTries = 5;

export function createSubscribers(deps: {
  readonly subscribers: SubscriberStore;
  readonly clock: Clock;
  readonly timeZone: string;
}): Subscribers {
  const { subscribers } = deps;
  const today = () => toDay(deps.clock(), deps.timeZone);

  async function change(id: string, how: (row: Subscriber | undefined) => Subscriber | undefined): Promise<void> {
    for (let count = 0; count < maxTries; count += 1) {
      const current = await subscribers.read(id);
      if (current === undefined) return;
      const next = how(current.value);
      if (next === undefined || (await subscribers.write(next, current.version))) return;
    }
    throw new StoreError('busy');
  }

  const withPreference = (row: Subscriber, chosen: SubscriberPreferenceChange): Subscriber =>
    chosen.kind === 'language'
      ? { ...row, language: chosen.language }
      : withSubscriptionPreference(row, chosen.choice, today());

  return {
    async addInstalled(installed) {
      const row = newSubscriber(installed, today());
      if ((await subscribers.add(row)) === 'added') return;
      // A row that cannot be read may say that its person wants nothing: it stays.
      await change(row.id, (current) =>
        current === undefined || current.serviceUrl === row.serviceUrl
          ? undefined
          : { ...current, serviceUrl: row.serviceUrl },
      );
    },

    remove: (conversationId) => subscribers.remove(subscriberId(conversationId)),

    read: async (conversationId) => (await subscribers.read(subscriberId(conversationId)))?.value,

    async queueWelcome(conversationId) {
      let exists = false;
      await change(subscriberId(conversationId), (current) => {
        exists = current !== undefined;
        return current?.welcomeOwed ? undefined : current && withPendingWelcome(current, true);
      });
      return exists;
    },

    async choose(by, chosen) {
      const fresh = withPreference(newSubscriber(by, today()), chosen);
      if ((await subscribers.add(fresh)) === 'added') return fresh;
      let saved = fresh;
      await change(fresh.id, (current) => {
        // The address stays: another would reveal that its person was here.
        saved = current === undefined ? fresh : withPreference(current, chosen);
        return saved;
      });
      return saved;
    },
  };
}

const pageSize = 200;
/**
 * Writes every row again once a month: the time at which a database last wrote one then tells nothing. An address that
 * is not Teams' any more becomes the general one.
 */
export function createSubscriberSweep(
  deps: DailyTaskDependencies & {
    readonly subscribers: SubscriberStore;
    readonly isServiceAddress: (address: string) => boolean;
    readonly serviceUrl: string;
    readonly log: EventLog;
  },
): { readonly sweepDue: () => Promise<void> } {
  const { subscribers } = deps;
  const runMonthly = createDailyTaskRunner(deps, {
    // For a hundred thousand rows, one after the other.
    leaseMs: 60 * 60_000,
    // A wrong clock wrote the mark of a later month.
    isDone: (day, today) => day.slice(0, 7) === today.slice(0, 7),
  });

  function normaliseRow(row: Subscriber, today: Day): Subscriber {
    const addressed = deps.isServiceAddress(row.serviceUrl) ? row : { ...row, serviceUrl: deps.serviceUrl };
    return effectiveSubscriptionPreference(addressed, today) === 'receive'
      ? withSubscriptionPreference(addressed, 'receive', today)
      : addressed;
  }

  /** A row that only a newer version may change stops no others. */
  const writeRow = (row: Subscriber, over: string): Promise<boolean> =>
    subscribers.write(row, over).catch((error: unknown) => {
      if (error instanceof StoreError && error.code === 'newer') return false;
      throw error;
    });

  async function rewriteRow(row: Versioned<Subscriber>, today: Day): Promise<boolean> {
    let current: Versioned<Subscriber> | undefined = row;
    for (let count = 0; current && count < maxTries; count += 1) {
      if (await writeRow(normaliseRow(current.value, today), current.version)) return true;
      const again = await subscribers.read(row.value.id);
      current = again?.value && { value: again.value, version: again.version };
    }
    return false;
  }

  async function sweep(today: Day): Promise<number> {
    let rows = 0;
    let after: string | undefined;
    for (;;) {
      const page = await subscribers.page(after, pageSize);
      for (const row of page) rows += (await rewriteRow(row, today)) ? 1 : 0;
      after = page.at(-1)?.value.id;
      if (page.length < pageSize) return rows;
    }
  }

  return {
    async sweepDue() {
      let rows = 0;
      await runMonthly('sweepReach', async (today) => {
        rows = await sweep(today);
        return true;
      });
      if (rows > 0) deps.log({ event: 'reachSwept', rows });
    },
  };
}
