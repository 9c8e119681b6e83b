import type { PartnerStore } from '../../concerns/ports/partner-store.ts';
import { digestOfToken, signInKeyOf, verifierOf } from '../../concerns/records/partner-record.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { ReportOperation } from '../../contract/reporting.ts';
import { createPaces, createThrottle, type GiveFor, type Pace } from '../running/throttle.ts';

/** Whom a request names before anybody is signed in: an invitation, or a passkey or words. */
export type NamedBy =
  | { readonly kind: 'invitation' | 'words'; readonly id: string; readonly secret: string }
  | { readonly kind: 'passkey'; readonly id: string };

/**
 * How fast partners may ask: by invitation, never by address, so that twenty people behind one are served as twenty
 * anywhere. People who name nothing that is known, or name it without its secret, share one budget, so that a flood of
 * made-up links takes nothing from those who hold a real one, and an invitation's turns are used up by its holder alone.
 */
export interface PartnerPace {
  /** Settles when a request of somebody who is signed in may go on. */
  readonly session: (invitation: string, operation: ReportOperation) => Promise<Pace>;
  /** Settles when a request that names something may go on. Throws StoreError. */
  readonly stranger: (named: NamedBy) => Promise<Pace>;
}

/** Enough for a whole service that opens its links at once; each costs a read. */
const strangers = { burst: 120, oneTurnMs: 50 } as const;
/** For so long the invitations that stand are known again without asking, in milliseconds. */
const knownForMs = 5_000;

/** The names that may sign in now, each with the digest of its secret; a passkey has none. */
type KnownKeys = ReadonlyMap<string, string | undefined>;

export function createPartnerPace(deps: {
  readonly partners: PartnerStore;
  readonly clock: Clock;
  /** Waits for milliseconds; a test passes its own. */
  readonly hold?: ((ms: number) => Promise<unknown>) | undefined;
  /** Gives out turns for all servers; by this process alone where it is missing. */
  readonly giveFor?: GiveFor;
}): PartnerPace {
  const { partners, clock } = deps;
  const paces = createPaces(deps);
  const give = deps.giveFor && { give: deps.giveFor('strangers') };
  const others = createThrottle({ clock, hold: deps.hold, ...give, rate: strangers });
  let known: { readonly at: number; readonly keys: Promise<KnownKeys> } | undefined;

  const readKeys = async (): Promise<KnownKeys> =>
    new Map(
      (await partners.invitations()).flatMap(({ value: { id, token, access } }): [string, string | undefined][] => [
        ...(token === undefined ? [] : [[id, token] satisfies [string, string]]),
        ...(access
          ? [[signInKeyOf(access), access.kind === 'words' ? access.verifier : undefined] satisfies [string, string?]]
          : []),
      ]),
    );
  async function keysNow(): Promise<KnownKeys> {
    const now = clock().getTime();
    if (known === undefined || Math.abs(now - known.at) >= knownForMs) {
      const begun = { at: now, keys: readKeys() };
      known = begun;
      begun.keys.catch(() => {
        if (known === begun) known = undefined;
      });
    }
    return known.keys;
  }
  /** The digest of the secret that a request shows; a passkey shows none before its answer is checked. */
  const shownBy = (one: NamedBy): string | undefined => {
    if (one.kind === 'passkey') return undefined;
    return one.kind === 'words' ? verifierOf(one.id, one.secret) : digestOfToken(one.id, one.secret);
  };

  return {
    session: (invitation, operation) => paces.of(`session ${invitation}`, operation),
    async stranger(one) {
      const key = one.kind === 'invitation' ? one.id : signInKeyOf({ kind: one.kind, id: one.id });
      const keys = await keysNow();
      if (keys.has(key) && keys.get(key) === shownBy(one)) return paces.turns.pass(`enters ${key}`);
      // One that was made a moment ago is not known yet, and is served while nobody floods.
      return others.pass('others');
    },
  };
}
