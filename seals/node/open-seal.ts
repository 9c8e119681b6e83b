import { decryptAge } from '../decrypt-age.ts';
import { unpadText } from '../padded-text.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';

/**
 * The text of a seal, opened by the first of the identities (`AGE-SECRET-KEY-PQ-1…`) that can. Throws SealError:
 * `noIdentity` without one, `malformedIdentity`, `notForThisIdentity` where none of them fits, `damaged` where the
 * seal is not what was made.
 */
export async function openSealed(base64: string, identities: readonly string[]): Promise<string> {
  const file = Buffer.from(base64, 'base64');
  // Node skips over what is not base64; a seal that was changed there is a changed seal.
  if (file.toString('base64') !== base64) throw new SealError('damaged');
  return unpadText(await decryptAge(new Uint8Array(file), { identities }));
}
