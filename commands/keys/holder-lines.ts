import { readFile } from 'node:fs/promises';
import { hybridRecipient } from '../../seals/node/hybrid-recipient.ts';
import { KeysError } from './keys-error.ts';

const lineOf = async (lineOrPath: string): Promise<string> => {
  if (lineOrPath.startsWith('age1')) return lineOrPath.trim();
  const text = await readFile(lineOrPath, 'utf8').catch(() => {
    throw new KeysError('cannotRead');
  });
  return text.trim();
};

/**
 * The public lines of a key's holders, each named by its line or by a file that holds it. Throws KeysError
 * `cannotRead`, and SealError for anything but an `age1pq1…` line.
 */
export async function holderLines(named: readonly string[]): Promise<readonly string[]> {
  const lines = await Promise.all(named.map(lineOf));
  for (const line of lines) hybridRecipient(line);
  return lines;
}
