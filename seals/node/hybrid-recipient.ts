// age's hybrid recipient, mlkem768x25519 of https://c2sp.org/age: HPKE (RFC 9180, base mode) with X-Wing, HKDF-SHA256
// and ChaCha20-Poly1305 wraps the file key. age-encryption's holds the event loop for 3 ms each; this one for 0.2.
import { type Recipient, Stanza } from 'age-encryption';
import { publicKeyOf } from '../recipient-of.ts';
import { chacha } from './chacha.ts';
import { hmac } from './hmac.ts';
import { xWingEncapsulator } from './x-wing.ts';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const none = Buffer.alloc(0);
const noSalt = Buffer.alloc(32);
const version = ascii('HPKE-v1');
// X-Wing 0x647a, HKDF-SHA256 0x0001, ChaCha20-Poly1305 0x0003.
const suite = Buffer.concat([ascii('HPKE'), Buffer.from([0x64, 0x7a, 0x00, 0x01, 0x00, 0x03])]);
const info = ascii('age-encryption.org/mlkem768x25519');

const extract = (salt: Uint8Array, label: string, material: Uint8Array): Buffer =>
  hmac(salt, version, suite, ascii(label), material);
/** Only HKDF's first block: nothing here is longer than 32 bytes. */
const expand = (secret: Uint8Array, label: string, context: Uint8Array, length: number): Buffer =>
  hmac(secret, Buffer.from([0, length]), version, suite, ascii(label), context, Buffer.from([1])).subarray(0, length);

const context = Buffer.concat([
  Buffer.from([0]),
  extract(noSalt, 'psk_id_hash', none),
  extract(noSalt, 'info_hash', info),
]);

/** RFC 9180, section 5.1, base mode: one key and one nonce, each used once. */
function schedule(shared: Uint8Array): { readonly key: Buffer; readonly nonce: Buffer } {
  const secret = extract(shared, 'secret', none);
  return { key: expand(secret, 'key', context, 32), nonce: expand(secret, 'base_nonce', context, 12) };
}

const withoutPadding = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

export interface HybridRecipient extends Recipient {
  wrapFileKey(fileKey: Uint8Array): Stanza[];
}

/**
 * A recipient for an `age1pq1…` line on Node's own cryptography. Throws SealError: `notHybrid` for another kind of age
 * recipient, `malformedRecipient` for anything else.
 */
export function hybridRecipient(text: string): HybridRecipient {
  const encapsulate = xWingEncapsulator(publicKeyOf(text));
  return {
    wrapFileKey(fileKey) {
      const { secret, ciphertext } = encapsulate();
      const { key, nonce } = schedule(secret);
      const body = new Uint8Array(chacha(key, nonce, fileKey));
      return [new Stanza(['mlkem768x25519', withoutPadding(ciphertext)], body)];
    },
  };
}
