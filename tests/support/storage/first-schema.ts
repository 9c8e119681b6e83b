import { DatabaseSync } from 'node:sqlite';
import { caseListItemSchema } from '../../../core/model/case-record.ts';
import { createCase, firstEvent } from '../contracts/records.ts';

/** The first layout, as files had it that were in use before the tab. */
const firstSchemaSql = `
  CREATE TABLE cases (
    case_id TEXT PRIMARY KEY, version INTEGER NOT NULL, handled_by TEXT NOT NULL, week TEXT NOT NULL,
    received_on TEXT NOT NULL, closed_on TEXT, figures TEXT NOT NULL, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cases_by_week ON cases (handled_by, week);
  CREATE INDEX cases_by_closing ON cases (handled_by, closed_on, received_on);
  CREATE TABLE events (
    case_id TEXT NOT NULL, sequence INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (case_id, sequence)
  ) STRICT, WITHOUT ROWID;
  PRAGMA application_id = 0x43616e64;
  PRAGMA user_version = 1;
`;

/** Makes a file of a version before the tab, with one case in it. */
export function createFirstSchemaFile(path: string): void {
  const record = createCase();
  const { caseId, handledBy, week, receivedOn } = record;
  const figures = JSON.stringify(caseListItemSchema.parse(record));
  const database = new DatabaseSync(path);
  database.exec(firstSchemaSql);
  database
    .prepare(
      'INSERT INTO cases (case_id, version, handled_by, week, received_on, figures, record) VALUES (?, 3, ?, ?, ?, ?, ?)',
    )
    .run(caseId, handledBy, week, receivedOn, figures, JSON.stringify(record));
  database
    .prepare('INSERT INTO events (case_id, sequence, record) VALUES (?, 1, ?)')
    .run(caseId, JSON.stringify(firstEvent(caseId)));
  database.close();
}
