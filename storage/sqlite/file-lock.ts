import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { storeErrorFromSqlite } from './sqlite-errors.ts';

export interface FileLock {
  release(): void;
}

/**
 * `undefined` if another process holds it. The lock ends with the process, however that ends. Throws StoreError
 * `broken` if the file is something else.
 */
export function lockFile(path: string): FileLock | undefined {
  try {
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      // Without a row: a killed process would leave a journal behind.
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if (storeErrorFromSqlite(error).code === 'busy') return undefined;
      throw error;
    }
    return {
      release() {
        if (database.isOpen) database.close();
      },
    };
  } catch (error) {
    throw storeErrorFromSqlite(error);
  }
}

/** False if there is no file; makes none. Throws StoreError as `lockFile` does. */
export function isLocked(path: string): boolean {
  if (!existsSync(path)) return false;
  const lock = lockFile(path);
  lock?.release();
  return lock === undefined;
}
