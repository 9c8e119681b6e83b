import { armor, Encrypter } from 'age-encryption';
import { recipientOfIdentity } from './hybrid-identity.ts';
import { hybridRecipient } from './hybrid-recipient.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';
import { identitiesText, wrapInPassphrase } from '../wrap-identity.ts';

/** How the text of an identity is wrapped: in one passphrase, or for the `age1pq1…` lines of its holders. */
export type Wrapping = { readonly passphrase: string } | { readonly holders: readonly string[] };

/** A text with an identity, its public line and what it is for, laid out as age-keygen does. */
export const identityText = (identity: string, purpose: string): string =>
  identitiesText([{ identity, recipient: recipientOfIdentity(identity) }], purpose);

/**
 * The text of identities as an armoured age file that only its holders open. Throws SealError `noRecipient` without
 * holders, and for a holder's line as `hybridRecipient` does.
 */
export async function wrapIdentityText(text: string, wrapping: Wrapping): Promise<string> {
  if ('passphrase' in wrapping) return await wrapInPassphrase(text, wrapping.passphrase);
  if (wrapping.holders.length === 0) throw new SealError('noRecipient');
  const encrypter = new Encrypter();
  for (const line of wrapping.holders) encrypter.addRecipient(hybridRecipient(line));
  return armor.encode(await encrypter.encrypt(text));
}
