import type { ReachStore } from '../../../core/ports/campaign-store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import {
  choiceOn,
  type Installed,
  newReachRow,
  type ReachChoice,
  reachIdOf,
  type ReachRow,
  withChoice,
  withWelcomeOwed,
} from '../../../core/model/subscriber.ts';
import { type Clock, type Day, dayOf } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import type { EventLog } from '../../runtime/event-log.ts';
import { createOnceADay, type DayDependencies } from '../../runtime/daily-job.ts';

export type Chosen =
  | { readonly kind: 'choice'; readonly choice: ReachChoice }
  | { readonly kind: 'language'; readonly language: Language };

/**
 * A row changes as the app is installed or removed and as its person chooses, and by nothing else that anyone does with
 * Candour. Every method throws StoreError.
 */
export interface Reach {
  /** Told in several ways, and again by an upgrade: a row that exists keeps its language and its person's choice. */
  installed(installed: Installed): Promise<void>;
  removed(conversationId: string): Promise<void>;
  rowOf(conversationId: string): Promise<ReachRow | undefined>;
  /** False if they have no row that can be read. */
  oweWelcome(conversationId: string): Promise<boolean>;
  /** Makes the row if there is none: this is its person's own act. */
  choose(by: Installed, chosen: Chosen): Promise<ReachRow>;
}

/** Two writes may meet: the twins of an installation, or a sweep and a press. */
const tries = 5;

export function createReach(deps: {
  readonly reach: ReachStore;
  readonly clock: Clock;
  readonly timeZone: string;
}): Reach {
  const { reach } = deps;
  const today = () => dayOf(deps.clock(), deps.timeZone);

  async function change(id: string, how: (row: ReachRow | undefined) => ReachRow | undefined): Promise<void> {
    for (let count = 0; count < tries; count += 1) {
      const standing = await reach.read(id);
      if (standing === undefined) return;
      const next = how(standing.value);
      if (next === undefined || (await reach.write(next, standing.version))) return;
    }
    throw new StoreError('busy');
  }

  const chosenOf = (row: ReachRow, chosen: Chosen): ReachRow =>
    chosen.kind === 'language' ? { ...row, language: chosen.language } : withChoice(row, chosen.choice, today());

  return {
    async installed(installed) {
      const row = newReachRow(installed, today());
      if ((await reach.add(row)) === 'added') return;
      // A row that cannot be read may say that its person wants nothing: it stays.
      await change(row.id, (standing) =>
        standing === undefined || standing.serviceUrl === row.serviceUrl
          ? undefined
          : { ...standing, serviceUrl: row.serviceUrl },
      );
    },

    removed: (conversationId) => reach.remove(reachIdOf(conversationId)),

    rowOf: async (conversationId) => (await reach.read(reachIdOf(conversationId)))?.value,

    async oweWelcome(conversationId) {
      let stands = false;
      await change(reachIdOf(conversationId), (standing) => {
        stands = standing !== undefined;
        return standing?.welcomeOwed ? undefined : standing && withWelcomeOwed(standing, true);
      });
      return stands;
    },

    async choose(by, chosen) {
      const fresh = chosenOf(newReachRow(by, today()), chosen);
      if ((await reach.add(fresh)) === 'added') return fresh;
      let kept = fresh;
      await change(fresh.id, (standing) => {
        // The address stays: another would tell that its person was here.
        kept = standing === undefined ? fresh : chosenOf(standing, chosen);
        return kept;
      });
      return kept;
    },
  };
}

const pageSize = 200;
/**
 * Writes everyone's row again once a month, whether it changed or not: a database notes when a row was last written,
 * and afterwards that is the same for all. An address that is not Teams' any more becomes the general one.
 */
export function createReachSweep(
  deps: DayDependencies & {
    readonly reach: ReachStore;
    readonly isServiceAddress: (address: string) => boolean;
    readonly serviceUrl: string;
    readonly log: EventLog;
  },
): { readonly sweepDue: () => Promise<void> } {
  const { reach } = deps;
  const onceAMonth = createOnceADay(deps, {
    // For a hundred thousand rows, one after the other.
    leaseMs: 60 * 60_000,
    // A mark of a later month was written by a clock that was wrong.
    isDone: (day, today) => day.slice(0, 7) === today.slice(0, 7),
  });

  function swept(row: ReachRow, today: Day): ReachRow {
    const addressed = deps.isServiceAddress(row.serviceUrl) ? row : { ...row, serviceUrl: deps.serviceUrl };
    return choiceOn(addressed, today) === 'receive' ? withChoice(addressed, 'receive', today) : addressed;
  }

  /** One row that only a newer version may change keeps no other from being written. */
  const written = (row: ReachRow, over: string): Promise<boolean> =>
    reach.write(row, over).catch((error: unknown) => {
      if (error instanceof StoreError && error.code === 'newer') return false;
      throw error;
    });

  async function touch(row: Versioned<ReachRow>, today: Day): Promise<boolean> {
    let standing: Versioned<ReachRow> | undefined = row;
    for (let count = 0; standing && count < tries; count += 1) {
      if (await written(swept(standing.value, today), standing.version)) return true;
      const again = await reach.read(row.value.id);
      standing = again?.value && { value: again.value, version: again.version };
    }
    return false;
  }

  async function sweep(today: Day): Promise<number> {
    let rows = 0;
    let after: string | undefined;
    for (;;) {
      const page = await reach.page(after, pageSize);
      for (const row of page) rows += (await touch(row, today)) ? 1 : 0;
      after = page.at(-1)?.value.id;
      if (page.length < pageSize) return rows;
    }
  }

  return {
    async sweepDue() {
      let rows = 0;
      await onceAMonth('sweepReach', async (today) => {
        rows = await sweep(today);
        return true;
      });
      if (rows > 0) deps.log({ event: 'reachSwept', rows });
    },
  };
}
