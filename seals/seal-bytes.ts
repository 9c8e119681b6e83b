import { Encrypter } from 'age-encryption';
import { SealError } from '../concerns/ports/seal-error.ts';
import { checkRecipient } from './recipient-of.ts';

/**
 * Bytes as an age file, without anything before or behind them: for somebody elsewhere who opens it with age itself.
 * Throws SealError: `malformedRecipient`, `notHybrid`.
 */
export async function sealBytes(content: Uint8Array, recipient: string): Promise<Uint8Array> {
  checkRecipient(recipient);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  try {
    return await encrypter.encrypt(content);
  } catch {
    // The bytes of a line are a key only if they can be sealed to.
    throw new SealError('malformedRecipient');
  }
}
