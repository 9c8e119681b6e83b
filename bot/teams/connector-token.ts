import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ConnectorKey, ConnectorKeys } from './connector-keys.ts';
import { createProvenTokens, type ProvenToken } from './proven-tokens.ts';

export type CheckedHeader =
  | { readonly kind: 'holds'; readonly serviceUrl: string | undefined }
  | { readonly kind: 'refused'; readonly reason: 'token' | 'keys' };

/** Candour's one channel: on activities, and in a key's endorsements. */
export const teamsChannel = 'msteams';

/** As Microsoft documents for these tokens. */
const toleranceSeconds = 300;
const longestHeader = 16_384;

const claimsSchema = z.object({ serviceurl: z.string().min(1), nbf: z.number(), exp: z.number() });

/**
 * Checks an Authorization header: an RS256 token of the connector's issuer for our app, valid now, by a published key
 * endorsed for Teams (learn.microsoft.com, "Authentication with the Bot Connector API"). A token is used for an hour:
 * its right signature is remembered by digest, time and key are checked each time. Never rejects.
 */
export function createConnectorTokens(deps: {
  readonly keys: ConnectorKeys;
  readonly issuer: string;
  readonly appId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): (authorization: string) => Promise<CheckedHeader> {
  const proven = createProvenTokens();

  async function stillHolds({ kid, by, notBefore, expires }: ProvenToken): Promise<boolean> {
    // A key published anew, or endorsed otherwise, did not prove the token.
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
