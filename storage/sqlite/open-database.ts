import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';
import { putForeignLogAside, takeLogAway, watchFile } from './file-identity.ts';
import { besides, fileAt, type Place, rememberPlace } from './file-in-place.ts';
import type { StoreUse } from './made-for.ts';
import { isToBeAlone, migrate } from './schema.ts';
import { sqliteFailure } from './sqlite-failure.ts';

const patienceMs = 2_000;

function makeFile(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives its log the permissions of the file beside it.
  closeSync(openSync(path, 'a', 0o600));
}

const checkSchema = z.object({ quick_check: z.string() });

/** The whole file is checked before anyone is told that something was saved in it. Throws StoreError `broken`. */
function expectWhole(database: DatabaseSync): void {
  const { quick_check: found } = parsed(checkSchema, database.prepare('PRAGMA quick_check(1)').get());
  if (found !== 'ok') throw new StoreError('broken');
}

/**
 * In exclusive mode SQLite keeps the index of its log in memory, and no one else can open the file until it is closed.
 */
const takeAlone = 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;';

function prepare(database: DatabaseSync, use: StoreUse): void {
  database.exec(`PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;`);
  expectWhole(database);
  migrate(database, use);
  // Only now: until the log is moved, the mark of a new file would be in the log alone.
  database.exec('PRAGMA journal_mode = WAL');
}

/** Why a file cannot be written to; a write of another process is no reason. */
function whyUnwritable(database: DatabaseSync): StoreError | undefined {
  try {
    database.exec('BEGIN IMMEDIATE; ROLLBACK;');
    return undefined;
  } catch (error) {
    const failure = sqliteFailure(error);
    return failure.code === 'busy' ? undefined : failure;
  }
}

function openFor<T>(path: string, work: (database: DatabaseSync) => T): { database: DatabaseSync; done: T } {
  const database = new DatabaseSync(path, { timeout: patienceMs, enableForeignKeyConstraints: false });
  try {
    return { database, done: work(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

function openOnce(path: string, use: StoreUse): DatabaseSync {
  const looked = openFor(path, (database) => isToBeAlone(database, use));
  looked.database.close();
  if (looked.done) {
    // A server of such a layout that went on beside it would leave new cases out of lists: it has to end first.
    const alone = openFor(path, (database) => {
      database.exec(takeAlone);
      prepare(database, use);
    });
    alone.database.close();
  }
  return openFor(path, (database) => prepare(database, use)).database;
}

/**
 * A backup by another account may leave an index of the log that cannot be written: SQLite makes it anew from the log.
 * Only a process that has the file alone may remove it.
 */
function removeIndex(path: string): boolean {
  const database = new DatabaseSync(path, { timeout: patienceMs });
  try {
    database.exec(takeAlone);
    rmSync(`${path}-shm`, { force: true });
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly place: () => Place;
  readonly putLogAside: () => void;
  /** Writes nothing into a file that was written over. Throws system and SQLite errors. */
  readonly close: () => void;
}

function watched(database: DatabaseSync, path: string): OpenDatabase {
  const remembered = rememberPlace(path);
  const isSame = watchFile(path, database);
  let isOverwritten = false;
  let aside: string | undefined;
  const takeAway = (): void => {
    aside ??= remembered.putLogAside(true);
    if (aside === undefined) return;
    takeLogAway(aside);
    aside = undefined;
  };
  const place = (): Place => {
    if (isOverwritten) return 'overwritten';
    const found = remembered.place();
    if (found === 'moved') return found;
    // It stays so: our log belongs to the earlier content, and to nothing that comes.
    isOverwritten = !isSame();
    return isOverwritten ? 'overwritten' : found;
  };
  return {
    database,
    place,
    putLogAside: () => {
      if (isOverwritten) takeAway();
      else remembered.putLogAside(false);
    },
    close: () => {
      if (place() === 'overwritten') takeAway();
      database.close();
    },
  };
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const isBeside = (path: string, { code }: StoreError): boolean =>
  (code === 'readOnly' || code === 'unavailable') &&
  besides.some((end) => existsSync(`${path}${end}`)) &&
  mayWrite(path);

/** A database that can be written to, or one that is read-only: it is read on, and each write says so. */
function openedOrWhy(path: string, use: StoreUse): DatabaseSync | StoreError {
  try {
    const database = openOnce(path, use);
    const why = whyUnwritable(database);
    if (why === undefined || !isBeside(path, why)) return database;
    database.close();
    return why;
  } catch (error) {
    return sqliteFailure(error);
  }
}

function openWritable(path: string, use: StoreUse): DatabaseSync {
  const first = openedOrWhy(path, use);
  if (!(first instanceof StoreError)) return first;
  if (!isBeside(path, first)) throw first;
  if (!removeIndex(path)) throw new StoreError('besideReadOnly');
  return openOnce(path, use);
}

/**
 * Opens a file, or makes it with its folder for their owner alone; checks it, and brings it to the newest layout.
 * Throws StoreError: `broken` if it is damaged or no database, `besideReadOnly` if its log or index cannot be written
 * and is not ours to remove, `busy` if servers that could not go on beside this one have it open, and as `migrate`
 * does.
 */
export function openDatabase(path: string, use: StoreUse): OpenDatabase {
  try {
    for (;;) {
      makeFile(path);
      const before = fileAt(path);
      putForeignLogAside(path);
      const database = openWritable(path, use);
      if (fileAt(path) === before) return watched(database, path);
      database.close();
    }
  } catch (error) {
    throw sqliteFailure(error);
  }
}
