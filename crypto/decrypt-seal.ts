import { base64, base64urlnopad } from '@scure/base';
import { unpadText } from './padding.ts';
import { type Mailbox, SealError } from '../core/ports/seal.ts';
import { type AgeKeys, decryptAge, fileKeyOf } from './decrypt-age.ts';
import { identityOfSeed } from './age-identity.ts';

function bytesOf(text: string): Uint8Array {
  try {
    const bytes = base64.decode(text);
    if (base64.encode(bytes) === text) return bytes;
  } catch {
    // Refused below.
  }
  throw new SealError('damaged');
}

async function textOf(base64Text: string, keys: AgeKeys): Promise<string> {
  const padded = await decryptAge(bytesOf(base64Text), keys);
  const text = unpadText(padded);
  padded.fill(0);
  return text;
}

/**
 * Opens with the first identity (`AGE-SECRET-KEY-PQ-1…`) that fits. Throws SealError: `noIdentity`,
 * `malformedIdentity`, `notForThisIdentity`, `damaged`.
 */
export const openSealed = async (base64Text: string, identities: readonly string[]): Promise<string> =>
  await textOf(base64Text, { identities });

/**
 * One seal's own key in base64url: with it anyone can show what this seal says, and opens no other. The header's tag is
 * made with that key, so a seal has one key and one content. Throws as `openSealed`.
 */
export const keyOfSeal = async (base64Text: string, identities: readonly string[]): Promise<string> =>
  base64urlnopad.encode(await fileKeyOf(bytesOf(base64Text), { identities }));

/** Opens a seal with its own key. Throws SealError `damaged` for another key. */
export async function openByKey(base64Text: string, key: string): Promise<string> {
  let fileKey: Uint8Array;
  try {
    fileKey = base64urlnopad.decode(key);
  } catch {
    throw new SealError('damaged');
  }
  return await textOf(base64Text, { fileKey });
}

/** Each mailbox's identity comes from its seed, is used for one seal and kept nowhere. */
export const createMailbox = (): Mailbox => ({
  async open(sealed, seed) {
    try {
      return await openSealed(sealed, [identityOfSeed(seed)]);
    } catch (error) {
      if (error instanceof SealError) return undefined;
      throw error;
    }
  },
});
