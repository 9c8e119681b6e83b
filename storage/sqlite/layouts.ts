import { firstLayouts } from './first-layouts.ts';
import { historyLayouts } from './history-layouts.ts';
import { toldLayouts } from './told-layouts.ts';

/**
 * Each step takes a file from one `user_version` to the next; what is here and in the files of earlier steps never
 * changes, steps are added at the end. WITHOUT ROWID throughout: row numbers would tell in which order people reported.
 */
export const layouts: readonly string[] = [
  ...firstLayouts,
  ...historyLayouts,
  ...toldLayouts,
  // Partners outside the force, and how they sign in. No visit has a row.
  `
  CREATE TABLE organisations (id TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE invitations (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, sign_in TEXT UNIQUE, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // By which way a case came. Those of the hub are few: an index of them alone finds them.
  `
  ALTER TABLE listed ADD COLUMN route TEXT;
  UPDATE listed SET route = figures ->> '$.route';
  CREATE INDEX listed_of_hub ON listed (handled_by, received_on DESC, case_id, status, kind, urgency, assignee)
    WHERE route = 'hub';
  `,
  'CREATE TABLE versions (one INTEGER PRIMARY KEY CHECK (one = 1), record TEXT NOT NULL) STRICT, WITHOUT ROWID;',
  '/* Turns given out. */ CREATE TABLE paces (name TEXT PRIMARY KEY, version INTEGER NOT NULL, until INTEGER NOT NULL, hour INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  // Work of a person beyond the ordinary, until its day is over, and the salts of its names. No copy has either.
  `
  CREATE TABLE work_counts (name TEXT PRIMARY KEY, day TEXT NOT NULL, version INTEGER NOT NULL, record TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
  CREATE TABLE work_salts (day TEXT PRIMARY KEY, salt TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // A case that was acknowledged waits until somebody opens it. Of those of before it is not known whether anybody did.
  `UPDATE listed SET unacknowledged = 1 WHERE status = 'acknowledged'`,
];
