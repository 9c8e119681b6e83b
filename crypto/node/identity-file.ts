import { readFile } from 'node:fs/promises';
import { type IdentityFile, readIdentities } from '../identity-file-reader.ts';
import { detectWrapping } from '../identity-file-format.ts';
import { armor, Encrypter } from 'age-encryption';
import { hybridRecipient, recipientFromIdentitySync } from './hybrid-recipient.ts';
import { SealError } from '../../core/ports/seal.ts';
import { identitiesText, wrapWithPassphrase } from '../identity-file-writer.ts';

interface IdentityPrompts {
  readonly passphrase?: () => Promise<string | undefined>;
  readonly personal?: () => Promise<readonly string[]>;
}

/** Throws SealError as `readIdentities`, and as `readFile`. */
export async function readIdentityFile(path: string, prompts: IdentityPrompts = {}): Promise<IdentityFile> {
  const content = new Uint8Array(await readFile(path));
  const wrapping = detectWrapping(content);
  const passphrase = wrapping === 'passphrase' ? await prompts.passphrase?.() : undefined;
  const personal = wrapping === 'holders' ? await prompts.personal?.() : undefined;
  return await readIdentities(content, {
    ...(passphrase !== undefined && { passphrase }),
    ...(personal && { personal }),
  });
}

export type Wrapping = { readonly passphrase: string } | { readonly holders: readonly string[] };

export const identityText = (identity: string, purpose: string): string =>
  identitiesText([{ identity, recipient: recipientFromIdentitySync(identity) }], purpose);

/**
 * Armoured, for the holders or the passphrase. Throws SealError `noRecipient` without holders, and as
 * `hybridRecipient`.
 */
export async function wrapIdentityText(text: string, wrapping: Wrapping): Promise<string> {
  if ('passphrase' in wrapping) return await wrapWithPassphrase(text, wrapping.passphrase);
  if (wrapping.holders.length === 0) throw new SealError('noRecipient');
  const encrypter = new Encrypter();
  for (const line of wrapping.holders) encrypter.addRecipient(hybridRecipient(line));
  return armor.encode(await encrypter.encrypt(text));
}
