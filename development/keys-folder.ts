import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const isHidden = (name: string): boolean => /^\.[^.]/u.test(name);

/**
 * `keys` beside the store, or, if file pickers hide the store's folder, `development-keys` beside that folder: a tester
 * of the tab must find them.
 */
export function keysFolder(storePath: string): string {
  const folder = dirname(storePath);
  const name = basename(folder);
  if (!isHidden(name)) return join(folder, 'keys');
  return join(dirname(folder), name === '.data' ? 'development-keys' : `development-keys${name}`);
}

const before = (storePath: string): string => join(dirname(storePath), 'keys');

/** The present place of the keys: in their folder, or where an earlier version left them. */
export const presentKeysFolder = (storePath: string): string => {
  const folder = keysFolder(storePath);
  return existsSync(folder) || !existsSync(before(storePath)) ? folder : before(storePath);
};

/**
 * Moves keys that an earlier version left in the hidden folder. If they cannot be moved they are used there: what was
 * sealed to them must still open.
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
