import { armor, Encrypter, generateHybridIdentity } from 'age-encryption';
import { recipientOf } from './recipient-of.ts';

/** A private key, and its public line. */
export interface KeyPair {
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly identity: string;
  /** `age1pq1…` */
  readonly recipient: string;
}

/** A new post-quantum identity, drawn in the page. */
export async function makeKeyPair(): Promise<KeyPair> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await recipientOf(identity) };
}

/** Identities as a text that age-keygen and Candour's own commands read; the first is the one that counts now. */
export const identitiesText = (keys: readonly KeyPair[], purpose: string): string =>
  [`# ${purpose}`, ...keys.flatMap((key) => [`# public key: ${key.recipient}`, key.identity]), ''].join('\n');

/** age's own work factor, about a second: how long each guess at a passphrase takes. */
const usualWork = 18;

/**
 * A text as an armoured age file that only the passphrase opens, and that stock age opens as well. `work` is the
 * base-2 logarithm of scrypt's cost.
 */
export async function wrapInPassphrase(text: string, passphrase: string, work = usualWork): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return armor.encode(await encrypter.encrypt(text));
}
