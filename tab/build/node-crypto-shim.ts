// The part of node:crypto that the core uses, for a browser. A test holds it equal to Node's.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad, hex } from '@scure/base';

type Encoding = 'base64url' | 'hex';
interface Hash {
  update(data: string | Uint8Array): Hash;
  digest(encoding: Encoding): string;
}

const toBytes = (data: string | Uint8Array): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : data;

function wrapHash(state: { update(data: Uint8Array): unknown; digest(): Uint8Array }): Hash {
  const hash: Hash = {
    update(data) {
      state.update(toBytes(data));
      return hash;
    },
    digest: (encoding) => (encoding === 'hex' ? hex : base64urlnopad).encode(state.digest()),
  };
  return hash;
}

export const createHash = (_algorithm: 'sha256'): Hash => wrapHash(sha256.create());
export const createHmac = (_algorithm: 'sha256', key: string | Uint8Array): Hash =>
  wrapHash(hmac.create(sha256, toBytes(key)));

/** Constant time; both must have one length. */
export function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (const [place, byte] of one.entries()) difference |= byte ^ (other[place] ?? 0);
  return difference === 0;
}
