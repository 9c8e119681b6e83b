import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { folderFailure, isMissing } from './folder-failure.ts';
import { unfinished } from './unfinished.ts';

function copyInto(from: string, to: string, depth: number): void {
  mkdirSync(to, { mode: 0o700 });
  for (const name of readdirSync(from)) {
    if (depth === 0 && name === unfinished) continue;
    const [source, target] = [join(from, name), join(to, name)];
    try {
      const its = lstatSync(source);
      if (its.isDirectory()) copyInto(source, target, depth + 1);
      else if (its.isFile()) {
        copyFileSync(source, target, constants.COPYFILE_EXCL);
        chmodSync(target, 0o600);
        utimesSync(target, its.atime, its.mtime);
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

/**
 * Copies a folder of sealed files to a free path; the copy gets that name once it is whole. Returns whether there was a
 * folder. Throws StoreError.
 */
export function copyFolder(from: string, to: string): boolean {
  const beside = `${to}.unfinished`;
  try {
    if (!existsSync(from)) return false;
    if (existsSync(to)) throw new StoreError('readOnly');
    rmSync(beside, { recursive: true, force: true });
    copyInto(from, beside, 0);
    renameSync(beside, to);
    return true;
  } catch (error) {
    throw folderFailure(error);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/**
 * Puts a copy in the place of a folder. Returns the new path of the folder, `undefined` if there was none. Throws
 * StoreError and then leaves it as it was.
 */
export function restoreFolder(from: string, to: string, aside: string): string | undefined {
  const beside = `${to}.restoring`;
  try {
    rmSync(beside, { recursive: true, force: true });
    if (!copyFolder(from, beside)) throw new StoreError('unavailable');
    const stands = existsSync(to);
    if (stands) renameSync(to, aside);
    renameSync(beside, to);
    return stands ? aside : undefined;
  } catch (error) {
    throw folderFailure(error);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
