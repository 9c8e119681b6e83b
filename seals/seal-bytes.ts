import { Encrypter } from 'age-encryption';
import { SealError } from '../concerns/ports/seal.ts';
import { checkRecipient } from './recipient-of.ts';

/**
 * A plain age file, without padding, for someone outside Candour. Throws SealError: `malformedRecipient`, `notHybrid`.
 */
export async function sealBytes(content: Uint8Array, recipient: string): Promise<Uint8Array> {
  checkRecipient(recipient);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  try {
    return await encrypter.encrypt(content);
  } catch {
    // A line can be well formed and still not be a key.
    throw new SealError('malformedRecipient');
  }
}
