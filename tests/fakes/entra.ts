import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
  SignJWT,
  UnsecuredJWT,
} from 'jose';

/** Who a token is made out to, and claims in place of the usual ones; a claim that is `undefined` is left out. */
export type TokenSubject = { readonly objectId: string; readonly name?: string; readonly roles?: readonly string[] } & {
  /** Whether the force's lists name the person for these roles as well; they do if this is missing. */
  readonly listed?: false;
  readonly claims?: JWTPayload;
  readonly header?: Partial<JWTHeaderParameters>;
};

/** What Entra does for the tab: it makes tokens for people, and publishes the keys that they are signed with. */
export interface Entra {
  /** The published keys, as the server asks for them. */
  readonly keys: JWTVerifyGetKey;
  /** The same as a server in a process of its own is told them. */
  published(): readonly JWK[];
  /** A token as Teams' single sign-on gives it to a tab, v2. */
  token(of: TokenSubject): Promise<string>;
  /** A token that Entra never made: by a key of somebody else, by its public key as a secret, or with no signature. */
  forgedToken(how: 'otherKey' | 'publicKeyAsSecret' | 'unsigned', of: TokenSubject): Promise<string>;
  /** Takes another key; the ones before are no longer published. */
  rotate(): Promise<void>;
}

async function makeKey(): Promise<{ kid: string; privateKey: CryptoKey; publicKey: CryptoKey; published: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomUUID();
  return { kid, privateKey, publicKey, published: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

/** An Entra of one tenant and one app, in this process. */
export async function createEntra(options: {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clock: () => Date;
}): Promise<Entra> {
  const { tenantId, clientId, clock } = options;
  let key = await makeKey();

  const payloadOf = ({ objectId, name = 'A handler', roles, claims }: TokenSubject): JWTPayload => {
    const now = Math.floor(clock().getTime() / 1_000);
    const usual = {
      aud: clientId,
      iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      iat: now,
      nbf: now,
      exp: now + 3_600,
      azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
      name,
      oid: objectId,
      preferred_username: 'person@example.com',
      scp: 'access_as_user',
      sub: randomUUID(),
      tid: tenantId,
      ver: '2.0',
      ...(roles && { roles }),
    };
    return JSON.parse(JSON.stringify({ ...usual, ...claims }));
  };
  const sign = (by: CryptoKey | Uint8Array, of: TokenSubject, header: Partial<JWTHeaderParameters> = {}) =>
    new SignJWT(payloadOf(of))
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...of.header, ...header })
      .sign(by);
  return {
    keys: (header, token) => createLocalJWKSet({ keys: [key.published] })(header, token),
    published: () => [key.published],
    token: (of) => sign(key.privateKey, of),
    async forgedToken(how, of) {
      if (how === 'otherKey') return sign((await makeKey()).privateKey, of);
      if (how === 'unsigned') return new UnsecuredJWT(payloadOf(of)).encode();
      return sign(new TextEncoder().encode(await exportSPKI(key.publicKey)), of, { alg: 'HS256' });
    },
    async rotate() {
      key = await makeKey();
    },
  };
}
