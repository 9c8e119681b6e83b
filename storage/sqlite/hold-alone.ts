import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sqliteFailure } from './sqlite-failure.ts';

/** A file that is held for one process. */
export interface Held {
  /** Lets go of it. Again does nothing. */
  release(): void;
}

/**
 * Holds a file for this process alone, `undefined` where somebody holds it already. The file is made where there is none,
 * and stays, empty; what holds it is a lock of the system's, which goes with the process, however that ends. Throws
 * StoreError: `broken` where the file is something else.
 */
export function holdAlone(path: string): Held | undefined {
  try {
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      // Nothing is written: a journal beside it would be left behind by a process that is killed.
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if (sqliteFailure(error).code === 'busy') return undefined;
      throw error;
    }
    return {
      release() {
        if (database.isOpen) database.close();
      },
    };
  } catch (error) {
    throw sqliteFailure(error);
  }
}

/** Whether somebody holds a file; false where there is none, and none is made. Throws StoreError as `holdAlone` does. */
export function isHeld(path: string): boolean {
  if (!existsSync(path)) return false;
  const held = holdAlone(path);
  held?.release();
  return held === undefined;
}
