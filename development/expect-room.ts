import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isFileError } from '../bot/running/file-error.ts';
import { StartError } from './start-error.ts';

/** More than a build of the page or a new store needs. */
const room = Buffer.alloc(16 * 1024 * 1024);

const whys: Readonly<Record<string, string>> = {
  ENOTDIR: 'cannot be made, since a file stands in its way',
  EROFS: 'is on a disk that is read-only',
  EACCES: 'may not be written to by this account',
  EPERM: 'may not be written to by this account',
  ENOSPC: 'finds no room on its disk',
  EDQUOT: 'finds no room in the quota of this account',
};

function standing(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : standing(above);
}

function tryIn(folder: string): void {
  const path = join(folder, `room-${process.pid}.tmp`);
  const file = openSync(path, 'wx', 0o600);
  try {
    // A full disk may write a part and fail only on the next write.
    writeFileSync(file, room);
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}

/**
 * Throws StartError, with `instead`, if a folder cannot be made or written to, or its disk is full. Tests by writing,
 * since rights and free space do not tell all, and leaves everything as it was.
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
