import { chmodSync, closeSync, copyFileSync, existsSync, fdatasyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { restoredTaskState } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { serialiseRecord } from '../record-codec.ts';
import type { StoreEnvironment } from './store-environment.ts';
import { walSidecars, renewFileIdentity } from './open-database.ts';
import { workTables } from './rate-limits.ts';
import { migrate } from './migrate.ts';
import { storeErrorFromSqlite } from './sqlite-errors.ts';

const pagesPerStep = 256;

const timeoutMs = 1_000;

function removeDatabaseFiles(path: string): void {
  for (const file of [path, ...walSidecars.map((end) => `${path}${end}`)]) rmSync(file, { force: true });
}

function migrateAndCheckIntegrity(path: string, use: StoreEnvironment): void {
  const database = new DatabaseSync(path);
  try {
    migrate(database, use);
    const [first] = database.prepare('PRAGMA integrity_check').all();
    if (first?.['integrity_check'] !== 'ok') throw new StoreError('broken');
  } finally {
    database.close();
  }
}

/** No copy may say who handed in more than usual today, nor hold the key to it. */
function removeExcludedData(path: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA secure_delete = ON');
    for (const table of workTables) database.exec(`DELETE FROM ${table}`);
    renewFileIdentity(database);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

export type OnBackupProgress = (share: number) => void;

interface SourceWal {
  startSnapshot(): void;
  checkpoint(): void;
  close(): void;
}

/** If this account may only read the log, a copy is made all the same. */
function openSourceWal(from: string): SourceWal | undefined {
  if (!existsSync(`${from}-wal`)) return undefined;
  const writer = new DatabaseSync(from, { timeout: timeoutMs });
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch {
      if (writer.isTransaction) writer.exec('ROLLBACK');
    }
  };
  writer.exec('PRAGMA wal_autocheckpoint = 0');
  return {
    // The same number again: from a snapshot with an empty log, each commit of a server would try to move the whole
    // log.
    startSnapshot: () =>
      attempt(() => {
        writer.exec('BEGIN IMMEDIATE');
        const { user_version: same } = { ...writer.prepare('PRAGMA user_version').get() };
        writer.exec(`PRAGMA user_version = ${String(same)}; COMMIT`);
      }),
    // Otherwise a server's next commit moves all that was logged meanwhile, and no one is served for seconds.
    checkpoint: () => attempt(() => writer.exec('PRAGMA wal_checkpoint(PASSIVE)')),
    close: () => writer.close(),
  };
}

/**
 * Without one snapshot SQLite begins anew after each write of another process. Each step is on the disk before the
 * next: otherwise a server whose writes wait for the disk waits for all of it.
 */
async function copyInSteps(
  source: DatabaseSync,
  log: SourceWal | undefined,
  to: string,
  onCopied: OnBackupProgress | undefined,
): Promise<void> {
  const copy = openSync(to, 'r+');
  try {
    log?.startSnapshot();
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await backup(source, to, {
      rate: pagesPerStep,
      progress: ({ totalPages, remainingPages }) => {
        fdatasyncSync(copy);
        onCopied?.((totalPages - remainingPages) / totalPages);
      },
    });
    source.exec('COMMIT');
    log?.checkpoint();
    onCopied?.(1);
  } finally {
    closeSync(copy);
  }
}

/**
 * Holds everything saved before the call. An erasure meanwhile cannot empty the log and must be repeated. Throws
 * StoreError; `readOnly` if the new file exists.
 */
export async function backUpSqlite(
  from: string,
  to: string,
  use: StoreEnvironment = 'production',
  onCopied?: OnBackupProgress,
): Promise<void> {
  if (!existsSync(from)) throw new StoreError('unavailable');
  if (existsSync(to)) throw new StoreError('readOnly');
  const unfinished = `${to}.unfinished`;
  try {
    removeDatabaseFiles(unfinished);
    closeSync(openSync(unfinished, 'wx', 0o600));
    const source = new DatabaseSync(from, { readOnly: true });
    try {
      const log = openSourceWal(from);
      try {
        await copyInSteps(source, log, unfinished, onCopied);
      } finally {
        log?.close();
      }
    } finally {
      source.close();
    }
    migrateAndCheckIntegrity(unfinished, use);
    removeExcludedData(unfinished);
    renameSync(unfinished, to);
  } catch (error) {
    throw storeErrorFromSqlite(error);
  } finally {
    removeDatabaseFiles(unfinished);
  }
}

/** Another process with the store open would write on and lose it. */
function assertUnused(path: string): void {
  const database = new DatabaseSync(path, { timeout: timeoutMs });
  try {
    // Leaving WAL needs the file exclusively; an idle server would not notice a lock.
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT;');
  } finally {
    database.close();
  }
}

function markRestored(path: string, at: Date): void {
  const database = new DatabaseSync(path);
  try {
    const mark = restoredTaskState(at);
    database
      .prepare(
        `INSERT INTO daily_marks (task, version, record) VALUES (?, 1, ?)
         ON CONFLICT (task) DO UPDATE SET version = version + 1, record = excluded.record`,
      )
      .run(mark.task, serialiseRecord('dailyMark', mark));
    renewFileIdentity(database);
  } finally {
    database.close();
  }
}

/**
 * Returns the path of the store put aside, `undefined` if there was none. Messages to many and regular posts are paused
 * in the copy. Throws StoreError and changes nothing: `busy` if the store is in use, `broken` if the copy is not whole.
 */
export function restoreSqlite(
  from: string,
  to: string,
  aside: string,
  use: StoreEnvironment = 'production',
  at: Date = new Date(),
): string | undefined {
  const unfinished = `${to}.restoring`;
  try {
    if (!existsSync(from)) throw new StoreError('unavailable');
    removeDatabaseFiles(unfinished);
    copyFileSync(from, unfinished);
    chmodSync(unfinished, 0o600);
    migrateAndCheckIntegrity(unfinished, use);
    markRestored(unfinished, at);
    const isPresent = existsSync(to);
    if (isPresent) {
      if (existsSync(aside)) throw new StoreError('readOnly');
      assertUnused(to);
      renameSync(to, aside);
      removeDatabaseFiles(to);
    }
    renameSync(unfinished, to);
    return isPresent ? aside : undefined;
  } catch (error) {
    throw storeErrorFromSqlite(error);
  } finally {
    removeDatabaseFiles(unfinished);
  }
}
