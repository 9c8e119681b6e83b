import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOfSeed, recipientOfIdentity } from '../../seals/node/hybrid-identity.ts';
import { identityText, type Wrapping } from '../../seals/node/wrapped-identity.ts';
import { KeysError } from './keys-error.ts';
import { refuseTaken, writeOnce, writeWrapped } from './wrapped-file.ts';

export interface NewKey {
  readonly identityFile: string;
  readonly publicFile: string;
  readonly publicLine: string;
}

interface PublicHalf {
  readonly ending: string;
  readonly lineOf: (identity: string) => string;
}

const recipientHalf: PublicHalf = { ending: 'recipient', lineOf: recipientOfIdentity };

export const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {
    throw new KeysError('cannotWrite');
  });
};

/**
 * Makes a key as `<name>.identity.age`, wrapped, and `<name>.recipient`, its public line, or another half of it. Asks
 * for the wrapping only if both names are free. Throws KeysError or SealError.
 */
export async function makeNewKey(
  folder: string,
  name: string,
  purpose: string,
  wrapping: () => Promise<Wrapping>,
  half = recipientHalf,
): Promise<NewKey> {
  const identityFile = `${name}.identity.age`;
  const publicFile = `${name}.${half.ending}`;
  await makeFolder(folder);
  for (const file of [identityFile, publicFile]) await refuseTaken(join(folder, file));
  const how = await wrapping();
  const identity = identityOfSeed(randomBytes(32));
  const publicLine = half.lineOf(identity);
  await writeWrapped(join(folder, identityFile), identityText(identity, purpose), how);
  await writeOnce(join(folder, publicFile), `${publicLine}\n`);
  return { identityFile, publicFile, publicLine };
}
