import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parsed } from '../record-codec.ts';
import type { StoreUse } from './application-id.ts';
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

/** In exclusive mode SQLite keeps the index of its log in memory, and no one else can open the file. */
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
 * A backup by another account may leave an index of the log that cannot be written. Only a process that has the file
 * alone may remove it.
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

interface OpenDatabase {
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
 * Opens a file, or makes it for its owner alone; checks it, and brings it to the newest layout. Throws StoreError:
 * `broken` if it is damaged or no database, `besideReadOnly` if its log or index cannot be written and is not ours to
 * remove, `busy` if servers that could not go on beside this one have it open, and as `migrate` does.
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

export const besides = ['-wal', '-shm'] as const;

/**
 * `logLost`: its log has no name any more. `moved`: it is missing, or another is in its place or in that of its log or
 * index. `overwritten`: something else was written over it.
 */
type Place = 'inPlace' | 'logLost' | 'moved' | 'overwritten';

const none = 'none';

const asideName = (path: string): string =>
  `${path}.of-the-file-before-${new Date().toISOString().replaceAll(/[:.]/gu, '-')}`;

/** Identifies the file at a path. Never opens it: that would drop SQLite's locks. */
function fileAt(path: string): string {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? none : `${found.dev}:${found.ino}`;
  } catch {
    return none;
  }
}

/**
 * `putLogAside` renames our log and its index if they are beside another file by now, or in any case if asked: SQLite
 * would play a log into the file beside it. It returns the log's new path, `undefined` if it renamed none.
 */
function rememberPlace(path: string): {
  readonly place: () => Exclude<Place, 'overwritten'>;
  readonly putLogAside: (inAnyCase: boolean) => string | undefined;
} {
  const opened = fileAt(path);
  const beside = besides.map((end) => ({ at: `${path}${end}`, was: fileAt(`${path}${end}`) }));
  return {
    place: () => {
      if (fileAt(path) !== opened) return 'moved';
      const stand = beside.filter(({ was }) => was !== none).map(({ at, was }) => ({ now: fileAt(at), was }));
      if (stand.every(({ now, was }) => now === was)) return 'inPlace';
      return stand.every(({ now, was }) => now === was || now === none) ? 'logLost' : 'moved';
    },
    putLogAside: (inAnyCase) => {
      if (!inAnyCase && [opened, none].includes(fileAt(path))) return undefined;
      const [log] = beside
        .filter(({ at, was }) => was !== none && fileAt(at) === was)
        .map(({ at }) => {
          const aside = asideName(at);
          renameSync(at, aside);
          return aside;
        });
      return log?.startsWith(`${path}-wal`) ? log : undefined;
    },
  };
}

/** A random id, and a number that each write counts up: no copy has both. */
interface Identity {
  readonly name: string;
  readonly writes: number;
}

const identitySchema = z.object({ name: z.string(), writes: z.int() });

const newName = (): string => `file:${randomUUID()}`;
const ofFile = `name >= 'file:' AND name < 'file;'`;
const select = `SELECT name, checks AS writes FROM health WHERE ${ofFile}`;

export const countWrite = `UPDATE health SET checks = checks + 1 WHERE ${ofFile}`;

function identityOf(row: unknown): Identity | undefined {
  return row === undefined ? undefined : parsed(identitySchema, row);
}

function ensureIdentity(database: DatabaseSync): void {
  const { writes } = { ...database.prepare(`SELECT count(*) AS writes FROM health WHERE ${ofFile}`).get() };
  if (writes !== 0) return;
  database.prepare(`INSERT INTO health (name, checks) SELECT ?, 1 WHERE NOT EXISTS (${select})`).run(newName());
  database.exec('PRAGMA wal_checkpoint(PASSIVE)');
}

export function renewIdentity(database: DatabaseSync): void {
  database.exec(`DELETE FROM health WHERE ${ofFile}`);
  database.prepare('INSERT INTO health (name, checks) VALUES (?, 1)').run(newName());
}

/**
 * While another process moves its log into the file, SQLite calls the file malformed, since the first page has its
 * future size. A connection that may write the schema accepts the actual size, if it is not defensive.
 */
const unlogged = { readOnly: true, defensive: false };
const takeSizeAsItIs = 'PRAGMA writable_schema = ON';

function openUnlogged(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, unlogged);
  database.exec(takeSizeAsItIs);
  return database;
}

function readIdentity(open: () => DatabaseSync): Identity | undefined {
  const database = open();
  try {
    return identityOf(database.prepare(select).get());
  } finally {
    database.close();
  }
}

/** While another process moves its log into the file, a row may be read half old and half new. */
const mostReads = 3;

const clockStepMs = 20;

function lookAt(path: string): { readonly size: bigint; readonly change: string | undefined } {
  const { size, mtimeNs, mtimeMs } = statSync(path, { bigint: true });
  const isJustNow = Math.abs(Date.now() - Number(mtimeMs)) < clockStepMs;
  return { size, change: isJustNow ? undefined : `${size}:${mtimeNs}` };
}

/**
 * The returned function says whether an open file is still the same, or something was written over it in place. A look
 * costs a system call, and half a millisecond if the file was changed since. A file that cannot be given an id is
 * accepted.
 */
function watchFile(path: string, database: DatabaseSync): () => boolean {
  try {
    ensureIdentity(database);
  } catch {
    return () => true;
  }
  const logged = database.prepare(select);
  const ours = identityOf(logged.get());
  let seen: number | undefined;
  let longest = 0n;
  let looked: string | undefined;

  function isSameNow(): boolean {
    const found = readIdentity(() => openUnlogged(path));
    if (found === undefined) return seen === undefined;
    // The count in the file never goes back, and is never ahead of that in file and log.
    if (found.name !== ours?.name || found.writes < (seen ?? 0)) return false;
    if (found.writes > (identityOf(logged.get())?.writes ?? 0)) return false;
    seen = found.writes;
    return true;
  }

  function isSame(): boolean {
    for (let reads = 0; reads < mostReads; reads += 1) {
      try {
        const { size, change } = lookAt(path);
        if (change !== undefined && change === looked) return true;
        // It never gets shorter: Candour never lets SQLite pack a file.
        if (size >= longest && isSameNow()) {
          [looked, longest] = [change, size];
          return true;
        }
      } catch {
        // A file that is just being written over is no database for a moment.
      }
    }
    return false;
  }
  isSame();
  return isSame;
}

/**
 * The database that still has the log open would, when closed, move it into what was written over its file: a copy
 * takes its place. Throws system errors.
 */
function takeLogAway(aside: string): void {
  copyFileSync(aside, `${aside}.whole`);
  truncateSync(aside);
  renameSync(`${aside}.whole`, aside);
}

function identityIfReadable(open: () => DatabaseSync): Identity | undefined {
  try {
    return readIdentity(open);
  } catch {
    return undefined;
  }
}

/** SQLite would play a log into the file beside it. Throws system errors. */
function putForeignLogAside(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const inFile = identityIfReadable(() => openUnlogged(path));
  const withLog = identityIfReadable(() => new DatabaseSync(path, { readOnly: true }));
  if (!inFile || !withLog || (inFile.name === withLog.name && inFile.writes <= withLog.writes)) return;
  for (const end of besides) if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, asideName(`${path}${end}`));
}
