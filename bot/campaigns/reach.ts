import type { ReachStore } from '../../concerns/ports/campaign-store.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import {
  type Installed,
  newReachRow,
  type ReachChoice,
  reachIdOf,
  type ReachRow,
  withChoice,
  withWelcomeOwed,
} from '../../concerns/records/reach-row.ts';
import { type Clock, dayOf } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';

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

/** The twins of an installation may meet, or a sweep and a press. */
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
