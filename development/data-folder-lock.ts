import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toStoreOpeningError } from '../bot/config/store-opening-error.ts';
import { StoreError } from '../core/ports/store-error.ts';
import { type FileLock, lockFile, isLocked } from '../storage/sqlite/file-lock.ts';
import { DevelopmentStartError } from './development-start-error.ts';

const lockPath = (folder: string): string => join(folder, 'server.lock');

function withLockErrors<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof StoreError && error.code === 'broken'
      ? new DevelopmentStartError('lock', path)
      : toStoreOpeningError(error, path);
  }
}

/**
 * Holds a data folder for one development server, until released or this process ends; commands may use its store.
 * Throws DevelopmentStartError if another server has it.
 */
export function lockDataFolder(folder: string): FileLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held = withLockErrors(lockPath(folder), () => lockFile(lockPath(folder)));
  if (held === undefined) throw new DevelopmentStartError('running', folder);
  return held;
}

/** Throws DevelopmentStartError. Makes nothing. */
export function assertNoServerRunning(folder: string): void {
  if (withLockErrors(lockPath(folder), () => isLocked(lockPath(folder))))
    throw new DevelopmentStartError('running', folder);
}
