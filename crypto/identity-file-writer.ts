import { armor, Encrypter, generateHybridIdentity } from 'age-encryption';
import { recipientFromIdentity } from './recipient.ts';

export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

export async function generateKeyPair(): Promise<KeyPair> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await recipientFromIdentity(identity) };
}

/** The first identity is the current one. */
export const identitiesText = (keys: readonly KeyPair[], purpose: string): string =>
  [`# ${purpose}`, ...keys.flatMap((key) => [`# public key: ${key.recipient}`, key.identity]), ''].join('\n');

/** age's own work factor, about a second a guess. */
const defaultWorkFactor = 18;

/** An armoured age file that stock age decrypts as well. `workFactor` is the base-2 logarithm of scrypt's cost. */
export async function wrapWithPassphrase(
  text: string,
  passphrase: string,
  workFactor = defaultWorkFactor,
): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return armor.encode(await encrypter.encrypt(text));
}
