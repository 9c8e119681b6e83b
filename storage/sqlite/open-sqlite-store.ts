import { z } from 'zod';
import type { WriterVersion, Store } from '../../core/ports/store.ts';
import { createRecordStores } from '../records/record-stores.ts';
import { assertCompatibleVersion, isCurrentVersion, findNewerWriter } from '../store-version.ts';
import { createSqliteAlertOutbox } from './alerts.ts';
import { createSqliteCaseLedger, createSqliteCaseList } from './case-lists.ts';
import { createSqliteCaseStore } from './cases.ts';
import { createSqliteDocumentStore } from './document-store.ts';
import { assertSchema } from './schema-check.ts';
import { createSqliteHistory } from './history.ts';
import type { StoreEnvironment } from './store-environment.ts';
import { probeReport } from './probe-report.ts';
import { createSqliteRateLimitStore, createSqliteWorkCounts } from './rate-limits.ts';
import { createSqliteDayKeys, createSqliteDraftStore } from './drafts.ts';
import {
  currentWriterVersionJson,
  replaceWriterVersionSql,
  selectWriterVersionSql,
  parseWriterVersion,
} from './migrate.ts';
import { isDamage, storeErrorFromSqlite } from './sqlite-errors.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { createSqliteSubjectCards } from './subject-cards.ts';
import { createSqliteUnitQueries } from './unit-queries.ts';
import { createSqliteWeekFigureQueries } from './week-figure-queries.ts';

/** Milliseconds: two successive writes of a step still answer their person in time. */
const timeoutMs = 3_000;

/** One file, made if missing, for several processes. Throws StoreError as `openDatabase` does. */
export const openSqliteStore = (path: string, use: StoreEnvironment = 'production'): Store =>
  createSqliteStore(openSqliteFile(path, timeoutMs, use));

const versionSchema = z.object({ user_version: z.int() });

const largeProbe = 'x'.repeat(64 * 1024);

const maxTries = 3;

async function probeStore(file: SqliteFile): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await file.transaction(() => {
        file.write('INSERT OR REPLACE INTO health (name, checks) VALUES (?, 1)', largeProbe);
        file.write('DELETE FROM health WHERE name = ?', largeProbe);
        assertSchema(versionSchema.parse(file.row('PRAGMA user_version')).user_version, (sql) => file.rows(sql));
        probeReport(file);
      });
    } catch (error) {
      if (tries === maxTries || !isDamage(storeErrorFromSqlite(error))) throw error;
    }
  }
}

export function createSqliteStore(file: SqliteFile): Store {
  return {
    ...createRecordStores(createSqliteDocumentStore(file)),
    cases: createSqliteCaseStore(file),
    queries: createSqliteWeekFigureQueries(file),
    unit: createSqliteUnitQueries(file),
    list: createSqliteCaseList(file),
    ledger: createSqliteCaseLedger(file),
    subjectCards: createSqliteSubjectCards(file),
    history: createSqliteHistory(file),
    outbox: createSqliteAlertOutbox(file),
    drafts: createSqliteDraftStore(file),
    dayKeys: createSqliteDayKeys(file),
    rateLimits: createSqliteRateLimitStore(file),
    workCounts: createSqliteWorkCounts(file),
    assertReadable: async () => assertCompatibleStore(file),
    recordWriterVersion: () => recordWriterVersion(file),
    lastWriterVersion: async () => readLastWriterVersion(file),
    time: () => undefined,
    check: async () => {
      await probeStore(file);
      return await file.retryFailed();
    },
    close: async () => file.close(),
  };
}

const assertCompatibleStore = (file: SqliteFile): void =>
  assertCompatibleVersion(parseWriterVersion(file.row(selectWriterVersionSql)));

/** `undefined` if no version recorded its use. Writes nothing. */
function readLastWriterVersion(file: SqliteFile): WriterVersion | undefined {
  const use = parseWriterVersion(file.row(selectWriterVersionSql));
  return use && { number: use.number, release: use.release };
}

const recordWriterVersion = (file: SqliteFile): Promise<WriterVersion | undefined> =>
  file.transaction(() => {
    const stored = parseWriterVersion(file.row(selectWriterVersionSql));
    const later = findNewerWriter(stored);
    if (later === undefined && !isCurrentVersion(stored)) file.write(replaceWriterVersionSql, currentWriterVersionJson);
    return later;
  });
