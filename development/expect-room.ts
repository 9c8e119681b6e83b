import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isFileError } from '../bot/running/file-error.ts';
import { StartError } from './start-error.ts';

/** More than a build of the page, or a store that is new, comes to. */
const room = Buffer.alloc(16 * 1024 * 1024);

const whys: Readonly<Record<string, string>> = {
  ENOTDIR: 'cannot be made, since a file stands in its way',
  EROFS: 'is on a disk that is read-only',
  EACCES: 'may not be written to by this account',
  EPERM: 'may not be written to by this account',
  ENOSPC: 'finds no room on its disk',
  EDQUOT: 'finds no room in the quota of this account',
};

/** The folder itself, or where it will be made: what stands nearest above it. */
function standing(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : standing(above);
}

function tryIn(folder: string): void {
  const path = join(folder, `room-${process.pid}.tmp`);
  const file = openSync(path, 'wx', 0o600);
  try {
    // Until all of it stands: a disk takes a part and says so only to whoever goes on.
    writeFileSync(file, room);
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}

/**
 * Throws StartError, with what to do instead, where a folder cannot be made or written to, or its disk has no room for
 * what will be written. Looks by writing, since neither rights nor what a disk says of itself tell all of it, and leaves
 * everything as it was.
 */
export function expectRoom(folder: string, instead: string): void {
  try {
    tryIn(standing(resolve(folder)));
  } catch (error) {
    if (!isFileError(error)) throw error;
    const { code } = error;
    throw new StartError('folder', `${folder} ${whys[code] ?? `cannot be written to (${code})`}: ${instead}`);
  }
}
