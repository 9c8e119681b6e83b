import { type CryptoKey, errors, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { hash } from 'node:crypto';

export type TokenCheckResult =
  | { readonly kind: 'holds'; readonly serviceUrl: string | undefined }
  | { readonly kind: 'refused'; readonly reason: 'token' | 'keys' };

/** On activities, and in a key's endorsements. */
export const msteamsChannelId = 'msteams';

/** As Microsoft documents for these tokens. */
const toleranceSeconds = 300;
const maxHeaderLength = 16_384;

const claimsSchema = z.object({ serviceurl: z.string().min(1), nbf: z.number(), exp: z.number() });

/**
 * Checks an Authorization header: an RS256 token of the connector's issuer for our app, valid now, by a published key
 * endorsed for Teams (learn.microsoft.com, "Authentication with the Bot Connector API"). The digest of a right
 * signature is remembered; time and key are checked each time. Never rejects.
 */
export function createConnectorTokenValidator(deps: {
  readonly keys: ConnectorKeys;
  readonly issuer: string;
  readonly appId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): (authorization: string) => Promise<TokenCheckResult> {
  const tokenCache = createTokenCache();

  async function isStillValid({ kid, by, notBefore, expires }: VerifiedToken): Promise<boolean> {
    // A key published anew, or endorsed otherwise, did not prove the token.
    if ((await deps.keys.getKey(kid)) !== by) return false;
    const seconds = Math.floor(deps.now() / 1_000);
    return notBefore <= seconds + toleranceSeconds && seconds - toleranceSeconds < expires;
  }

  return async (authorization) => {
    let reason: 'token' | 'keys' = 'token';
    const token =
      authorization.length > maxHeaderLength
        ? undefined
        : /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(authorization)?.[1];
    if (token === undefined) return { kind: 'refused', reason };
    const known = tokenCache.get(token);
    if (known !== undefined && (await isStillValid(known))) return { kind: 'holds', serviceUrl: known.serviceUrl };
    let signer: { readonly kid: string; readonly by: ConnectorKey } | undefined;
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const found = kid === undefined ? 'unknown' : await deps.keys.getKey(kid);
          if (found === 'unreachable') reason = 'keys';
          if (kid === undefined || typeof found === 'string' || !found.endorsements.includes(msteamsChannelId)) {
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
      if (signer !== undefined) tokenCache.set(token, { ...signer, notBefore, expires, serviceUrl });
      return { kind: 'holds', serviceUrl };
    } catch {
      return { kind: 'refused', reason };
    }
  };
}

export interface ConnectorKey {
  readonly key: CryptoKey;
  readonly endorsements: readonly string[];
}

export interface ConnectorKeys {
  /** `unknown` if the issuer has no such key, `unreachable` without an answer. Never rejects. */
  getKey(kid: string): Promise<ConnectorKey | 'unknown' | 'unreachable'>;
}

const minuteMs = 60_000;
/** Fetched again while the old ones are used. */
const keyRefreshMs = 60 * minuteMs;
/** Used only after a fetch. */
const maxKeyAgeMs = 24 * keyRefreshMs;
/** Unknown ids must not flood the issuer. */
const minFetchIntervalMs = 5 * minuteMs;
/** Without keys no one gets in. */
const maxBackoffMs = 30_000;
const defaultDeadlineMs = 4_000;
/** In bytes. */
const maxResponseBytes = 1_048_576;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (response.status !== 200) throw new Error('the issuer has no answer');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxResponseBytes) throw new Error('the issuer has no end');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function fetchConnectorKeys(
  metadataUrl: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ConnectorKey>> {
  const { jwks_uri: address } = metadataSchema.parse(await fetchJson(metadataUrl, signal));
  if (new URL(address).protocol !== new URL(metadataUrl).protocol) throw new Error('the keys are not safe there');
  const { keys } = keysSchema.parse(await fetchJson(address, signal));
  const found = new Map<string, ConnectorKey>();
  for (const one of keys) {
    const jwk = keySchema.safeParse(one).data;
    if (jwk === undefined || found.has(jwk.kid)) continue;
    const { kty, n, e, kid, endorsements } = jwk;
    const key = await importJWK({ kty, n, e }, 'RS256').catch(() => undefined);
    if (key !== undefined && !(key instanceof Uint8Array)) found.set(kid, { key, endorsements });
  }
  // An answer without a key would shut everyone out.
  if (found.size === 0) throw new Error('the issuer has no keys');
  return found;
}

/**
 * One fetch serves all who ask, every five minutes at most for unknown ids. Known keys stay good while the issuer is
 * away; the next answer drops a withdrawn one.
 */
export function createConnectorKeys(deps: {
  readonly metadataUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly deadlineMs?: number;
}): ConnectorKeys {
  let known: ReadonlyMap<string, ConnectorKey> | undefined;
  let fetchedAt = 0;
  let attemptedAt: number | undefined;
  let failures = 0;
  let pendingFetch: Promise<void> | undefined;

  async function refreshKeys(): Promise<void> {
    attemptedAt = deps.now();
    try {
      const signal = AbortSignal.timeout(deps.deadlineMs ?? defaultDeadlineMs);
      known = await fetchConnectorKeys(deps.metadataUrl, signal).catch(() =>
        fetchConnectorKeys(deps.metadataUrl, signal),
      );
      fetchedAt = attemptedAt;
      failures = 0;
    } catch {
      failures += 1;
    }
  }

  function mayFetch(): boolean {
    if (attemptedAt === undefined) return true;
    const longest = known === undefined ? maxBackoffMs : minFetchIntervalMs;
    const wait = failures === 0 ? minFetchIntervalMs : Math.min(1_000 * 2 ** (failures - 1), longest);
    const since = deps.now() - attemptedAt;
    // The clock was set back.
    return since < 0 || since >= wait;
  }

  return {
    async getKey(kid) {
      const age = deps.now() - fetchedAt;
      const isKnown = known?.has(kid) === true;
      if ((!isKnown || age < 0 || age > keyRefreshMs) && pendingFetch === undefined && mayFetch()) {
        pendingFetch = refreshKeys().finally(() => (pendingFetch = undefined));
      }
      if (pendingFetch !== undefined && (!isKnown || age > maxKeyAgeMs)) await pendingFetch;
      return known?.get(kid) ?? (failures > 0 ? 'unreachable' : 'unknown');
    },
  };
}

interface VerifiedToken {
  readonly kid: string;
  /** The same object: a key published anew is another. */
  readonly by: ConnectorKey;
  /** Seconds since 1970. */
  readonly notBefore: number;
  readonly expires: number;
  readonly serviceUrl: string;
}

/** More than Teams has senders at a time. */
const defaultMaxTokens = 256;

/** By digest only. First in, first out: only tokens signed for us are held. */
export function createTokenCache(maxTokens = defaultMaxTokens): {
  get(token: string): VerifiedToken | undefined;
  set(token: string, proven: VerifiedToken): void;
} {
  const known = new Map<string, VerifiedToken>();
  const tokenDigest = (token: string): string => hash('sha256', token, 'base64url');
  return {
    get: (token) => known.get(tokenDigest(token)),
    set(token, proven) {
      known.set(tokenDigest(token), proven);
      const [first] = known.keys();
      if (known.size > maxTokens && first !== undefined) known.delete(first);
    },
  };
}
