import { z } from 'zod';
import type { LaterUse, Store } from '../../core/ports/store.ts';
import { recordsIn } from '../records/all.ts';
import { expectUsable, isOurs, laterUse } from '../schema-version.ts';
import { sqliteOutbox } from './alerts.ts';
import { sqliteLedger, sqliteList } from './case-lists.ts';
import { sqliteCases } from './cases.ts';
import { documentsInSqlite } from './documents.ts';
import { expectSchema } from './expected-schema.ts';
import { sqliteHistory } from './history.ts';
import type { StoreUse } from './application-id.ts';
import { probeReport } from './probe-report.ts';
import { sqliteSharedPaces, sqliteWorkCounts } from './rate-limits.ts';
import { sqliteDayKeys, sqliteDrafts } from './reporting-state.ts';
import { ourUse, replaceUse, selectUse, useIn } from './schema.ts';
import { isDamage, sqliteFailure } from './sqlite-failure.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { sqliteSubjectCards } from './subject-cards.ts';
import { sqliteQueries } from './week-cases.ts';

/** Milliseconds. Two successive writes of a step still answer their person in time. */
const patienceMs = 3_000;

/**
 * The embedded store: one file, made if missing. Several processes may have it open. Throws StoreError as
 * `openDatabase` does.
 */
export const openSqliteStore = (path: string, use: StoreUse = 'production'): Store =>
  storeIn(openSqliteFile(path, patienceMs, use));

const versionSchema = z.object({ user_version: z.int() });

const large = 'x'.repeat(64 * 1024);

const mostTries = 3;

async function probe(file: SqliteFile): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await file.transaction(() => {
        file.write('INSERT OR REPLACE INTO health (name, checks) VALUES (?, 1)', large);
        file.write('DELETE FROM health WHERE name = ?', large);
        expectSchema(versionSchema.parse(file.row('PRAGMA user_version')).user_version, (sql) => file.rows(sql));
        probeReport(file);
      });
    } catch (error) {
      if (tries === mostTries || !isDamage(sqliteFailure(error))) throw error;
    }
  }
}

export function storeIn(file: SqliteFile): Store {
  return {
    ...recordsIn(documentsInSqlite(file)),
    cases: sqliteCases(file),
    queries: sqliteQueries(file),
    list: sqliteList(file),
    ledger: sqliteLedger(file),
    subjectCards: sqliteSubjectCards(file),
    history: sqliteHistory(file),
    outbox: sqliteOutbox(file),
    drafts: sqliteDrafts(file),
    dayKeys: sqliteDayKeys(file),
    paces: sqliteSharedPaces(file),
    workCounts: sqliteWorkCounts(file),
    expectReadable: async () => expectOfUse(file),
    noteUse: () => noteUse(file),
    lastUse: async () => lastUse(file),
    time: () => undefined,
    check: async () => {
      await probe(file);
      return await file.tryFailed();
    },
    close: async () => file.close(),
  };
}

/** Throws StoreError `tooNew` if a newer version used the file and no longer lets this one use it. */
const expectOfUse = (file: SqliteFile): void => expectUsable(useIn(file.row(selectUse)));

/** The newest version that used a file; `undefined` if none noted it. Writes nothing. Throws StoreError. */
function lastUse(file: SqliteFile): LaterUse | undefined {
  const use = useIn(file.row(selectUse));
  return use && { number: use.number, release: use.release };
}

const noteUse = (file: SqliteFile): Promise<LaterUse | undefined> =>
  file.transaction(() => {
    const standing = useIn(file.row(selectUse));
    const later = laterUse(standing);
    if (later === undefined && !isOurs(standing)) file.write(replaceUse, ourUse);
    return later;
  });
