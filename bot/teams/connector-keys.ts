import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';

export interface ConnectorKey {
  readonly key: CryptoKey;
  readonly endorsements: readonly string[];
}

export interface ConnectorKeys {
  /** `unknown` if the issuer has no such key, `unreachable` if it could not be asked. Never rejects. */
  keyOf(kid: string): Promise<ConnectorKey | 'unknown' | 'unreachable'>;
}

const minuteMs = 60_000;
/** Looked up again while the old ones are used. */
const freshMs = 60 * minuteMs;
/** Used only after a look-up. */
const oldestMs = 24 * freshMs;
/** Unknown ids must not flood the issuer. */
const betweenLooksMs = 5 * minuteMs;
/** Without keys no one gets in. */
const longestWithoutKeysMs = 30_000;
const usualDeadlineMs = 4_000;
/** In bytes. */
const largestAnswer = 1_048_576;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

async function answerOf(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (response.status !== 200) throw new Error('the issuer has no answer');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > largestAnswer) throw new Error('the issuer has no end');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function published(metadataUrl: string, signal: AbortSignal): Promise<ReadonlyMap<string, ConnectorKey>> {
  const { jwks_uri: address } = metadataSchema.parse(await answerOf(metadataUrl, signal));
  if (new URL(address).protocol !== new URL(metadataUrl).protocol) throw new Error('the keys are not safe there');
  const { keys } = keysSchema.parse(await answerOf(address, signal));
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
 * The connector's signing keys as published. Looks up once for all who ask, every five minutes at most for unknown ids.
 * Known keys stay good while the issuer is away; a withdrawn one goes with the next answer.
 */
export function createConnectorKeys(deps: {
  readonly metadataUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly deadlineMs?: number;
}): ConnectorKeys {
  let known: ReadonlyMap<string, ConnectorKey> | undefined;
  let learntAt = 0;
  let lookedAt: number | undefined;
  let failures = 0;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    lookedAt = deps.now();
    try {
      const signal = AbortSignal.timeout(deps.deadlineMs ?? usualDeadlineMs);
      known = await published(deps.metadataUrl, signal).catch(() => published(deps.metadataUrl, signal));
      learntAt = lookedAt;
      failures = 0;
    } catch {
      failures += 1;
    }
  }

  function mayLook(): boolean {
    if (lookedAt === undefined) return true;
    const longest = known === undefined ? longestWithoutKeysMs : betweenLooksMs;
    const wait = failures === 0 ? betweenLooksMs : Math.min(1_000 * 2 ** (failures - 1), longest);
    const since = deps.now() - lookedAt;
    // The clock was set back.
    return since < 0 || since >= wait;
  }

  return {
    async keyOf(kid) {
      const age = deps.now() - learntAt;
      const isStanding = known?.has(kid) === true;
      if ((!isStanding || age < 0 || age > freshMs) && looking === undefined && mayLook()) {
        looking = look().finally(() => (looking = undefined));
      }
      if (looking !== undefined && (!isStanding || age > oldestMs)) await looking;
      return known?.get(kid) ?? (failures > 0 ? 'unreachable' : 'unknown');
    },
  };
}
