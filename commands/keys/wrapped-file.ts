import { stat } from 'node:fs/promises';
import { readIdentityFile } from '../../seals/node/identity-file.ts';
import { writeNewFile } from '../../seals/node/new-file.ts';
import { type Wrapping, wrapIdentityText } from '../../seals/node/wrapped-identity.ts';
import { isFileError } from '../../bot/running/file-error.ts';
import { KeysError } from './keys-error.ts';

/** Throws KeysError `fileExists`. Asked before anyone types a passphrase. */
export async function refuseTaken(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw new KeysError('cannotWrite');
  });
  if (found) throw new KeysError('fileExists');
}

/** A new file (0600). Throws KeysError `fileExists` or `cannotWrite`. */
export const writeOnce = async (path: string, text: string): Promise<void> =>
  await writeNewFile(path, text).catch((error: unknown) => {
    throw new KeysError(isFileError(error, 'EEXIST') ? 'fileExists' : 'cannotWrite');
  });

/**
 * Opens the file again if a passphrase can: one that does not open is found now, and not on the day of the first
 * report. Throws KeysError or SealError.
 */
export async function writeWrapped(path: string, text: string, wrapping: Wrapping): Promise<void> {
  await writeOnce(path, await wrapIdentityText(text, wrapping));
  if (!('passphrase' in wrapping)) return;
  const again = await readIdentityFile(path, { passphrase: async () => wrapping.passphrase }).catch(() => undefined);
  if (again?.text !== text) throw new KeysError('notWrittenWhole');
}
