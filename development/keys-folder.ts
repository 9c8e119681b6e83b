import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const isHidden = (name: string): boolean => /^\.[^.]/u.test(name);

/**
 * The folder of the keys of development, which whoever tries the tab must find in a file picker: `keys` beside the store,
 * or, where the store is in a folder that pickers hide, `development-keys` beside that folder.
 */
export function keysFolder(storePath: string): string {
  const folder = dirname(storePath);
  const name = basename(folder);
  if (!isHidden(name)) return join(folder, 'keys');
  return join(dirname(folder), name === '.data' ? 'development-keys' : `development-keys${name}`);
}

const before = (storePath: string): string => join(dirname(storePath), 'keys');

/** Where keys stand now: in the folder for them, or where an earlier version left them. */
export const presentKeysFolder = (storePath: string): string => {
  const folder = keysFolder(storePath);
  return existsSync(folder) || !existsSync(before(storePath)) ? folder : before(storePath);
};

/**
 * The folder of the keys, once what an earlier version left in the hidden folder is moved there. Where it cannot be moved it is used
 * where it is: what was sealed to these keys must go on to open.
 */
export function settledKeysFolder(storePath: string): string {
  const present = presentKeysFolder(storePath);
  const folder = keysFolder(storePath);
  if (present === folder) return folder;
  try {
    renameSync(present, folder);
    return folder;
  } catch {
    return present;
  }
}
