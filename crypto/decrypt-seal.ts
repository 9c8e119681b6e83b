import { base64, base64urlnopad } from '@scure/base';
import { unpadText } from './padding.ts';
import { type Mailbox, SealError } from '../core/ports/seal.ts';
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

/**
 * Opens with the first identity (`AGE-SECRET-KEY-PQ-1…`) that fits. Throws SealError: `noIdentity`,
 * `malformedIdentity`, `notForThisIdentity`, `damaged`.
 */
export const decryptSeal = async (base64Text: string, identities: readonly string[]): Promise<string> =>
  await decryptText(base64Text, { identities });

/**
 * One seal's own key in base64url: with it anyone can show what this seal says, and opens no other. The header's tag is
 * made with that key, so a seal has one key and one content. Throws as `decryptSeal`.
 */
export const decryptSealKey = async (base64Text: string, identities: readonly string[]): Promise<string> =>
  base64urlnopad.encode(await decryptFileKey(decodeSeal(base64Text), { identities }));

/** Opens a seal with its own key. Throws SealError `damaged` for another key. */
export async function decryptWithFileKey(base64Text: string, key: string): Promise<string> {
  let fileKey: Uint8Array;
  try {
    fileKey = base64urlnopad.decode(key);
  } catch {
    throw new SealError('damaged');
  }
  return await decryptText(base64Text, { fileKey });
}

/** Each mailbox's identity comes from its seed, is used for one seal and kept nowhere. */
export const createMailbox = (): Mailbox => ({
  async decrypt(sealed, seed) {
    try {
      return await decryptSeal(sealed, [identityFromSeed(seed)]);
    } catch (error) {
      if (error instanceof SealError) return undefined;
      throw error;
    }
  },
});
