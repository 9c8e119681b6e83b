import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';
import type { StoreUse } from './made-for.ts';
import { migrate } from './schema.ts';
import { commitFailure, sqliteFailure } from './sqlite-failure.ts';

/** One database file. Statements are prepared once and kept. Every method throws StoreError. */
export interface SqliteFile {
  /** The first row of a question, `undefined` where there is none. */
  row(sql: string, ...values: readonly SQLInputValue[]): unknown;
  /** Every row of a question. */
  rows(sql: string, ...values: readonly SQLInputValue[]): readonly unknown[];
  /** Writes, and says how many rows were changed. */
  write(sql: string, ...values: readonly SQLInputValue[]): number;
  /** All that is written inside stands together or not at all; waits for other writers first. */
  transaction<T>(work: () => T): T;
  /**
   * Moves the log into the file and cuts it to nothing, so that what was removed is in neither. Throws StoreError
   * `unknown` where a reader held on to the log: repeat it.
   */
  erase(): void;
  close(): void;
}

function makeFile(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(resolve(path)), { recursive: true, mode: 0o700 });
  // SQLite gives its log the permissions of the file beside it.
  closeSync(openSync(path, 'a', 0o600));
}

function prepare(database: DatabaseSync, use: StoreUse): void {
  database.exec(`PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;`);
  migrate(database, use);
  // Only now: until the log is moved, the mark of a new file would stand in the log alone.
  database.exec('PRAGMA journal_mode = WAL');
}

function opened(path: string, busyTimeoutMs: number, use: StoreUse): DatabaseSync {
  try {
    makeFile(path);
    const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: false });
    try {
      prepare(database, use);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw sqliteFailure(error);
  }
}

const checkpointSchema = z.object({ busy: z.int() });

/**
 * Opens a file, or makes it with its folder for their owner alone. A statement waits `busyTimeoutMs` milliseconds for
 * another process that writes, and the thread waits with it. Throws StoreError, also where it was made for another use.
 */
export function openSqliteFile(path: string, busyTimeoutMs: number, use: StoreUse = 'production'): SqliteFile {
  const database = opened(path, busyTimeoutMs, use);
  const statements = new Map<string, StatementSync>();

  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw sqliteFailure(error);
    }
  };
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const commit = (): void => {
    try {
      database.exec('COMMIT');
    } catch (error) {
      throw commitFailure(error);
    }
  };

  return {
    row: (sql, ...values) => attempt(() => statement(sql).get(...values)),
    rows: (sql, ...values) => attempt(() => statement(sql).all(...values)),
    write: (sql, ...values) =>
      attempt(() => {
        const run = (): number => Number(statement(sql).run(...values).changes);
        if (database.isTransaction) return run();
        // A statement on its own commits as it ends, and fails as a commit does.
        try {
          return run();
        } catch (error) {
          throw commitFailure(error);
        }
      }),
    transaction: (work) =>
      attempt(() => {
        database.exec('BEGIN IMMEDIATE');
        try {
          const result = work();
          commit();
          return result;
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK');
          throw error;
        }
      }),
    erase: () =>
      attempt(() => {
        const { busy } = parsed(checkpointSchema, statement('PRAGMA wal_checkpoint(TRUNCATE)').get());
        if (busy !== 0) throw new StoreError('unknown');
      }),
    close: () => {
      statements.clear();
      if (database.isOpen) attempt(() => database.close());
    },
  };
}
