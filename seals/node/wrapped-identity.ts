import { armor, Encrypter } from 'age-encryption';
import { recipientOfIdentity } from './hybrid-identity.ts';
import { hybridRecipient } from './hybrid-recipient.ts';
import { SealError } from '../../concerns/ports/seal.ts';
import { identitiesText, wrapInPassphrase } from '../wrap-identity.ts';

export type Wrapping = { readonly passphrase: string } | { readonly holders: readonly string[] };

/** Laid out as age-keygen does. */
export const identityText = (identity: string, purpose: string): string =>
  identitiesText([{ identity, recipient: recipientOfIdentity(identity) }], purpose);

/**
 * An armoured age file that only the holders, or the passphrase, open. Throws SealError `noRecipient` without holders,
 * and as `hybridRecipient`.
 */
export async function wrapIdentityText(text: string, wrapping: Wrapping): Promise<string> {
  if ('passphrase' in wrapping) return await wrapInPassphrase(text, wrapping.passphrase);
  if (wrapping.holders.length === 0) throw new SealError('noRecipient');
  const encrypter = new Encrypter();
  for (const line of wrapping.holders) encrypter.addRecipient(hybridRecipient(line));
  return armor.encode(await encrypter.encrypt(text));
}
