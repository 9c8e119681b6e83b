import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A device that makes and uses passkeys, as Chromium's virtual authenticator does: none of its checks are made here. */
export interface Authenticator {
  /** Answers an offer with a new passkey. */
  make(offer: CredentialOptions & { readonly userHandle: string }, instead?: CredentialOverrides): CreatedPasskey;
  /** Answers an offer with a passkey that it has. */
  use(offer: CredentialOptions, passkey: CreatedPasskey, instead?: CredentialOverrides): AssertionOptions;
}

interface CredentialOptions {
  readonly offer: string;
  readonly challenge: string;
  readonly host: string;
}
/** Anything that a hostile device says otherwise. */
export interface CredentialOverrides {
  readonly challenge?: string;
  readonly origin?: string;
  readonly host?: string;
  readonly userHandle?: string;
  readonly counter?: number;
  readonly isVerified?: boolean;
  readonly format?: 'none' | 'packed';
  /** Certificates beside an attestation. */
  readonly certificates?: readonly Buffer[];
  readonly type?: string;
}

export interface CreatedPasskey {
  readonly id: string;
  readonly userHandle: string;
  readonly body: {
    readonly offer: string;
    readonly id: string;
    readonly response: { readonly clientDataJSON: string; readonly attestationObject: string };
  };
  readonly sign: (bytes: Buffer) => Buffer;
}
interface AssertionOptions {
  readonly offer: string;
  readonly id: string;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle: string;
  };
}

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');

type Cbor = number | string | Buffer | readonly Cbor[] | ReadonlyMap<number | string, Cbor>;
function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.of((major << 5) | length);
  if (length < 256) return Buffer.of((major << 5) | 24, length);
  return Buffer.of((major << 5) | 25, length >> 8, length & 0xff);
}
/** As much of CBOR as a passkey is written in. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value]);
  if (value instanceof Map) {
    const parts = [...value].flatMap(([name, inner]) => [cbor(name), cbor(inner)]);
    return Buffer.concat([cborHead(5, value.size), ...parts]);
  }
  const list: readonly Cbor[] = Array.isArray(value) ? value : [];
  return Buffer.concat([cborHead(4, list.length), ...list.map(cbor)]);
}

const userPresentFlag = 0x01;
const userVerifiedFlag = 0x04;
const attestedDataFlag = 0x40;

const authenticatorData = (host: string, flags: number, counter: number): Buffer => {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(host), Buffer.of(flags), count]);
};
const authenticatorFlags = ({ isVerified = true }: CredentialOverrides): number =>
  userPresentFlag | (isVerified ? userVerifiedFlag : 0);

/** A device, at a page of this origin. */
export const createAuthenticator = (origin: string): Authenticator => ({
  make(offer, instead = {}) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const id = randomBytes(16);
    const data = Buffer.concat([
      authenticatorData(
        instead.host ?? offer.host,
        authenticatorFlags(instead) | attestedDataFlag,
        instead.counter ?? 0,
      ),
      Buffer.alloc(16),
      Buffer.of(0, id.length),
      id,
      cbor(key),
    ]);
    const client = JSON.stringify({
      type: instead.type ?? 'webauthn.create',
      challenge: instead.challenge ?? offer.challenge,
      origin: instead.origin ?? origin,
      crossOrigin: false,
    });
    const signIt = (bytes: Buffer): Buffer => sign('sha256', bytes, privateKey);
    const statement = new Map<string, Cbor>(
      instead.format === 'packed'
        ? [
            ['alg', -7],
            ['sig', signIt(Buffer.concat([data, sha256(client)]))],
            ...(instead.certificates ? [['x5c', [...instead.certificates]] as const] : []),
          ]
        : [],
    );
    const attestation = new Map<string, Cbor>([
      ['fmt', instead.format ?? 'none'],
      ['attStmt', statement],
      ['authData', data],
    ]);
    const passkeyId = id.toString('base64url');
    return {
      id: passkeyId,
      userHandle: instead.userHandle ?? offer.userHandle,
      body: {
        offer: offer.offer,
        id: passkeyId,
        response: { clientDataJSON: base64url(client), attestationObject: base64url(cbor(attestation)) },
      },
      sign: signIt,
    };
  },
  use(offer, passkey, instead = {}) {
    const data = authenticatorData(instead.host ?? offer.host, authenticatorFlags(instead), instead.counter ?? 0);
    const client = JSON.stringify({
      type: instead.type ?? 'webauthn.get',
      challenge: instead.challenge ?? offer.challenge,
      origin: instead.origin ?? origin,
      crossOrigin: false,
    });
    return {
      offer: offer.offer,
      id: passkey.id,
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(passkey.sign(Buffer.concat([data, sha256(client)]))),
        userHandle: instead.userHandle ?? passkey.userHandle,
      },
    };
  },
});
