import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../core/model/calendar.ts';
import {
  type RoleDirectory,
  isConfiguredRole,
  type PersonId,
  personIdSchema,
  type Role,
  roles,
} from '../../core/model/roles.ts';
import { mayHandle } from '../../core/model/permissions.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import type { EventLog } from '../runtime/event-log.ts';

export interface AuthenticatedPerson {
  readonly objectId: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
}

type TokenError = 'none' | 'expired' | 'tenant' | 'claims' | 'client' | 'guest' | 'signature' | 'keys';

export type SignInResult =
  | { readonly kind: 'signedIn'; readonly person: AuthenticatedPerson }
  | { readonly kind: 'notSignedIn'; readonly why: TokenError };

const toleranceSeconds = 60;
const maxHeaderLength = 16_384;

const isRole = (name: string): name is Role => roles.some((role) => role === name);
const objectIdSchema = z.guid().pipe(personIdSchema);

/** Beyond `jwtVerify`'s own checks. App tokens have no scope. */
const claimsSchema = z.object({
  oid: objectIdSchema,
  tid: z.string().toLowerCase(),
  ver: z.literal('2.0'),
  scp: z.string().refine((scopes) => scopes.split(' ').includes('access_as_user')),
  idtyp: z.literal('user').optional(),
  azp: z.string().toLowerCase(),
  /** 0 for a member, 1 for a guest, if the registration asks for it. */
  acct: z.coerce.number().optional(),
  /** A guest's issuer: their own tenant, or another. */
  idp: z.string().optional(),
  name: z.string().max(400).default(''),
  roles: z
    .array(z.string())
    .default([])
    .transform((names) => names.filter(isRole)),
});

export const entraJwksUrl = (entra: string, tenantId: string): URL =>
  new URL(`${entra}/${encodeURIComponent(tenantId)}/discovery/v2.0/keys`);

function tokenError(error: unknown): TokenError {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return 'claims';
  // jose did not refuse it: the keys were unreachable.
  const reached = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
  return reached && error.code !== 'ERR_JOSE_GENERIC' ? 'signature' : 'keys';
}

/**
 * Checks an Authorization header: an Entra v2 token (RS256) of our tenant for our app, valid now, for a member and no
 * guest, requested by an allowed app (learn.microsoft.com, "Access token claims reference"). Never rejects.
 */
export function createTabTokenValidator(deps: {
  readonly keys: JWTVerifyGetKey;
  readonly tenantId: string;
  readonly clientId: string;
  readonly entra: string;
  readonly clients: readonly string[];
  readonly guests: boolean;
  readonly clock: Clock;
}): (authorization: string) => Promise<SignInResult> {
  const { keys, tenantId, clientId, clients, clock } = deps;
  const issuer = `${deps.entra}/${tenantId}/v2.0`;
  const tenantIssuers = [issuer, `https://sts.windows.net/${tenantId}/`];
  const none = { kind: 'notSignedIn', why: 'none' } as const;
  return async (authorization) => {
    if (authorization.length > maxHeaderLength) return none;
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
      const isGuest = acct !== 0 || !tenantIssuers.includes(idp);
      if (isGuest && !deps.guests) return { kind: 'notSignedIn', why: 'guest' };
      return { kind: 'signedIn', person: { objectId: oid, name, roles } };
    } catch (error) {
      return { kind: 'notSignedIn', why: tokenError(error) };
    }
  };
}

export interface Caller {
  readonly objectId: PersonId;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

export const permittedHandledBy = (roles: ReadonlySet<Role>): readonly HandledBy[] =>
  (['acu', 'reserve'] as const).filter((handledBy) => mayHandle(roles, handledBy));

/**
 * Roles from the lists, and from the token those that no list has to give. Any other role in a token gives nothing and
 * leaves a log line.
 */
export function createCallerResolver(deps: {
  readonly directory: RoleDirectory;
  readonly log: EventLog;
}): (person: AuthenticatedPerson) => Promise<Caller> {
  const { directory, log } = deps;
  return async ({ objectId, name, roles }) => {
    const listed = await directory.getRoles(objectId);
    if (roles.some((role) => isConfiguredRole(role) && !listed.has(role))) log({ event: 'roleNotListed' });
    return { objectId, name, roles: new Set([...listed, ...roles.filter((role) => !isConfiguredRole(role))]) };
  };
}
