import type { PartnerStore } from '../../core/ports/store.ts';
import { invitationTokenDigest, signInLookupKey, passphraseVerifier } from '../../core/model/partner-record.ts';
import type { Clock } from '../../core/model/calendar.ts';
import type { ReportOperation } from '../../contract/reports.ts';
import {
  createRateLimiters,
  createKeyedRateLimiter,
  type CreateTokenSource,
  type RateLimitResult,
} from '../runtime/rate-limiter.ts';

export type PresentedCredential =
  | { readonly kind: 'invitation' | 'words'; readonly id: string; readonly secret: string }
  | { readonly kind: 'passkey'; readonly id: string };

/**
 * By invitation, never by address, which many may share. Requests without a known invitation and its secret share one
 * budget: a flood of made-up links takes nothing from real ones, and only its holder uses up an invitation's tokens.
 */
export interface PartnerRateLimits {
  readonly session: (invitation: string, operation: ReportOperation) => Promise<RateLimitResult>;
  readonly stranger: (named: PresentedCredential) => Promise<RateLimitResult>;
}

/** A whole service may open its links at once. */
const strangerRate = { burst: 120, refillMs: 50 } as const;
const keyCacheMs = 5_000;

type CredentialDigests = ReadonlyMap<string, string | undefined>;

export function createPartnerRateLimits(deps: {
  readonly partners: PartnerStore;
  readonly clock: Clock;
  readonly hold?: ((ms: number) => Promise<unknown>) | undefined;
  readonly createTokenSource?: CreateTokenSource;
}): PartnerRateLimits {
  const { partners, clock } = deps;
  const sessionLimiter = createRateLimiters(deps);
  const give = deps.createTokenSource && { give: deps.createTokenSource('strangers') };
  const strangerLimiter = createKeyedRateLimiter({ clock, hold: deps.hold, ...give, rate: strangerRate });
  let cachedKeys: { readonly at: number; readonly keys: Promise<CredentialDigests> } | undefined;

  const readCredentialDigests = async (): Promise<CredentialDigests> =>
    new Map(
      (await partners.invitations()).flatMap(({ value: { id, token, access } }): [string, string | undefined][] => [
        ...(token === undefined ? [] : [[id, token] satisfies [string, string]]),
        ...(access
          ? [
              [signInLookupKey(access), access.kind === 'words' ? access.verifier : undefined] satisfies [
                string,
                string?,
              ],
            ]
          : []),
      ]),
    );
  async function getCredentialDigests(): Promise<CredentialDigests> {
    const now = clock().getTime();
    if (cachedKeys === undefined || Math.abs(now - cachedKeys.at) >= keyCacheMs) {
      const begun = { at: now, keys: readCredentialDigests() };
      cachedKeys = begun;
      begun.keys.catch(() => {
        if (cachedKeys === begun) cachedKeys = undefined;
      });
    }
    return cachedKeys.keys;
  }
  const credentialDigest = (one: PresentedCredential): string | undefined => {
    if (one.kind === 'passkey') return undefined;
    return one.kind === 'words' ? passphraseVerifier(one.id, one.secret) : invitationTokenDigest(one.id, one.secret);
  };

  return {
    session: (invitation, operation) => sessionLimiter.acquire(`session ${invitation}`, operation),
    async stranger(one) {
      const key = one.kind === 'invitation' ? one.id : signInLookupKey({ kind: one.kind, id: one.id });
      const keys = await getCredentialDigests();
      if (keys.has(key) && keys.get(key) === credentialDigest(one))
        return sessionLimiter.turns.acquire(`enters ${key}`);
      // A new invitation is not known yet, and is served unless someone floods.
      return strangerLimiter.acquire('others');
    },
  };
}
