import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ConnectorKeys } from './connector-keys.ts';

/**
 * The outcome of checking an Authorization header: a token that holds, with the address that it was made for, or why
 * not.
 */
export type CheckedHeader =
  | { readonly kind: 'holds'; readonly serviceUrl: string | undefined }
  | { readonly kind: 'refused'; readonly reason: 'token' | 'keys' };

/** The one channel that Candour is on: its name on activities, and in what a key is endorsed for. */
export const teamsChannel = 'msteams';

/** How far two clocks may differ, in seconds, as Microsoft names it for these tokens. */
const toleranceSeconds = 300;
/** A token of the connector holds a few kilobytes at most. */
const longestHeader = 16_384;

const claimsSchema = z.object({ serviceurl: z.string().min(1) });

/**
 * Checks the Authorization header of a request to the bot: a token (RS256) of the connector's issuer for our app, by a
 * key that is published and endorsed for Teams, good now (learn.microsoft.com, "Authentication with the Bot Connector
 * API"). It needs no body and keeps nothing of what it was given. Never rejects.
 */
export function createConnectorTokens(deps: {
  readonly keys: ConnectorKeys;
  readonly issuer: string;
  /** The audience that tokens are made for: the id of the bot's registration. */
  readonly appId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): (authorization: string) => Promise<CheckedHeader> {
  return async (authorization) => {
    let reason: 'token' | 'keys' = 'token';
    const token =
      authorization.length > longestHeader ? undefined : /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization)?.[1];
    if (token === undefined) return { kind: 'refused', reason };
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const found = kid === undefined ? 'unknown' : await deps.keys.keyOf(kid);
          if (found === 'unreachable') reason = 'keys';
          if (typeof found === 'string' || !found.endorsements.includes(teamsChannel)) {
            throw new errors.JWKSNoMatchingKey();
          }
          return found.key;
        },
        {
          algorithms: ['RS256'],
          issuer: deps.issuer,
          audience: deps.appId,
          requiredClaims: ['exp', 'nbf', 'serviceurl'],
          clockTolerance: toleranceSeconds,
          currentDate: new Date(deps.now()),
        },
      );
      return { kind: 'holds', serviceUrl: claimsSchema.parse(payload).serviceurl };
    } catch {
      return { kind: 'refused', reason };
    }
  };
}
