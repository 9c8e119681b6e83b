import { base64 } from '@scure/base';
import { Encrypter } from 'age-encryption';
import { padText } from './padding.ts';
import { SealError } from '../core/ports/seal.ts';
import { assertRecipient } from './recipient.ts';

/**
 * An age file in base64 for `age1pq1…` lines, padded so that its length says little. Throws SealError: `noRecipient`,
 * `malformedRecipient`, `notHybrid`, `brokenText`.
 */
export async function sealText(text: string, recipients: readonly string[]): Promise<string> {
  const padded = padText(text);
  const lines = [...new Set(recipients)];
  if (lines.length === 0) throw new SealError('noRecipient');
  try {
    return base64.encode(await encryptBytes(padded, lines));
  } finally {
    padded.fill(0);
  }
}

/**
 * A plain age file, without padding, for someone outside Candour. Throws SealError: `malformedRecipient`, `notHybrid`.
 */
export const encryptForRecipient = async (content: Uint8Array, recipient: string): Promise<Uint8Array> =>
  await encryptBytes(content, [recipient]);

async function encryptBytes(content: Uint8Array, lines: readonly string[]): Promise<Uint8Array> {
  for (const line of lines) assertRecipient(line);
  const encrypter = new Encrypter();
  for (const line of lines) encrypter.addRecipient(line);
  try {
    return await encrypter.encrypt(content);
  } catch {
    // A line can be well formed and still not be a key.
    throw new SealError('malformedRecipient');
  }
}
