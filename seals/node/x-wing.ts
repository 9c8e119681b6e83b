// X-Wing, a KEM of ML-KEM-768 and X25519: https://datatracker.ietf.org/doc/draft-connolly-cfrg-xwing-kem/10/
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  encapsulate,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { SealError } from '../../concerns/ports/seal.ts';

// Node takes raw keys only inside DER. Each prefix ends where the key begins: RFC 9935 for ML-KEM, RFC 8410 for X25519.
const der = {
  kemPublic: Buffer.from('308204b2300b0609608648016503040402038204a100', 'hex'),
  kemSeed: Buffer.from('3054020100300b060960864801650304040204428040', 'hex'),
  curvePublic: Buffer.from('302a300506032b656e032100', 'hex'),
  curvePrivate: Buffer.from('302e020100300506032b656e04220420', 'hex'),
} as const;
const kemPublicBytes = 1184;
const curveBytes = 32;
const label = Buffer.from('\\.//^\\', 'latin1');

const publicKey = (prefix: Buffer, raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' });
const privateKey = (prefix: Buffer, raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'pkcs8' });
const rawKem = (key: KeyObject): Uint8Array =>
  new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(-kemPublicBytes));
/** As JWK, which Node writes by itself; OpenSSL takes 20 µs for DER. Node 24 has no JWK for ML-KEM. */
const rawCurve = (key: KeyObject): Uint8Array =>
  new Uint8Array(Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url'));

/** The draft proves that ML-KEM's ciphertext may be left out. */
export const combineXWing = (
  kemSecret: Uint8Array,
  curveSecret: Uint8Array,
  curveCiphertext: Uint8Array,
  curvePublic: Uint8Array,
): Uint8Array =>
  new Uint8Array(
    createHash('sha3-256')
      .update(kemSecret)
      .update(curveSecret)
      .update(curveCiphertext)
      .update(curvePublic)
      .update(label)
      .digest(),
  );

export function expandXWingSeed(seed: Uint8Array): { readonly kem: KeyObject; readonly curve: KeyObject } {
  if (seed.length !== 32) throw new SealError('malformedSeed');
  const expanded = createHash('shake256', { outputLength: 96 }).update(seed).digest();
  return {
    kem: privateKey(der.kemSeed, expanded.subarray(0, 64)),
    curve: privateKey(der.curvePrivate, expanded.subarray(64)),
  };
}

export function xWingPublicKey(seed: Uint8Array): Uint8Array {
  const { kem, curve } = expandXWingSeed(seed);
  const halves = [rawKem(createPublicKey(kem)), rawCurve(createPublicKey(curve))];
  return new Uint8Array(Buffer.concat(halves));
}

export interface Encapsulation {
  readonly secret: Uint8Array;
  /** 1,120 bytes. */
  readonly ciphertext: Uint8Array;
}

/**
 * Reads a public key of 1,216 bytes once; each call then draws a new secret. Throws SealError `malformedRecipient` for
 * bytes that are no key; the returned function throws it for a point that gives no secret.
 */
export function xWingEncapsulator(bytes: Uint8Array): () => Encapsulation {
  const halves = halvesOf(bytes);
  return () => {
    const fromKem = encapsulate(halves.kem);
    const ours = generateKeyPairSync('x25519');
    const share = rawCurve(ours.publicKey);
    const curveSecret = agreed(ours.privateKey, halves.curve);
    return {
      secret: combineXWing(fromKem.sharedKey, curveSecret, share, halves.curveRaw),
      ciphertext: new Uint8Array(Buffer.concat([fromKem.ciphertext, share])),
    };
  };
}

function halvesOf(bytes: Uint8Array) {
  if (bytes.length !== kemPublicBytes + curveBytes) throw new SealError('malformedRecipient');
  const curveRaw = bytes.slice(kemPublicBytes);
  try {
    const kem = publicKey(der.kemPublic, bytes.subarray(0, kemPublicBytes));
    return { kem, curve: publicKey(der.curvePublic, curveRaw), curveRaw };
  } catch {
    throw new SealError('malformedRecipient');
  }
}

function agreed(privateKey: KeyObject, publicKey: KeyObject): Uint8Array {
  try {
    return diffieHellman({ privateKey, publicKey });
  } catch {
    // A point of small order gives everyone the same secret: OpenSSL refuses it, as RFC 7748 asks.
    throw new SealError('malformedRecipient');
  }
}
