import { base64, base64urlnopad } from '@scure/base';
import { unpadText } from './padding.ts';
import { type MailboxDecrypter, SealError } from '../core/ports/seal.ts';
import { type AgeKeys, decryptAge, decryptFileKey } from './decrypt-age.ts';
import { identityFromSeed } from './age-identity.ts';

function decodeSeal(text: string): Uint8Array {
  try {
    const bytes = base64.decode(text);
    if (base64.encode(bytes) === text) return bytes;
  } catch {
    // Refused below.
  }
  throw new SealError('damaged');
}

async function decryptText(base64Text: string, keys: AgeKeys): Promise<string> {
  const padded = await decryptAge(decodeSeal(base64Text), keys);
  const text = unpadText(padded);
  padded.fill(0);
  return text;
}

/** Decrypts with the first identity (`AGE-SECRET-KEY-PQ-1…`) that fits. Throws as `decryptAge`. */
export const decryptSeal = async (base64Text: string, identities: readonly string[]): Promise<string> =>
  await decryptText(base64Text, { identities });

/**
 * In base64url: it shows what this seal says, and decrypts no other. The header's tag is made with it, so a seal has
 * one key and one content. Throws as `decryptSeal`.
 */
export const decryptSealKey = async (base64Text: string, identities: readonly string[]): Promise<string> =>
  base64urlnopad.encode(await decryptFileKey(decodeSeal(base64Text), { identities }));

/** Throws SealError `damaged` for another key. */
export async function decryptWithFileKey(base64Text: string, key: string): Promise<string> {
  let fileKey: Uint8Array;
  try {
    fileKey = base64urlnopad.decode(key);
  } catch {
    throw new SealError('damaged');
  }
  return await decryptText(base64Text, { fileKey });
}

/** Each mailbox's identity is derived from its seed, used for one seal and stored nowhere. */
export const createMailboxDecrypter = (): MailboxDecrypter => ({
  async decrypt(sealed, seed) {
    try {
      return await decryptSeal(sealed, [identityFromSeed(seed)]);
    } catch (error) {
      if (error instanceof SealError) return undefined;
      throw error;
    }
  },
});
