import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withPlace } from '../bot/config/store-error-text.ts';
import { StoreError } from '../core/ports/store-error.ts';
import { type Held, holdAlone, isHeld } from '../storage/sqlite/file-lock.ts';
import { StartError } from './start-error.ts';

const lockIn = (folder: string): string => join(folder, 'server.lock');

function atLock<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof StoreError && error.code === 'broken'
      ? new StartError('lock', path)
      : withPlace(error, path);
  }
}

/**
 * Holds a data folder for one development server, until it is released or this process ends; commands may use the store
 * beside it. Throws StartError if another server has it.
 */
export function holdDataFolder(folder: string): Held {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held = atLock(lockIn(folder), () => holdAlone(lockIn(folder)));
  if (held === undefined) throw new StartError('running', folder);
  return held;
}

/** Throws StartError. Makes nothing. */
export function expectNoServerIn(folder: string): void {
  if (atLock(lockIn(folder), () => isHeld(lockIn(folder)))) throw new StartError('running', folder);
}
