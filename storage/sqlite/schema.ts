import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';

/** Stands in the file's header, so that no other program's file is taken for ours: "Cand". */
const applicationId = 0x43616e64;

/**
 * Each step takes a file from one `user_version` to the next; what is here never changes, steps are added at the end.
 * WITHOUT ROWID throughout: row numbers would tell in which order people reported.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE cases (
    case_id TEXT PRIMARY KEY, version INTEGER NOT NULL, handled_by TEXT NOT NULL, week TEXT NOT NULL,
    received_on TEXT NOT NULL, closed_on TEXT, figures TEXT NOT NULL, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cases_by_week ON cases (handled_by, week);
  CREATE INDEX cases_by_closing ON cases (handled_by, closed_on, received_on);

  CREATE TABLE alerts (
    case_id TEXT PRIMARY KEY, version INTEGER NOT NULL, handled_by TEXT NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL, due_ms INTEGER, leased_until_ms INTEGER, last_posted_ms INTEGER, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX alerts_due ON alerts (due_ms, case_id) WHERE due_ms IS NOT NULL;
  CREATE INDEX alerts_open ON alerts (handled_by, attempts) WHERE state = 'waiting' OR attempts > 0;
  CREATE INDEX alerts_posted ON alerts (handled_by, last_posted_ms);

  CREATE TABLE events (
    case_id TEXT NOT NULL, sequence INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (case_id, sequence)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE drafts (id TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL, sealed TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX drafts_by_expiry ON drafts (expires_ms);

  CREATE TABLE targets (name TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE weeks (
    week TEXT NOT NULL, handled_by TEXT NOT NULL, figures TEXT NOT NULL, PRIMARY KEY (week, handled_by)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE day_keys (id TEXT PRIMARY KEY, wrapped TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE health (name TEXT PRIMARY KEY, checks INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  `,
];

const headerSchema = z.object({ version: z.int(), application: z.int(), objects: z.int() });
const header = `SELECT (SELECT user_version FROM pragma_user_version) AS version,
  (SELECT application_id FROM pragma_application_id) AS application,
  (SELECT count(*) FROM sqlite_schema) AS objects`;

function versionOf(database: DatabaseSync): number {
  const { version, application, objects } = parsed(headerSchema, database.prepare(header).get());
  const ours = application === applicationId || (application === 0 && objects === 0);
  if (!ours || version > migrations.length) throw new StoreError('broken');
  return version;
}

/**
 * Brings a file to the newest layout, an empty one from nothing. Throws StoreError `broken` where the file belongs to
 * another program or to a newer Candour.
 */
export function migrate(database: DatabaseSync): void {
  if (versionOf(database) === migrations.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Asked again under the lock: another process may have been first.
    for (const step of migrations.slice(versionOf(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
