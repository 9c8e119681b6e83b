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
import { parseStored } from '../record-codec.ts';
import type { StoreEnvironment } from './store-environment.ts';
import { needsExclusiveMigration, migrate } from './migrate.ts';
import { storeErrorFromSqlite } from './sqlite-errors.ts';

const timeoutMs = 2_000;

function ensureFile(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives its log the file's permissions.
  closeSync(openSync(path, 'a', 0o600));
}

const quickCheckSchema = z.object({ quick_check: z.string() });

/** Before anyone learns that something was saved. */
function assertIntact(database: DatabaseSync): void {
  const { quick_check: found } = parseStored(quickCheckSchema, database.prepare('PRAGMA quick_check(1)').get());
  if (found !== 'ok') throw new StoreError('broken');
}

/** In exclusive mode SQLite keeps its log's index in memory, and no one else can open the file. */
const lockExclusivelySql = 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;';

function prepare(database: DatabaseSync, use: StoreEnvironment): void {
  database.exec(`PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;`);
  assertIntact(database);
  migrate(database, use);
  // Only now: until the log is moved, a new file's mark would be in the log alone.
  database.exec('PRAGMA journal_mode = WAL');
}

function findWriteError(database: DatabaseSync): StoreError | undefined {
  try {
    database.exec('BEGIN IMMEDIATE; ROLLBACK;');
    return undefined;
  } catch (error) {
    const failure = storeErrorFromSqlite(error);
    return failure.code === 'busy' ? undefined : failure;
  }
}

function openAndRun<T>(path: string, work: (database: DatabaseSync) => T): { database: DatabaseSync; done: T } {
  const database = new DatabaseSync(path, { timeout: timeoutMs, enableForeignKeyConstraints: false });
  try {
    return { database, done: work(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

function openOnce(path: string, use: StoreEnvironment): DatabaseSync {
  const exclusivity = openAndRun(path, (database) => needsExclusiveMigration(database, use));
  exclusivity.database.close();
  if (exclusivity.done) {
    // A server of the old layout would leave new cases out of lists: it has to end first.
    const alone = openAndRun(path, (database) => {
      database.exec(lockExclusivelySql);
      prepare(database, use);
    });
    alone.database.close();
  }
  return openAndRun(path, (database) => prepare(database, use)).database;
}

/**
 * A backup by another account may leave an unwritable index of the log. Only a process that has the file alone may
 * remove it.
 */
function removeWalIndex(path: string): boolean {
  const database = new DatabaseSync(path, { timeout: timeoutMs });
  try {
    database.exec(lockExclusivelySql);
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
  readonly getFileState: () => FileState;
  readonly moveWalAside: () => void;
  /** Writes nothing into an overwritten file. Throws system and SQLite errors. */
  readonly close: () => void;
}

function watchDatabase(database: DatabaseSync, path: string): OpenDatabase {
  const tracker = trackFile(path);
  const isSame = createOverwriteCheck(path, database);
  let isOverwritten = false;
  let aside: string | undefined;
  const moveAndDetachWal = (): void => {
    aside ??= tracker.putLogAside(true);
    if (aside === undefined) return;
    detachWal(aside);
    aside = undefined;
  };
  const getFileState = (): FileState => {
    if (isOverwritten) return 'overwritten';
    const found = tracker.place();
    if (found === 'moved') return found;
    // It stays so: our log belongs to the earlier content alone.
    isOverwritten = !isSame();
    return isOverwritten ? 'overwritten' : found;
  };
  return {
    database,
    getFileState,
    moveWalAside: () => {
      if (isOverwritten) moveAndDetachWal();
      else tracker.putLogAside(false);
    },
    close: () => {
      if (getFileState() === 'overwritten') moveAndDetachWal();
      database.close();
    },
  };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const isBlockedBySidecar = (path: string, { code }: StoreError): boolean =>
  (code === 'readOnly' || code === 'unavailable') &&
  walSidecars.some((end) => existsSync(`${path}${end}`)) &&
  isWritable(path);

function tryOpen(path: string, use: StoreEnvironment): DatabaseSync | StoreError {
  try {
    const database = openOnce(path, use);
    const why = findWriteError(database);
    if (why === undefined || !isBlockedBySidecar(path, why)) return database;
    database.close();
    return why;
  } catch (error) {
    return storeErrorFromSqlite(error);
  }
}

function openWritable(path: string, use: StoreEnvironment): DatabaseSync {
  const first = tryOpen(path, use);
  if (!(first instanceof StoreError)) return first;
  if (!isBlockedBySidecar(path, first)) throw first;
  if (!removeWalIndex(path)) throw new StoreError('besideReadOnly');
  return openOnce(path, use);
}

/**
 * Opens a file, or makes it for its owner alone; checks it, and brings it to the newest layout. Throws StoreError:
 * `broken` if it is damaged or no database, `besideReadOnly` if its log or index is unwritable and not ours to remove,
 * `busy` if servers that could not go on have it open, and as `migrate` does.
 */
export function openDatabase(path: string, use: StoreEnvironment): OpenDatabase {
  try {
    for (;;) {
      ensureFile(path);
      const before = getFileId(path);
      moveForeignWalAside(path);
      const database = openWritable(path, use);
      if (getFileId(path) === before) return watchDatabase(database, path);
      database.close();
    }
  } catch (error) {
    throw storeErrorFromSqlite(error);
  }
}

export const walSidecars = ['-wal', '-shm'] as const;

/**
 * `logLost`: its log has no name any more. `moved`: it is missing, or another has its place or its log's or index's.
 * `overwritten`: something else was written over it.
 */
type FileState = 'inPlace' | 'logLost' | 'moved' | 'overwritten';

const noFile = 'none';

const displacedPath = (path: string): string =>
  `${path}.of-the-file-before-${new Date().toISOString().replaceAll(/[:.]/gu, '-')}`;

/** Never opens the file: that would drop SQLite's locks. */
function getFileId(path: string): string {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? noFile : `${found.dev}:${found.ino}`;
  } catch {
    return noFile;
  }
}

/**
 * `putLogAside` renames our log and its index if they are beside another file, or always if asked: SQLite would play a
 * log into the file beside it. Returns the log's new path, `undefined` if it renamed none.
 */
function trackFile(path: string): {
  readonly place: () => Exclude<FileState, 'overwritten'>;
  readonly putLogAside: (inAnyCase: boolean) => string | undefined;
} {
  const opened = getFileId(path);
  const beside = walSidecars.map((end) => ({ at: `${path}${end}`, was: getFileId(`${path}${end}`) }));
  return {
    place: () => {
      if (getFileId(path) !== opened) return 'moved';
      const existing = beside.filter(({ was }) => was !== noFile).map(({ at, was }) => ({ now: getFileId(at), was }));
      if (existing.every(({ now, was }) => now === was)) return 'inPlace';
      return existing.every(({ now, was }) => now === was || now === noFile) ? 'logLost' : 'moved';
    },
    putLogAside: (inAnyCase) => {
      if (!inAnyCase && [opened, noFile].includes(getFileId(path))) return undefined;
      const [log] = beside
        .filter(({ at, was }) => was !== noFile && getFileId(at) === was)
        .map(({ at }) => {
          const aside = displacedPath(at);
          renameSync(at, aside);
          return aside;
        });
      return log?.startsWith(`${path}-wal`) ? log : undefined;
    },
  };
}

/** A random id, and a number that each write raises: no copy has both. */
interface FileIdentity {
  readonly name: string;
  readonly writes: number;
}

const identitySchema = z.object({ name: z.string(), writes: z.int() });

const createIdentityName = (): string => `file:${randomUUID()}`;
const identityCondition = `name >= 'file:' AND name < 'file;'`;
const selectIdentitySql = `SELECT name, checks AS writes FROM health WHERE ${identityCondition}`;

export const countWriteSql = `UPDATE health SET checks = checks + 1 WHERE ${identityCondition}`;

function parseFileIdentity(row: unknown): FileIdentity | undefined {
  return row === undefined ? undefined : parseStored(identitySchema, row);
}

function ensureIdentity(database: DatabaseSync): void {
  const { writes } = { ...database.prepare(`SELECT count(*) AS writes FROM health WHERE ${identityCondition}`).get() };
  if (writes !== 0) return;
  database
    .prepare(`INSERT INTO health (name, checks) SELECT ?, 1 WHERE NOT EXISTS (${selectIdentitySql})`)
    .run(createIdentityName());
  database.exec('PRAGMA wal_checkpoint(PASSIVE)');
}

export function renewFileIdentity(database: DatabaseSync): void {
  database.exec(`DELETE FROM health WHERE ${identityCondition}`);
  database.prepare('INSERT INTO health (name, checks) VALUES (?, 1)').run(createIdentityName());
}

/**
 * While another process moves its log in, SQLite calls the file malformed: its first page has the future size. A
 * connection that may write the schema accepts the actual size, unless it is defensive.
 */
const withoutWalOptions = { readOnly: true, defensive: false };
const allowSizeMismatchSql = 'PRAGMA writable_schema = ON';

function openWithoutWal(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, withoutWalOptions);
  database.exec(allowSizeMismatchSql);
  return database;
}

function readIdentity(open: () => DatabaseSync): FileIdentity | undefined {
  const database = open();
  try {
    return parseFileIdentity(database.prepare(selectIdentitySql).get());
  } finally {
    database.close();
  }
}

/** While another process moves its log in, a row may be read half old, half new. */
const maxReads = 3;

const mtimeResolutionMs = 20;

function readFileStat(path: string): { readonly size: bigint; readonly change: string | undefined } {
  const { size, mtimeNs, mtimeMs } = statSync(path, { bigint: true });
  const isJustNow = Math.abs(Date.now() - Number(mtimeMs)) < mtimeResolutionMs;
  return { size, change: isJustNow ? undefined : `${size}:${mtimeNs}` };
}

/**
 * Returns a check whether an open file is the same, or was written over in place: a system call, and half a millisecond
 * after a change. Accepts a file that cannot be given an id.
 */
function createOverwriteCheck(path: string, database: DatabaseSync): () => boolean {
  try {
    ensureIdentity(database);
  } catch {
    return () => true;
  }
  const identityStatement = database.prepare(selectIdentitySql);
  const ours = parseFileIdentity(identityStatement.get());
  let lastWrites: number | undefined;
  let maxSize = 0n;
  let lastChange: string | undefined;

  function isSameIdentity(): boolean {
    const found = readIdentity(() => openWithoutWal(path));
    if (found === undefined) return lastWrites === undefined;
    // The file's count never goes back, and is never ahead of file and log.
    if (found.name !== ours?.name || found.writes < (lastWrites ?? 0)) return false;
    if (found.writes > (parseFileIdentity(identityStatement.get())?.writes ?? 0)) return false;
    lastWrites = found.writes;
    return true;
  }

  function isSame(): boolean {
    for (let reads = 0; reads < maxReads; reads += 1) {
      try {
        const { size, change } = readFileStat(path);
        if (change !== undefined && change === lastChange) return true;
        // Candour never lets SQLite pack a file, so it never shrinks.
        if (size >= maxSize && isSameIdentity()) {
          [lastChange, maxSize] = [change, size];
          return true;
        }
      } catch {
        // A file just being written over is no database for a moment.
      }
    }
    return false;
  }
  isSame();
  return isSame;
}

/** The database that has the log open would, when closed, move it into the new content: a copy takes its place. */
function detachWal(aside: string): void {
  copyFileSync(aside, `${aside}.whole`);
  truncateSync(aside);
  renameSync(`${aside}.whole`, aside);
}

function tryReadIdentity(open: () => DatabaseSync): FileIdentity | undefined {
  try {
    return readIdentity(open);
  } catch {
    return undefined;
  }
}

/** SQLite would play a log into the file beside it. */
function moveForeignWalAside(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const inFile = tryReadIdentity(() => openWithoutWal(path));
  const withLog = tryReadIdentity(() => new DatabaseSync(path, { readOnly: true }));
  if (!inFile || !withLog || (inFile.name === withLog.name && inFile.writes <= withLog.writes)) return;
  for (const end of walSidecars)
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, displacedPath(`${path}${end}`));
}
