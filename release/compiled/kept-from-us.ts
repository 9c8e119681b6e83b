import { accessSync, constants, lstatSync } from 'node:fs';

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** For a group, and for everybody. With rights for single accounts, those of the group are the most that any of them has. */
const writableByOthers = 0o022;

/**
 * Whether nobody but the owner of a file or a folder may change it, and this account is not the owner, who can give
 * themselves any right. Asked of the rights themselves as well: a disk that is read-only for this process need not be so
 * for another of the same account. Never so for a link, for root, and where a system has no accounts of this kind. Throws
 * what the system says where nothing stands there.
 */
export function isKeptFromUs(path: string): boolean {
  const { getuid } = process;
  const there = lstatSync(path);
  if (getuid === undefined || there.uid === getuid()) return false;
  return (there.isDirectory() || there.isFile()) && (there.mode & writableByOthers) === 0 && !mayWrite(path);
}
