import { resolve } from 'node:path';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parsed } from '../record-codec.ts';
import type { StoreUse } from './application-id.ts';
import { countWrite, openDatabase } from './open-database.ts';
import { commitFailure, isDamage, isFailureOfFile, sqliteFailure } from './sqlite-failure.ts';

/** One database file. Statements are prepared once and kept. Every method throws StoreError. */
export interface SqliteFile {
  row(sql: string, ...values: readonly SQLInputValue[]): unknown;
  rows(sql: string, ...values: readonly SQLInputValue[]): readonly unknown[];
  /** All reads inside are of one moment; `work` is synchronous and changes nothing. */
  snapshot<T>(work: () => T): T;
  write(sql: string, ...values: readonly SQLInputValue[]): number;
  /**
   * All writes inside are carried out together or not at all. It settles after its commit, which it may share; its
   * failure is its own. `work` is synchronous, and may run twice if another's failure undid it. Rejects with
   * StoreError: `busy` if others took too long, `moved` if the file is not where it was and nothing was saved,
   * `unknown` if it moved during the write.
   */
  transaction<T>(work: () => T): Promise<T>;
  undone(work: () => void): void;
  /**
   * Repeats, undone, what last failed because of the file. `damaged` while a damaged page is in the way. Rejects with
   * StoreError while a write fails for another reason, as a full disk.
   */
  tryFailed(): Promise<'whole' | 'damaged'>;
  /**
   * Truncates the log, so that removed content is in neither. Rejects with StoreError `unknown` if a reader held on to
   * the log: it is tried on without a repeat.
   */
  erase(): Promise<void>;
  close(): void;
}

const checkpointSchema = z.object({ busy: z.int() });

const changesSchema = z.object({ changes: z.int() });

const emptyEveryMs = 1_000;

/**
 * Writes wait up to `patienceMs` milliseconds for another process, by `now`, which also bounds shared commits. Throws
 * StoreError as `openDatabase` does.
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

type Work = () => unknown;

interface FailedWork {
  readonly noteDamage: (work: Work, failure: StoreError) => void;
  readonly noteFailure: (work: Work, failure: StoreError) => void;
  readonly tryAgain: () => Promise<'whole' | 'damaged'>;
}

function createFailedWork(redo: (work: Work) => Promise<void>): FailedWork {
  let onDamage: Work | undefined;
  let failed: Work | undefined;

  async function whyFails(work: Work): Promise<StoreError | undefined> {
    try {
      await redo(work);
      return undefined;
    } catch (error) {
      const failure = sqliteFailure(error);
      return isFailureOfFile(failure) || failure.code === 'busy' ? failure : undefined;
    }
  }

  return {
    noteDamage: (work, failure) => {
      if (isDamage(failure)) onDamage ??= work;
    },
    noteFailure: (work, failure) => {
      if (isFailureOfFile(failure) && !isDamage(failure)) failed ??= work;
    },
    async tryAgain() {
      const [work, damaged] = [failed, onDamage];
      const why = work && (await whyFails(work));
      failed = why && !isDamage(why) ? work : undefined;
      if (why && failed) throw why;
      if (damaged) onDamage = (await whyFails(damaged)) && damaged;
      return onDamage ? 'damaged' : 'whole';
    },
  };
}

const firstTryMs = 1;
const tryEveryMs = 10;

/** The most writes in one commit: if it fails, it fails for all of them. */
export const mostTogether = 32;
export const longestTogetherMs = 8;

interface WrittenFile {
  begin(): boolean;
  apart<T>(work: () => T): T;
  stands(): boolean;
  commit(): void;
}

interface WriteQueue {
  /**
   * It may share its transaction, and settles after its commit. Rejects with what the work throws, which undoes nothing
   * of the others; with what beginning or the commit throws; and with StoreError `busy` if its patience ended first:
   * then it is never done.
   */
  run<T>(work: () => T): Promise<T>;
  close(): void;
}

interface Waiter {
  readonly until: number;
  readonly work: () => () => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Writes asked for in one turn of the event loop share a transaction, up to `mostTogether` of them and for
 * `longestTogetherMs`. While another process writes, the queue waits by a timer.
 */
export function createWriteQueue(file: WrittenFile, patienceMs: number, now: () => number): WriteQueue {
  let waiting: Waiter[] = [];
  let isAtWork = false;
  let isClosed = false;

  const leave = (those: readonly Waiter[]): void => void (waiting = waiting.filter((one) => !those.includes(one)));

  function refuse(those: readonly Waiter[], error: unknown): void {
    leave(those);
    for (const waiter of those) waiter.refuse(error);
  }

  function writeTogether(): void {
    const done = new Map<Waiter, () => void>();
    const failed = new Map<Waiter, unknown>();
    const began = now();
    for (const waiter of waiting.slice(0, mostTogether)) {
      try {
        done.set(waiter, file.apart(waiter.work));
      } catch (error) {
        failed.set(waiter, error);
        if (!file.stands()) break;
      }
      if (now() - began >= longestTogetherMs) break;
    }
    if (file.stands()) {
      try {
        file.commit();
        leave([...done.keys()]);
        for (const tell of done.values()) tell();
      } catch (error) {
        refuse([...done.keys()], error);
      }
    }
    // A write undone by another's failure waits on, and is done again in its turn.
    for (const [waiter, error] of failed) refuse([waiter], error);
  }

  function takeTurn(): boolean {
    try {
      if (!file.begin()) return false;
    } catch (error) {
      refuse(waiting.slice(0, 1), error);
      return true;
    }
    writeTogether();
    return true;
  }

  async function workOff(): Promise<void> {
    isAtWork = true;
    let pauseMs = firstTryMs;
    for (;;) {
      await setImmediate();
      if (waiting.length === 0) break;
      if (takeTurn()) {
        pauseMs = firstTryMs;
        continue;
      }
      const at = now();
      refuse(
        waiting.filter(({ until }) => until <= at),
        new StoreError('busy'),
      );
      if (waiting.length > 0) await setTimeout(pauseMs);
      pauseMs = Math.min(2 * pauseMs, tryEveryMs);
    }
    isAtWork = false;
  }

  return {
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (isClosed) return reject(new StoreError('unavailable'));
        const asked: Waiter = {
          until: now() + patienceMs,
          work: () => {
            const result = work();
            return () => resolve(result);
          },
          refuse: reject,
        };
        waiting.push(asked);
        if (!isAtWork) void workOff();
      }),
    close: () => {
      isClosed = true;
      refuse(waiting, new StoreError('unavailable'));
    },
  };
}
