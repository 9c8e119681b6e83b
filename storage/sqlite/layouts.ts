import { firstLayouts } from './first-layouts.ts';
import { historyLayouts } from './history-layouts.ts';
import { toldLayouts } from './told-layouts.ts';

/**
 * Each step takes a file from one `user_version` to the next. A step never changes; new ones are added at the end.
 * WITHOUT ROWID throughout: row numbers would tell in which order people reported.
 */
export const layouts: readonly string[] = [
  ...firstLayouts,
  ...historyLayouts,
  ...toldLayouts,
  `
  CREATE TABLE organisations (id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE invitations (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, sign_in TEXT UNIQUE, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE listed ADD COLUMN route TEXT;
  UPDATE listed SET route = figures ->> '$.route';
  CREATE INDEX listed_of_hub ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE route = 'hub';
  `,
  'CREATE TABLE versions (one INTEGER PRIMARY KEY CHECK (one = 1), record TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  '/* Turns given out. */ CREATE TABLE paces (name TEXT PRIMARY KEY, version INTEGER NOT NULL, until INTEGER NOT NULL, hour INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  // Someone's work beyond the usual until the end of that day, and the salts of its names. No copy has either.
  `
  CREATE TABLE work_counts (name TEXT PRIMARY KEY, day TEXT NOT NULL, version INTEGER NOT NULL, record TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE TABLE work_salts (day TEXT PRIMARY KEY, salt TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `UPDATE listed SET unacknowledged = 1 WHERE status = 'acknowledged'`,
];
