import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sqliteFailure } from './sqlite-failure.ts';

export interface Held {
  release(): void;
}

/**
 * `undefined` if another process holds it already. The hold is a lock of the system's, which goes with the process,
 * however that ends. Throws StoreError `broken` if the file is something else.
 */
export function holdAlone(path: string): Held | undefined {
  try {
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      // It writes no row: a killed process would leave a journal behind.
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

/** False if there is none, and none is made. Throws StoreError as `holdAlone` does. */
export function isHeld(path: string): boolean {
  if (!existsSync(path)) return false;
  const held = holdAlone(path);
  held?.release();
  return held === undefined;
}
