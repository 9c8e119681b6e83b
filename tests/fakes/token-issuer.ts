import { randomBytes, randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { createFaults, type Faults, commitsAnyway, faultAnswer } from './faults.ts';
import { type ReceivedRequest, startLoopbackServer, type WireAnswer } from './loopback-server.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** Signed by a key never published; by the public key as if it were a shared secret; by nothing. */
type Forgery = 'otherKey' | 'publicKeyAsSecret' | 'unsigned';

/** A running stand-in for the issuer of Bot Framework's tokens and for the place where a bot gets its own. */
export interface TokenIssuer {
  readonly appId: string;
  readonly issuer: string;
  readonly metadataUrl: string;
  readonly keysUrl: string;
  /** Where a bot trades its secret for a token, as at Entra: a form with client_credentials. */
  readonly tokenUrl: string;
  readonly appSecret: string;
  /** Gives the bot a further secret, which goes on beside the others. */
  addSecret(): string;
  /** Takes a secret back: whoever shows it is refused from now on. */
  removeSecret(secret: string): void;
  /**
   * A signed token for the bot, good for an hour. `claims` replace the usual ones (iss, aud, iat, nbf, exp); one that
   * is undefined is left out. `header` replaces alg and kid.
   */
  token(claims?: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** The same as somebody without the key would make it, under the name of the published one. */
  forgedToken(how: Forgery, claims?: JWTPayload): Promise<string>;
  /** Signs by a new key from now on and publishes only that one. Botbuilder looks for new keys once an hour at most. */
  rotate(): Promise<void>;
  /** Says for which channels the keys may sign, from the next look-up on. */
  endorse(...channels: readonly string[]): void;
  /** Whether a bot was given this Authorization header by the token endpoint. */
  readonly isIssued: (authorization: string | undefined) => boolean;
  readonly faults: Faults;
  readonly requests: readonly ReceivedRequest[];
  stop(): Promise<void>;
}

interface SigningKey {
  readonly kid: string;
  readonly pair: KeyPair;
  readonly published: JWK;
}

async function makeKey(): Promise<SigningKey> {
  const pair = await generateKeyPair('RS256');
  const kid = randomUUID();
  return { kid, pair, published: { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

/** Starts an issuer on 127.0.0.1 for one bot, endorsed for Teams. */
export async function startTokenIssuer(options: {
  readonly appId: string;
  /** Default: Bot Framework's own name. */
  readonly issuer?: string;
}): Promise<TokenIssuer> {
  const { appId, issuer = 'https://api.botframework.com' } = options;
  const appSecret = randomBytes(24).toString('base64url');
  const secrets = new Set([appSecret]);
  const requests: ReceivedRequest[] = [];
  const issued = new Set<string>();
  const { faults, take } = createFaults(() => true);
  let key = await makeKey();
  let endorsements: readonly string[] = ['msteams'];

  // Botbuilder keeps keys by their address for the life of the process; a port may come again in it.
  const root = `/${randomUUID()}`;
  const ok = (body: unknown): WireAnswer => ({ kind: 'answer', status: 200, body });
  const giveToken = (body: string): WireAnswer => {
    const form = new URLSearchParams(body);
    const isRight =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === appId &&
      secrets.has(form.get('client_secret') ?? '');
    if (!isRight) return { kind: 'answer', status: 401, body: { error: 'invalid_client' } };
    const token = randomBytes(24).toString('base64url');
    issued.add(`Bearer ${token}`);
    return ok({ token_type: 'Bearer', expires_in: 3_600, access_token: token });
  };
  const answer = ({ path, body }: ReceivedRequest): WireAnswer => {
    switch (path) {
      case `${root}/openid`:
        return ok({ issuer, jwks_uri: keysUrl, id_token_signing_alg_values_supported: ['RS256'] });
      case `${root}/keys`:
        return ok({ keys: [{ ...key.published, endorsements }] });
      case `${root}/token`:
        return giveToken(body);
      default:
        return { kind: 'answer', status: 404, body: { error: 'not_found' } };
    }
  };
  const server = await startLoopbackServer((request) => {
    requests.push(request);
    const fault = take(request);
    if (fault && !commitsAnyway(fault)) return faultAnswer(fault, request, () => ({ error: 'fault' }));
    const done = answer(request);
    return fault ? faultAnswer(fault, request, () => ({ error: 'fault' })) : done;
  });
  const keysUrl = `${server.url}${root}/keys`;

  const payloadOf = (claims: JWTPayload): JWTPayload => {
    const now = Math.floor(Date.now() / 1_000);
    return JSON.parse(JSON.stringify({ iss: issuer, aud: appId, iat: now, nbf: now, exp: now + 3_600, ...claims }));
  };
  const sign = (by: CryptoKey | Uint8Array, claims: JWTPayload, header: Partial<JWTHeaderParameters>) =>
    new SignJWT(payloadOf(claims)).setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header }).sign(by);
  return {
    appId,
    issuer,
    metadataUrl: `${server.url}${root}/openid`,
    keysUrl,
    tokenUrl: `${server.url}${root}/token`,
    appSecret,
    addSecret() {
      const further = randomBytes(24).toString('base64url');
      secrets.add(further);
      return further;
    },
    removeSecret: (secret) => void secrets.delete(secret),
    token: (claims = {}, header = {}) => sign(key.pair.privateKey, claims, header),
    async forgedToken(how, claims = {}) {
      if (how === 'otherKey') return sign((await makeKey()).pair.privateKey, claims, {});
      if (how === 'unsigned') return new UnsecuredJWT(payloadOf(claims)).encode();
      return sign(Buffer.from(await exportSPKI(key.pair.publicKey)), claims, { alg: 'HS256' });
    },
    async rotate() {
      key = await makeKey();
    },
    endorse(...channels) {
      endorsements = channels;
    },
    isIssued: (authorization) => authorization !== undefined && issued.has(authorization),
    faults,
    requests,
    stop: () => server.stop(),
  };
}
