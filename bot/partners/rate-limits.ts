import type { PartnerStore } from '../../core/ports/store.ts';
import { digestOfToken, signInKeyOf, verifierOf } from '../../core/model/partner-record.ts';
import type { Clock } from '../../core/model/calendar.ts';
import type { ReportOperation } from '../../contract/reporting.ts';
import { createPaces, createThrottle, type GiveFor, type Pace } from '../runtime/rate-limiter.ts';

export type NamedBy =
  | { readonly kind: 'invitation' | 'words'; readonly id: string; readonly secret: string }
  | { readonly kind: 'passkey'; readonly id: string };

/**
 * By invitation, never by address, so that twenty people behind one address are served as anywhere. People who name
 * nothing known, or without its secret, share one budget: a flood of made-up links takes nothing from holders of a real
 * one, and only its holder uses up an invitation's turns.
 */
export interface PartnerPace {
  readonly session: (invitation: string, operation: ReportOperation) => Promise<Pace>;
  readonly stranger: (named: NamedBy) => Promise<Pace>;
}

/** Enough for a whole service that opens its links at once; each costs a read. */
const strangers = { burst: 120, oneTurnMs: 50 } as const;
const knownForMs = 5_000;

type KnownKeys = ReadonlyMap<string, string | undefined>;

export function createPartnerPace(deps: {
  readonly partners: PartnerStore;
  readonly clock: Clock;
  readonly hold?: ((ms: number) => Promise<unknown>) | undefined;
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
      // One that was made a moment ago is not known yet, and is served while no one floods.
      return others.pass('others');
    },
  };
}
