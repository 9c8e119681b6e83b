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
  /** The first row of a question, `undefined` where there is none. Waits for nobody. */
  row(sql: string, ...values: readonly SQLInputValue[]): unknown;
  /** Every row of a question. Waits for nobody. */
  rows(sql: string, ...values: readonly SQLInputValue[]): readonly unknown[];
  /** All that is asked inside is of one moment; the work itself waits for nothing, and changes nothing. */
  snapshot<T>(work: () => T): T;
  /** Writes, inside a transaction only, and says how many rows were changed. */
  write(sql: string, ...values: readonly SQLInputValue[]): number;
  /**
   * All that is written inside stands together or not at all; the work itself waits for nothing. It comes after what was
   * asked for before it and after other processes that write, and nothing else stands still meanwhile. It settles after
   * its commit, which it may share with others; what fails in it is its own, and it may be done twice where another's
   * failure undid it, so it does nothing but read and write here. Rejects with StoreError: `busy` where others took too
   * long, `moved` where the file is not where it was: nothing stands. `unknown` where it moved while this was written.
   */
  transaction<T>(work: () => T): Promise<T>;
  /** Does work and undoes all that it wrote. Inside a transaction. Throws what the work throws. */
  undone(work: () => void): void;
  /**
   * Does again, undone, what last failed because of the file. `damaged` while something cannot be read or written because
   * its page is damaged: that fails for those alone whose rows stand on it. Rejects with StoreError while a write fails
   * for another reason, as a full disk.
   */
  tryFailed(): Promise<'whole' | 'damaged'>;
  /**
   * Moves the log into the file and cuts it to nothing, so that what was removed is in neither. Rejects with StoreError
   * `unknown` where a reader held on to the log: a repeat says when it is done, and it is tried on without one.
   */
  erase(): Promise<void>;
  close(): void;
}

const checkpointSchema = z.object({ busy: z.int() });

const changesSchema = z.object({ changes: z.int() });

/** How often it is tried to empty the log when nobody waits for it any more, in milliseconds. */
const emptyEveryMs = 1_000;

/**
 * Opens a file, or makes it. What is written waits up to `patienceMs` milliseconds for another process that writes, by
 * `now`, which also bounds what shares a commit. Throws StoreError as `openDatabase` does.
 */
export function openSqliteFile(
  path: string,
  patienceMs: number,
  use: StoreUse = 'production',
  now: () => number = () => performance.now(),
): SqliteFile {
  const { database, place, putLogAside, close } = openDatabase(resolve(path), use);
  const statements = new Map<string, StatementSync>();
  // A statement that waits makes the whole process wait: the queue does it instead.
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
  /** Moves the log into the file; false where somebody held on to it. */
  const moveLog = (): boolean => {
    if (place() === 'overwritten') throw new StoreError('moved');
    const { busy } = parsed(checkpointSchema, statement('PRAGMA wal_checkpoint(TRUNCATE)').get());
    return busy === 0;
  };

  /** How many rows this connection has changed since it was opened. */
  const changes = (): number => parsed(changesSchema, statement('SELECT total_changes() AS changes').get()).changes;

  let emptying: NodeJS.Timeout | undefined;
  function stopEmptying(): void {
    clearInterval(emptying);
    emptying = undefined;
  }
  /** Empties the log as soon as nobody holds on to it, also where nobody repeats what needs that. */
  function emptyLater(): void {
    emptying ??= setInterval(() => {
      try {
        if (moveLog()) stopEmptying();
      } catch {
        // A disk that fails now may not later; whoever repeats the call is told.
      }
    }, emptyEveryMs).unref();
  }

  function expectInPlace(): void {
    const stands = place();
    if (stands === 'inPlace') return;
    // Of a log without a name, what was saved is in no file that anybody finds: it is moved while it still can be.
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

  /** Undoes everything since the savepoint, and all of the transaction where that cannot be. */
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
      // SQLite commits nothing any more in which it met a damaged page: those who share the commit are done again.
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
    // Written into a file that nobody finds any more, or into one that was put back since: nobody knows.
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
          // Nothing was written; and SQLite commits nothing in which it met a damaged page.
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
