import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';
import type { StoreUse } from './made-for.ts';
import { createFailedWork } from './failed-work.ts';
import { countWrite } from './file-identity.ts';
import { openDatabase } from './open-database.ts';
import { commitFailure, isDamage, sqliteFailure } from './sqlite-failure.ts';
import { createWriteQueue, tryEveryMs } from './write-queue.ts';

/** One database file. Statements are prepared once and kept. Every method throws StoreError. */
export interface SqliteFile {
  row(sql: string, ...values: readonly SQLInputValue[]): unknown;
  rows(sql: string, ...values: readonly SQLInputValue[]): readonly unknown[];
  /** All reads inside are of one moment; `work` is synchronous and changes nothing. */
  snapshot<T>(work: () => T): T;
  /** Inside a transaction only; returns how many rows changed. */
  write(sql: string, ...values: readonly SQLInputValue[]): number;
  /**
   * All writes inside are carried out together or not at all, after earlier work and other processes' writes. It
   * settles after its commit, which it may share; its failure is its own. `work` is synchronous, and may run twice if
   * another's failure undid it, so it does nothing but read and write here. Rejects with StoreError: `busy` if others
   * took too long, `moved` if the file is not where it was and nothing was saved, `unknown` if it moved during the
   * write.
   */
  transaction<T>(work: () => T): Promise<T>;
  undone(work: () => void): void;
  /**
   * Repeats, undone, what last failed because of the file. `damaged` while a damaged page makes something unreadable or
   * unwritable. Rejects with StoreError while a write fails for another reason, as a full disk.
   */
  tryFailed(): Promise<'whole' | 'damaged'>;
  /**
   * Moves the log into the file and truncates it, so that removed content is in neither. Rejects with StoreError
   * `unknown` if a reader held on to the log: it is tried on without a repeat.
   */
  erase(): Promise<void>;
  close(): void;
}

const checkpointSchema = z.object({ busy: z.int() });

const changesSchema = z.object({ changes: z.int() });

/** How often it tries to empty the log when no one waits for it any more, in milliseconds. */
const emptyEveryMs = 1_000;

/**
 * Opens a file, or makes it. Writes wait up to `patienceMs` milliseconds for another process, by `now`, which also
 * bounds shared commits. Throws StoreError as `openDatabase` does.
 */
export function openSqliteFile(
  path: string,
  patienceMs: number,
  use: StoreUse = 'production',
  now: () => number = () => performance.now(),
): SqliteFile {
  const { database, place, putLogAside, close } = openDatabase(resolve(path), use);
  const statements = new Map<string, StatementSync>();
  // A statement that waits would block the whole process: the queue waits instead.
  database.exec('PRAGMA busy_timeout = 0');

  const failed = createFailedWork((work) => queue.run(() => undone(() => void work())));

  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const failure = sqliteFailure(error);
      failed.noteDamage(work, failure);
      throw failure;
    }
  };
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const moveLog = (): boolean => {
    if (place() === 'overwritten') throw new StoreError('moved');
    const { busy } = parsed(checkpointSchema, statement('PRAGMA wal_checkpoint(TRUNCATE)').get());
    return busy === 0;
  };

  const changes = (): number => parsed(changesSchema, statement('SELECT total_changes() AS changes').get()).changes;

  let emptying: NodeJS.Timeout | undefined;
  function stopEmptying(): void {
    clearInterval(emptying);
    emptying = undefined;
  }
  function emptyLater(): void {
    emptying ??= setInterval(() => {
      try {
        if (moveLog()) stopEmptying();
      } catch {
        // The disk may not fail next time; a repeat of the call is told.
      }
    }, emptyEveryMs).unref();
  }

  function expectInPlace(): void {
    const stands = place();
    if (stands === 'inPlace') return;
    // Saves in a log without a name are in no file that anyone finds: they are moved while it still can be.
    if (stands === 'logLost') attempt(moveLog);
    else attempt(putLogAside);
    throw new StoreError('moved');
  }

  const begin = (): boolean => {
    try {
      expectInPlace();
      statement('BEGIN IMMEDIATE').run();
      changesBefore = changes();
      return true;
    } catch (error) {
      const failure = sqliteFailure(error);
      if (failure.code === 'busy') return false;
      throw failure;
    }
  };

  function undo(): void {
    try {
      statement('ROLLBACK TO one').run();
      statement('RELEASE one').run();
    } catch {
      rollBack();
    }
  }

  function apart<T>(work: () => T): T {
    try {
      statement('SAVEPOINT one').run();
      const result = work();
      statement('RELEASE one').run();
      return result;
    } catch (error) {
      const failure = sqliteFailure(error);
      // SQLite commits no transaction that met a damaged page: the others that share it are done again.
      if (isDamage(failure)) rollBack();
      else if (database.isTransaction) undo();
      failed.noteFailure(work, failure);
      throw failure;
    }
  }

  function undone(work: () => void): void {
    statement('SAVEPOINT undone').run();
    try {
      work();
    } finally {
      if (database.isTransaction) database.exec('ROLLBACK TO undone; RELEASE undone');
    }
  }

  function rollBack(): void {
    if (database.isTransaction) database.exec('ROLLBACK');
  }

  let changesBefore = 0;

  function commit(): void {
    try {
      if (changes() !== changesBefore) statement(countWrite).run();
      statement('COMMIT').run();
    } catch (error) {
      rollBack();
      throw commitFailure(error);
    }
    // Written into a file that no one finds any more, or into one that was put back since: unknown.
    if (place() !== 'inPlace') throw new StoreError('unknown', 'moved');
  }

  const queue = createWriteQueue({ begin, apart, stands: () => database.isTransaction, commit }, patienceMs, now);

  return {
    row: (sql, ...values) => attempt(() => statement(sql).get(...values)),
    rows: (sql, ...values) => attempt(() => statement(sql).all(...values)),
    snapshot: (work) =>
      attempt(() => {
        if (database.isTransaction) return work();
        statement('BEGIN').run();
        try {
          return work();
        } finally {
          rollBack();
        }
      }),
    write: (sql, ...values) =>
      attempt(() => {
        if (database.isOpen && !database.isTransaction) throw new StoreError('broken', 'outside a transaction');
        return Number(statement(sql).run(...values).changes);
      }),
    transaction: (work) => queue.run(work),
    undone,
    tryFailed: failed.tryAgain,
    erase: async () => {
      const until = now() + patienceMs;
      try {
        while (!attempt(moveLog)) {
          if (now() >= until) throw new StoreError('unknown');
          await setTimeout(tryEveryMs);
        }
      } catch (error) {
        if (database.isOpen) emptyLater();
        throw error;
      }
    },
    close: () => {
      queue.close();
      stopEmptying();
      statements.clear();
      if (database.isOpen) attempt(close);
    },
  };
}
