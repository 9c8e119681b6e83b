import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ConnectorKey, ConnectorKeys } from './connector-keys.ts';
import { createProvenTokens, type ProvenToken } from './proven-tokens.ts';

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

const claimsSchema = z.object({ serviceurl: z.string().min(1), nbf: z.number(), exp: z.number() });

/**
 * Checks the Authorization header of a request to the bot: a token (RS256) of the connector's issuer for our app, by a
 * key that is published and endorsed for Teams, good now (learn.microsoft.com, "Authentication with the Bot Connector
 * API"). It needs no body. Teams sends one token for an hour: that its signature was right is kept, by its digest, and
 * nothing else is taken on trust: the time and the key are looked at for each request. Never rejects.
 */
export function createConnectorTokens(deps: {
  readonly keys: ConnectorKeys;
  readonly issuer: string;
  /** The audience that tokens are made for: the id of the bot's registration. */
  readonly appId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): (authorization: string) => Promise<CheckedHeader> {
  const proven = createProvenTokens();

  async function stillHolds({ kid, by, notBefore, expires }: ProvenToken): Promise<boolean> {
    // A key that is no longer published, or is endorsed otherwise now, is not the one that it was proven by.
    if ((await deps.keys.keyOf(kid)) !== by) return false;
    const seconds = Math.floor(deps.now() / 1_000);
    return notBefore <= seconds + toleranceSeconds && seconds - toleranceSeconds < expires;
  }

  return async (authorization) => {
    let reason: 'token' | 'keys' = 'token';
    const token =
      authorization.length > longestHeader ? undefined : /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization)?.[1];
    if (token === undefined) return { kind: 'refused', reason };
    const known = proven.of(token);
    // Whatever does not hold any more is refused by the whole check alone.
    if (known !== undefined && (await stillHolds(known))) return { kind: 'holds', serviceUrl: known.serviceUrl };
    let signer: { readonly kid: string; readonly by: ConnectorKey } | undefined;
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const found = kid === undefined ? 'unknown' : await deps.keys.keyOf(kid);
          if (found === 'unreachable') reason = 'keys';
          if (kid === undefined || typeof found === 'string' || !found.endorsements.includes(teamsChannel)) {
            throw new errors.JWKSNoMatchingKey();
          }
          signer = { kid, by: found };
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
      const { serviceurl: serviceUrl, nbf: notBefore, exp: expires } = claimsSchema.parse(payload);
      if (signer !== undefined) proven.keep(token, { ...signer, notBefore, expires, serviceUrl });
      return { kind: 'holds', serviceUrl };
    } catch {
      return { kind: 'refused', reason };
    }
  };
}
