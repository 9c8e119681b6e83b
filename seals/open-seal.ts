import { base64, base64urlnopad } from '@scure/base';
import { unpadText } from './padded-text.ts';
import { SealError } from '../concerns/ports/seal-error.ts';
import { type AgeKeys, decryptAge, fileKeyOf } from './decrypt-age.ts';

function bytesOf(text: string): Uint8Array {
  try {
    const bytes = base64.decode(text);
    if (base64.encode(bytes) === text) return bytes;
  } catch {
    // Said below in our own words.
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
 * The text of a seal, opened by the first of the identities (`AGE-SECRET-KEY-PQ-1…`) that can. Throws
 * SealError: `noIdentity` without one, `malformedIdentity`, `notForThisIdentity` where none of them fits, `damaged`
 * where the seal is not what was made.
 */
export const openSealed = async (base64Text: string, identities: readonly string[]): Promise<string> =>
  await textOf(base64Text, { identities });

/**
 * The key of one seal in base64url: with it and the seal anyone shows what the seal says, and opens no other. The tag in
 * the header of an age file is made with that key, so that a seal has one key and says one thing. Throws as `openSealed`.
 */
export const keyOfSeal = async (base64Text: string, identities: readonly string[]): Promise<string> =>
  base64urlnopad.encode(await fileKeyOf(bytesOf(base64Text), { identities }));

/** The text of a seal, opened by the key of this seal alone. Throws SealError `damaged` if it is not its key. */
export async function openByKey(base64Text: string, key: string): Promise<string> {
  let fileKey: Uint8Array;
  try {
    fileKey = base64urlnopad.decode(key);
  } catch {
    throw new SealError('damaged');
  }
  return await textOf(base64Text, { fileKey });
}
