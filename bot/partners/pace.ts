import type { PartnerStore } from '../../concerns/ports/partner-store.ts';
import { signInKeyOf } from '../../concerns/records/partner-record.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { ReportOperation } from '../../contract/report-requests.ts';
import { createPaces, createThrottle, type GiveFor, type Pace } from '../running/throttle.ts';

/** Whom a request names before anybody is signed in: an invitation, or a passkey or words. */
export type NamedBy =
  | { readonly kind: 'invitation'; readonly id: string }
  | { readonly kind: 'passkey' | 'words'; readonly id: string };

/**
 * How fast partners may ask: by invitation, never by address, so that twenty people behind one are served as twenty
 * anywhere. Whoever names nothing that stands shares one budget with all others who do not, so that a flood of made-up
 * links takes nothing from those who hold a real one.
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
  let known: { readonly at: number; readonly keys: Promise<ReadonlySet<string>> } | undefined;

  const readKeys = async (): Promise<ReadonlySet<string>> =>
    new Set(
      (await partners.invitations()).flatMap(({ value }) => [
        value.id,
        ...(value.access ? [signInKeyOf(value.access)] : []),
      ]),
    );
  async function keysNow(): Promise<ReadonlySet<string>> {
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
  const keyOf = (one: NamedBy): string =>
    one.kind === 'invitation' ? one.id : signInKeyOf({ kind: one.kind, id: one.id });

  return {
    session: (invitation, operation) => paces.of(`session ${invitation}`, operation),
    async stranger(one) {
      const key = keyOf(one);
      if ((await keysNow()).has(key)) return paces.turns.pass(`enters ${key}`);
      // One that was made a moment ago is not known yet, and is served while nobody floods.
      return others.pass('others');
    },
  };
}
