import { armor, Encrypter, generateHybridIdentity } from 'age-encryption';
import { recipientOf } from './recipient.ts';

export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

export async function makeKeyPair(): Promise<KeyPair> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await recipientOf(identity) };
}

/** A text that age-keygen and the commands read; the first identity is the current one. */
export const identitiesText = (keys: readonly KeyPair[], purpose: string): string =>
  [`# ${purpose}`, ...keys.flatMap((key) => [`# public key: ${key.recipient}`, key.identity]), ''].join('\n');

/** age's own work factor, about a second a guess. */
const usualWork = 18;

/** An armoured age file that stock age opens as well. `work` is the base-2 logarithm of scrypt's cost. */
export async function wrapInPassphrase(text: string, passphrase: string, work = usualWork): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return armor.encode(await encrypter.encrypt(text));
}
