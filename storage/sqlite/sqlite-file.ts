import { resolve } from 'node:path';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as setTimer } from 'node:timers';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parseStored } from '../record-codec.ts';
import type { StoreEnvironment } from './store-environment.ts';
import { countWriteSql, openDatabase } from './open-database.ts';
import { storeErrorFromCommit, isDamage, isFileFailure, storeErrorFromSqlite } from './sqlite-errors.ts';

/** One database file, with prepared statements. Every method throws StoreError. */
export interface SqliteFile {
  row(sql: string, ...values: readonly SQLInputValue[]): unknown;
  rows(sql: string, ...values: readonly SQLInputValue[]): readonly unknown[];
  /** All reads inside see one moment; `work` is synchronous and changes nothing. */
  snapshot<T>(work: () => T): T;
  write(sql: string, ...values: readonly SQLInputValue[]): number;
  /**
   * Carries out all writes inside or none, and settles after its commit, which it may share; its failure is its own.
   * `work` is synchronous, and may run twice if another's failure undid it. Rejects with StoreError: `busy` if others
   * took too long, `moved` if the file is not where it was and nothing was saved, `unknown` if it moved during the
   * write.
   */
  transaction<T>(work: () => T): Promise<T>;
  runAndRollBack(work: () => void): void;
  /**
   * Repeats, undone, the last failure because of the file. `damaged` while a damaged page is in the way. Rejects with
   * StoreError while a write fails otherwise, as on a full disk.
   */
  retryFailed(): Promise<'whole' | 'damaged'>;
  /**
   * Truncates the log, so that removed content is in neither. Rejects with StoreError `unknown` if a reader held it,
   * and goes on trying.
   */
  erase(): Promise<void>;
  /** As `erase`, at once or within `sharedEraseMs`, together with all who wait: where it is likely that nothing was removed. */
  eraseWithOthers(): Promise<void>;
  close(): void;
}

const checkpointSchema = z.object({ busy: z.int() });

const changesSchema = z.object({ changes: z.int() });

const checkpointIntervalMs = 1_000;
/** Each truncation is written through to the disk twice. */
const sharedEraseMs = 250;

/**
 * Writes wait up to `timeoutMs` for another process, by `now`, which also bounds shared commits. Throws StoreError as
 * `openDatabase` does.
 */
export function openSqliteFile(
  path: string,
  timeoutMs: number,
  use: StoreEnvironment = 'production',
  now: () => number = () => performance.now(),
): SqliteFile {
  const { database, getFileState, moveWalAside, close } = openDatabase(resolve(path), use);
  const statements = new Map<string, StatementSync>();
  // A waiting statement would block the whole process: the queue waits instead.
  database.exec('PRAGMA busy_timeout = 0');

  const failed = createFailedWorkTracker((work) => queue.run(() => runAndRollBack(() => void work())));

  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const failure = storeErrorFromSqlite(error);
      failed.recordDamage(work, failure);
      throw failure;
    }
  };
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = database.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  const checkpointWal = (): boolean => {
    if (getFileState() === 'overwritten') throw new StoreError('moved');
    const { busy } = parseStored(checkpointSchema, statement('PRAGMA wal_checkpoint(TRUNCATE)').get());
    return busy === 0;
  };

  const changes = (): number =>
    parseStored(changesSchema, statement('SELECT total_changes() AS changes').get()).changes;

  let checkpointTimer: NodeJS.Timeout | undefined;
  function stopCheckpoints(): void {
    clearInterval(checkpointTimer);
    checkpointTimer = undefined;
  }
  function scheduleCheckpoint(): void {
    checkpointTimer ??= setInterval(() => {
      try {
        if (checkpointWal()) stopCheckpoints();
      } catch {
        // The disk may not fail next time; a repeat of the call reports it.
      }
    }, checkpointIntervalMs).unref();
  }

  function assertInPlace(): void {
    const fileState = getFileState();
    if (fileState === 'inPlace') return;
    // No one finds saves in a log without a name: they are moved while they still can be.
    if (fileState === 'logLost') attempt(checkpointWal);
    else attempt(moveWalAside);
    throw new StoreError('moved');
  }

  const begin = (): boolean => {
    try {
      assertInPlace();
      statement('BEGIN IMMEDIATE').run();
      changesBefore = changes();
      return true;
    } catch (error) {
      const failure = storeErrorFromSqlite(error);
      if (failure.code === 'busy') return false;
      throw failure;
    }
  };

  function rollBackSavepoint(): void {
    try {
      statement('ROLLBACK TO one').run();
      statement('RELEASE one').run();
    } catch {
      rollBack();
    }
  }

  function runInSavepoint<T>(work: () => T): T {
    try {
      statement('SAVEPOINT one').run();
      const result = work();
      statement('RELEASE one').run();
      return result;
    } catch (error) {
      const failure = storeErrorFromSqlite(error);
      // SQLite commits no transaction that met a damaged page: the others that share it are done again.
      if (isDamage(failure)) rollBack();
      else if (database.isTransaction) rollBackSavepoint();
      failed.recordFailure(work, failure);
      throw failure;
    }
  }

  function runAndRollBack(work: () => void): void {
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
      if (changes() !== changesBefore) statement(countWriteSql).run();
      statement('COMMIT').run();
    } catch (error) {
      rollBack();
      throw storeErrorFromCommit(error);
    }
    // Written into a lost file, or one put back since: unknown.
    if (getFileState() !== 'inPlace') throw new StoreError('unknown', 'moved');
  }

  async function erase(): Promise<void> {
    const until = now() + timeoutMs;
    try {
      while (!attempt(checkpointWal)) {
        if (now() >= until) throw new StoreError('unknown');
        await setTimeout(maxBackoffMs);
      }
    } catch (error) {
      if (database.isOpen) scheduleCheckpoint();
      throw error;
    }
  }
  const sharedErase = createSharedCall(erase, sharedEraseMs);

  const queue = createWriteQueue(
    { begin, runInSavepoint, isInTransaction: () => database.isTransaction, commit },
    timeoutMs,
    now,
  );

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
    runAndRollBack,
    retryFailed: failed.retry,
    erase,
    eraseWithOthers: sharedErase.call,
    close: () => {
      queue.close();
      sharedErase.callNow();
      stopCheckpoints();
      statements.clear();
      if (database.isOpen) attempt(close);
    },
  };
}

interface SharedCall {
  /** Settles as a call that begins after it. */
  readonly call: () => Promise<void>;
  /** Lets no one wait any longer. */
  readonly callNow: () => void;
}

/** One call for all who ask within an interval of the one before. */
function createSharedCall(work: () => Promise<void>, intervalMs: number): SharedCall {
  let lastAt = Number.NEGATIVE_INFINITY;
  let waiting: PromiseWithResolvers<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  function callNow(): void {
    const all = waiting;
    clearTimeout(timer);
    waiting = undefined;
    lastAt = performance.now();
    if (all) work().then(all.resolve, all.reject);
  }

  return {
    call() {
      if (waiting === undefined) {
        waiting = Promise.withResolvers<void>();
        timer = setTimer(callNow, lastAt + intervalMs - performance.now());
      }
      return waiting.promise;
    },
    callNow,
  };
}

type Work = () => unknown;

interface FailedWorkTracker {
  readonly recordDamage: (work: Work, failure: StoreError) => void;
  readonly recordFailure: (work: Work, failure: StoreError) => void;
  readonly retry: () => Promise<'whole' | 'damaged'>;
}

function createFailedWorkTracker(redo: (work: Work) => Promise<void>): FailedWorkTracker {
  let damagedWork: Work | undefined;
  let failedWork: Work | undefined;

  async function retryForError(work: Work): Promise<StoreError | undefined> {
    try {
      await redo(work);
      return undefined;
    } catch (error) {
      const failure = storeErrorFromSqlite(error);
      return isFileFailure(failure) || failure.code === 'busy' ? failure : undefined;
    }
  }

  return {
    recordDamage: (work, failure) => {
      if (isDamage(failure)) damagedWork ??= work;
    },
    recordFailure: (work, failure) => {
      if (isFileFailure(failure) && !isDamage(failure)) failedWork ??= work;
    },
    async retry() {
      const [work, damaged] = [failedWork, damagedWork];
      const why = work && (await retryForError(work));
      failedWork = why && !isDamage(why) ? work : undefined;
      if (why && failedWork) throw why;
      if (damaged) damagedWork = (await retryForError(damaged)) && damaged;
      return damagedWork ? 'damaged' : 'whole';
    },
  };
}

const minBackoffMs = 1;
const maxBackoffMs = 10;

/** The most writes in one commit, which fails for all of them. */
export const maxWritesPerCommit = 32;
export const maxCommitMs = 8;

interface WritableFile {
  begin(): boolean;
  runInSavepoint<T>(work: () => T): T;
  isInTransaction(): boolean;
  commit(): void;
}

interface WriteQueue {
  /**
   * May share its transaction, and settles after its commit. Rejects with what the work throws, which undoes no other;
   * with what beginning or the commit throws; and with StoreError `busy` if its deadline passed first: then it is never
   * done.
   */
  run<T>(work: () => T): Promise<T>;
  close(): void;
}

interface QueuedWrite {
  readonly deadline: number;
  readonly work: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes of one turn of the event loop share a transaction, up to `maxWritesPerCommit` and for `maxCommitMs`. While
 * another process writes, the queue waits by a timer.
 */
export function createWriteQueue(file: WritableFile, timeoutMs: number, now: () => number): WriteQueue {
  let queue: QueuedWrite[] = [];
  let isDraining = false;
  let isClosed = false;

  const removeFromQueue = (those: readonly QueuedWrite[]): void =>
    void (queue = queue.filter((one) => !those.includes(one)));

  function rejectWrites(those: readonly QueuedWrite[], error: unknown): void {
    removeFromQueue(those);
    for (const waiter of those) waiter.reject(error);
  }

  function commitBatch(): void {
    const done = new Map<QueuedWrite, () => void>();
    const failed = new Map<QueuedWrite, unknown>();
    const began = now();
    for (const waiter of queue.slice(0, maxWritesPerCommit)) {
      try {
        done.set(waiter, file.runInSavepoint(waiter.work));
      } catch (error) {
        failed.set(waiter, error);
        if (!file.isInTransaction()) break;
      }
      if (now() - began >= maxCommitMs) break;
    }
    if (file.isInTransaction()) {
      try {
        file.commit();
        removeFromQueue([...done.keys()]);
        for (const tell of done.values()) tell();
      } catch (error) {
        rejectWrites([...done.keys()], error);
      }
    }
    // A write undone by another's failure is done again in its turn.
    for (const [waiter, error] of failed) rejectWrites([waiter], error);
  }

  function processBatch(): boolean {
    try {
      if (!file.begin()) return false;
    } catch (error) {
      rejectWrites(queue.slice(0, 1), error);
      return true;
    }
    commitBatch();
    return true;
  }

  async function drainQueue(): Promise<void> {
    isDraining = true;
    let pauseMs = minBackoffMs;
    for (;;) {
      await setImmediate();
      if (queue.length === 0) break;
      if (processBatch()) {
        pauseMs = minBackoffMs;
        continue;
      }
      const at = now();
      rejectWrites(
        queue.filter(({ deadline: until }) => until <= at),
        new StoreError('busy'),
      );
      if (queue.length > 0) await setTimeout(pauseMs);
      pauseMs = Math.min(2 * pauseMs, maxBackoffMs);
    }
    isDraining = false;
  }

  return {
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (isClosed) return reject(new StoreError('unavailable'));
        const queuedWrite: QueuedWrite = {
          deadline: now() + timeoutMs,
          work: () => {
            const result = work();
            return () => resolve(result);
          },
          reject,
        };
        queue.push(queuedWrite);
        if (!isDraining) void drainQueue();
      }),
    close: () => {
      isClosed = true;
      rejectWrites(queue, new StoreError('unavailable'));
    },
  };
}
