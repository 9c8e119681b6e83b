import { base64 } from '@scure/base';
import { Encrypter } from 'age-encryption';
import { padText } from './padded-text.ts';
import { SealError } from '../concerns/ports/seal-error.ts';
import { checkRecipient } from './recipient-of.ts';

/**
 * Text sealed in the page, as an age file in base64 that each of the recipients (`age1pq1…`) opens. Its length says
 * little about that of the text. Throws SealError: `noRecipient` for nobody, `malformedRecipient`, `notHybrid` for one
 * that is not post-quantum (it would undo the protection of all), `brokenText`.
 */
export async function sealTo(text: string, recipients: readonly string[]): Promise<string> {
  const padded = padText(text);
  const lines = [...new Set(recipients)];
  if (lines.length === 0) throw new SealError('noRecipient');
  for (const line of lines) checkRecipient(line);
  const encrypter = new Encrypter();
  for (const line of lines) encrypter.addRecipient(line);
  try {
    return base64.encode(await encrypter.encrypt(padded));
  } catch {
    // The bytes of a line are a key only if they can be sealed to.
    throw new SealError('malformedRecipient');
  } finally {
    padded.fill(0);
  }
}
