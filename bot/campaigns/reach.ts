import type { ReachStore } from '../../concerns/ports/reach-store.ts';
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
import { dayOf } from '../../concerns/terms/calendar.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { Language } from '../../concerns/terms/language.ts';

/** A choice of somebody about messages: whether they want them, or in which language. */
export type Chosen =
  | { readonly kind: 'choice'; readonly choice: ReachChoice }
  | { readonly kind: 'language'; readonly language: Language };

/**
 * Those who have the app. A row changes as the app is installed or removed, and as its person chooses: whatever else
 * anybody does with Candour leaves it as it is. Every method throws StoreError.
 */
export interface Reach {
  /**
   * Notes that the app was installed, with the address that this was told from. It is told in several ways, and again by
   * an upgrade: a row that stands keeps its language and what its person chose.
   */
  installed(installed: Installed): Promise<void>;
  /** Notes that the app was removed: the row goes, with what was chosen. */
  removed(conversationId: string): Promise<void>;
  /** The row of a conversation, `undefined` where there is none, or none that can be read. */
  rowOf(conversationId: string): Promise<ReachRow | undefined>;
  /** Notes that somebody's first card is still to come; false where they have no row, or none that can be read. */
  oweWelcome(conversationId: string): Promise<boolean>;
  /** Keeps a choice and returns the row as it stands. Where none stood, it is made: this is its person's own act. */
  choose(by: Installed, chosen: Chosen): Promise<ReachRow>;
}

/** Two writes may meet: the twins of an installation, or a sweep and a press. More often it is no chance any more. */
const tries = 5;

export function createReach(deps: {
  readonly reach: ReachStore;
  readonly clock: Clock;
  readonly timeZone: string;
}): Reach {
  const { reach } = deps;
  const today = () => dayOf(deps.clock(), deps.timeZone);

  /** Changes the row that stands, again where another write was first; a change that is the same writes nothing. */
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
      // One that cannot be read may say that its person wants nothing: it stays.
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
        // The address stays: what comes from another tells that its person was here.
        kept = standing === undefined ? fresh : chosenOf(standing, chosen);
        return kept;
      });
      return kept;
    },
  };
}
