import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../concerns/terms/clock.ts';
import { type Role, roles } from '../../concerns/terms/directory.ts';
import { type PersonId, personIdSchema } from '../../concerns/terms/person-id.ts';

/** Who a token of Entra was made out to, with the roles that it says. */
export interface SignedIn {
  readonly objectId: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Why nobody is signed in, for the log alone: whoever asked is told no more than that. */
export type TokenTrouble = 'none' | 'expired' | 'tenant' | 'claims' | 'client' | 'guest' | 'signature' | 'keys';

export type SignIn =
  | { readonly kind: 'signedIn'; readonly person: SignedIn }
  | { readonly kind: 'notSignedIn'; readonly why: TokenTrouble };

/** How far two clocks may differ, in seconds. */
const toleranceSeconds = 60;
/** A token of Entra holds a few kilobytes at most. */
const longestHeader = 16_384;

const isRole = (name: string): name is Role => roles.some((role) => role === name);
const objectIdSchema = z.guid().pipe(personIdSchema);

/** The claims of Entra's v2 token for a person beyond what `jwtVerify` looks at. Tokens of apps have no scope. */
const claimsSchema = z.object({
  oid: objectIdSchema,
  tid: z.string().toLowerCase(),
  ver: z.literal('2.0'),
  scp: z.string().refine((scopes) => scopes.split(' ').includes('access_as_user')),
  idtyp: z.literal('user').optional(),
  /** The app that asked for the token, for the person. */
  azp: z.string().toLowerCase(),
  /** 0 for a member of the tenant and 1 for a guest, where the registration asks for this claim. */
  acct: z.coerce.number().optional(),
  /** Who vouches for the person, where it is not the issuer: guests come with their own tenant's, or another's. */
  idp: z.string().optional(),
  name: z.string().max(400).default(''),
  roles: z
    .array(z.string())
    .default([])
    .transform((names) => names.filter(isRole)),
});

/** Where Entra, at an address of its own in each cloud, publishes the keys that it signs a tenant's v2 tokens with. */
export const entraKeysAddress = (entra: string, tenantId: string): URL =>
  new URL(`${entra}/${encodeURIComponent(tenantId)}/discovery/v2.0/keys`);

function troubleOf(error: unknown): TokenTrouble {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return 'claims';
  // Anything else that is no refusal of jose is a set of keys that was not to be had.
  const reached = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
  return reached && error.code !== 'ERR_JOSE_GENERIC' ? 'signature' : 'keys';
}

/**
 * Checks the Authorization header of each request to the tab's API: an Entra v2 token (RS256) of our tenant, for our
 * app, for a person who is no guest, asked for by an app that may, not expired (learn.microsoft.com, "Access token
 * claims reference"). Never rejects.
 */
export function createTabSignIn(deps: {
  readonly keys: JWTVerifyGetKey;
  readonly tenantId: string;
  /** The audience that tokens are made for: the client id of the app. */
  readonly clientId: string;
  /** Where Entra signs people in. */
  readonly entra: string;
  /** The apps that may ask for tokens. */
  readonly clients: readonly string[];
  /** Whether guests of the tenant may come in. */
  readonly guests: boolean;
  readonly clock: Clock;
}): (authorization: string) => Promise<SignIn> {
  const { keys, tenantId, clientId, clients, clock } = deps;
  const issuer = `${deps.entra}/${tenantId}/v2.0`;
  /** The tenant itself, by its names in tokens of v2 and of v1. */
  const ourOwn = [issuer, `https://sts.windows.net/${tenantId}/`];
  const none = { kind: 'notSignedIn', why: 'none' } as const;
  return async (authorization) => {
    if (authorization.length > longestHeader) return none;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization)?.[1];
    if (token === undefined) return none;
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer,
        audience: clientId,
        requiredClaims: ['exp', 'nbf', 'oid', 'tid', 'ver', 'scp', 'azp'],
        clockTolerance: toleranceSeconds,
        currentDate: clock(),
      });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success) return { kind: 'notSignedIn', why: 'claims' };
      const { oid, tid, azp, acct = 0, idp = issuer, name, roles } = claims.data;
      if (tid !== tenantId) return { kind: 'notSignedIn', why: 'tenant' };
      if (!clients.includes(azp)) return { kind: 'notSignedIn', why: 'client' };
      const isGuest = acct !== 0 || !ourOwn.includes(idp);
      if (isGuest && !deps.guests) return { kind: 'notSignedIn', why: 'guest' };
      return { kind: 'signedIn', person: { objectId: oid, name, roles } };
    } catch (error) {
      return { kind: 'notSignedIn', why: troubleOf(error) };
    }
  };
}
