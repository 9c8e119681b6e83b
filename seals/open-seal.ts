import { base64 } from '@scure/base';
import { unpadText } from './padded-text.ts';
import { SealError } from '../concerns/ports/seal-error.ts';
import { decryptAge } from './decrypt-age.ts';

function bytesOf(text: string): Uint8Array {
  try {
    const bytes = base64.decode(text);
    if (base64.encode(bytes) === text) return bytes;
  } catch {
    // Said below in our own words.
  }
  throw new SealError('damaged');
}

/**
 * The text of a seal, opened by the first of the identities (`AGE-SECRET-KEY-PQ-1…`) that can. Throws
 * SealError: `noIdentity` without one, `malformedIdentity`, `notForThisIdentity` where none of them fits, `damaged`
 * where the seal is not what was made.
 */
export async function openSealed(base64Text: string, identities: readonly string[]): Promise<string> {
  const padded = await decryptAge(bytesOf(base64Text), { identities });
  const text = unpadText(padded);
  padded.fill(0);
  return text;
}
