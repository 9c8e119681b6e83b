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
 * A plain age file, without padding, for someone outside Candour, made as its pieces come: only the result is in memory.
 * Throws SealError: `malformedRecipient`, `notHybrid`; and as the pieces do.
 */
export async function encryptForRecipient(
  content: { readonly bytes: number; readonly pieces: AsyncGenerator<Uint8Array> },
  recipient: string,
): Promise<Uint8Array<ArrayBuffer>> {
  assertRecipient(recipient);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const plain = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await content.pieces.next();
      if (step.done) controller.close();
      else controller.enqueue(step.value);
    },
  });
  const sealed = await encrypter.encrypt(plain).catch(() => {
    // A line can be well formed and still not be a key.
    throw new SealError('malformedRecipient');
  });
  const whole = new Uint8Array(sealed.size(content.bytes));
  let at = 0;
  const reader = sealed.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    whole.set(step.value, at);
    at += step.value.length;
  }
  return whole;
}

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
