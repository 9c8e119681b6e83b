import { chmodSync, closeSync, copyFileSync, existsSync, fdatasyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { restoredMark } from '../../concerns/ports/restore-mark.ts';
import { rowOf } from '../kept.ts';
import { renewIdentity } from './file-identity.ts';
import { besides } from './file-in-place.ts';
import type { StoreUse } from './made-for.ts';
import { migrate } from './schema.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import { workTables } from './work-counts.ts';

/** How much is copied before it is on the disk and the next part is begun: a megabyte, for which a server's write may wait. */
const pagesOfStep = 256;

/** How long a restore waits for another process to let go of the file, in milliseconds. */
const patienceMs = 1_000;

function removeAll(path: string): void {
  for (const file of [path, ...besides.map((end) => `${path}${end}`)]) rmSync(file, { force: true });
}

/** Opens a file as ours and looks through all of it. Throws StoreError `broken` where it is not whole or not ours. */
function checkWhole(path: string, use: StoreUse): void {
  const database = new DatabaseSync(path);
  try {
    migrate(database, use);
    const [first] = database.prepare('PRAGMA integrity_check').all();
    if (first?.['integrity_check'] !== 'ok') throw new StoreError('broken');
  } finally {
    database.close();
  }
}

/** Removes from a copy what no copy may have: who handed in more than the ordinary on this day, and the key to it. */
function leaveOut(path: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA secure_delete = ON');
    for (const table of workTables) database.exec(`DELETE FROM ${table}`);
    renewIdentity(database);
    // Moved into the file, which alone gets a name.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

/** Is told after each part of a copy how much of it is there, from 0 to 1. */
export type OnCopied = (share: number) => void;

/** The log of a store, as somebody treats it who may write to it, for the sake of its servers. */
interface Log {
  begin(): void;
  move(): void;
  close(): void;
}

/**
 * The log of a store that is in use, `undefined` where nobody has it open. Where this account may only read it, nothing is
 * done: a copy is made all the same.
 */
function logOf(from: string): Log | undefined {
  if (!existsSync(`${from}-wal`)) return undefined;
  const writer = new DatabaseSync(from, { timeout: patienceMs });
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch {
      if (writer.isTransaction) writer.exec('ROLLBACK');
    }
  };
  writer.exec('PRAGMA wal_autocheckpoint = 0');
  return {
    // The same number again. Of a moment that begins with an empty log, SQLite forgets that nothing can be moved: until it
    // is over each commit of a server would put all of the log in order, and find so.
    begin: () =>
      attempt(() => {
        writer.exec('BEGIN IMMEDIATE');
        const { user_version: same } = { ...writer.prepare('PRAGMA user_version').get() };
        writer.exec(`PRAGMA user_version = ${String(same)}; COMMIT`);
      }),
    // Else the next commit of a server moves all that was logged meanwhile, and nobody is served for seconds.
    move: () => attempt(() => writer.exec('PRAGMA wal_checkpoint(PASSIVE)')),
    close: () => writer.close(),
  };
}

/**
 * Copies a file as it stands at one moment, a part at a time. Without that moment SQLite begins anew after each write of
 * another process, and never comes to the end of a large file that is in use. Each part is on the disk before the next
 * comes: a server beside it whose own writes wait for the disk would otherwise wait for all that was copied since.
 */
async function copyInSteps(
  source: DatabaseSync,
  log: Log | undefined,
  to: string,
  onCopied: OnCopied | undefined,
): Promise<void> {
  const copy = openSync(to, 'r+');
  try {
    log?.begin();
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await backup(source, to, {
      rate: pagesOfStep,
      progress: ({ totalPages, remainingPages }) => {
        fdatasyncSync(copy);
        onCopied?.((totalPages - remainingPages) / totalPages);
      },
    });
    source.exec('COMMIT');
    log?.move();
    onCopied?.(1);
  } finally {
    closeSync(copy);
  }
}

/**
 * Copies the store to a new file while it is in use: the copy holds everything that was saved before the call. While it
 * copies, the log can be emptied by nobody: an erasure that needs that is to be repeated afterwards. It is checked before
 * it gets its name. Throws StoreError; `readOnly` where the new file exists already.
 */
export async function backUpSqlite(
  from: string,
  to: string,
  use: StoreUse = 'production',
  onCopied?: OnCopied,
): Promise<void> {
  if (!existsSync(from)) throw new StoreError('unavailable');
  if (existsSync(to)) throw new StoreError('readOnly');
  const unfinished = `${to}.unfinished`;
  try {
    removeAll(unfinished);
    closeSync(openSync(unfinished, 'wx', 0o600));
    const source = new DatabaseSync(from, { readOnly: true });
    try {
      const log = logOf(from);
      try {
        await copyInSteps(source, log, unfinished, onCopied);
      } finally {
        log?.close();
      }
    } finally {
      source.close();
    }
    checkWhole(unfinished, use);
    leaveOut(unfinished);
    renameSync(unfinished, to);
  } catch (error) {
    throw sqliteFailure(error);
  } finally {
    removeAll(unfinished);
  }
}

/** Settles only when no other process has the store open: one that writes on would lose what it writes. */
function expectUnused(path: string): void {
  const database = new DatabaseSync(path, { timeout: patienceMs });
  try {
    // Leaving WAL needs the file for oneself, unlike a lock, which a server that is idle would not notice.
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT;');
  } finally {
    database.close();
  }
}

/** Notes in a copy that it is put in the place of a store, and makes it a file of its own: what was sent since it was made stands nowhere in it. */
function markRestored(path: string, at: Date): void {
  const database = new DatabaseSync(path);
  try {
    const mark = restoredMark(at);
    database
      .prepare(
        `INSERT INTO daily_marks (task, version, record) VALUES (?, 1, ?)
         ON CONFLICT (task) DO UPDATE SET version = version + 1, record = excluded.record`,
      )
      .run(mark.task, rowOf('dailyMark', mark));
    renewIdentity(database);
  } finally {
    database.close();
  }
}

/**
 * Puts a checked copy in the place of the store, which must not be in use. Returns where the store before it was put
 * aside, `undefined` where there was none. In it, messages to many and regular posts are paused. Throws StoreError: `busy` where the store is in use, `broken` where the
 * copy is not whole; the store is as it was then.
 */
export function restoreSqlite(
  from: string,
  to: string,
  aside: string,
  use: StoreUse = 'production',
  at: Date = new Date(),
): string | undefined {
  const unfinished = `${to}.restoring`;
  try {
    if (!existsSync(from)) throw new StoreError('unavailable');
    removeAll(unfinished);
    copyFileSync(from, unfinished);
    chmodSync(unfinished, 0o600);
    checkWhole(unfinished, use);
    markRestored(unfinished, at);
    const stands = existsSync(to);
    if (stands) {
      if (existsSync(aside)) throw new StoreError('readOnly');
      expectUnused(to);
      renameSync(to, aside);
      removeAll(to);
    }
    renameSync(unfinished, to);
    return stands ? aside : undefined;
  } catch (error) {
    throw sqliteFailure(error);
  } finally {
    removeAll(unfinished);
  }
}
