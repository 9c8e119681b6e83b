import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '../../../concerns/calendar.ts';
import { caseFiguresSchema, type CaseRecord } from '../../../concerns/case-record.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { listedOf } from '../../contracts/listed-cases.ts';
import { aCase, firstEvent, today } from '../../contracts/records.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The first layout, as files that are in use have it. */
const firstLayout = `
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

let folder: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'candour.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileOfBefore(records: readonly CaseRecord[]): void {
  const database = new DatabaseSync(path);
  database.exec(firstLayout);
  const addCase = database.prepare(
    'INSERT INTO cases (case_id, version, handled_by, week, received_on, closed_on, figures, record) VALUES (?, 3, ?, ?, ?, ?, ?, ?)',
  );
  const addEvent = database.prepare('INSERT INTO events (case_id, sequence, record) VALUES (?, 1, ?)');
  for (const record of records) {
    const figures = JSON.stringify(caseFiguresSchema.parse(record));
    const { caseId, handledBy, week, receivedOn, closedOn = null } = record;
    addCase.run(caseId, handledBy, week, receivedOn, closedOn, figures, JSON.stringify(record));
    addEvent.run(caseId, JSON.stringify(firstEvent(caseId)));
  }
  database.close();
}

describe('a SQLite file of an earlier layout', () => {
  it('keeps its cases and their versions, and lists them as if they had been written now', async () => {
    const long = addDays(today, -90);
    const records = [
      aCase({ receivedOn: long, kind: 'bribery' }),
      aCase({ receivedOn: addDays(today, -1), status: 'acknowledged', urgency: 'urgent' }),
      aCase({ receivedOn: long, status: 'inProgress', assignee: 'a-handler', triagedOn: today }),
      aCase({ receivedOn: long, status: 'awaitingReporter', triagedOn: long, updatedOn: addDays(today, -60) }),
      aCase({ receivedOn: long, status: 'reopened', excluded: ['a-viewer'] }),
      aCase({ receivedOn: long, status: 'closed', closedOn: today, reviewOn: today }),
      aCase({
        status: 'closed',
        closedOn: today,
        referral: { decision: 'refer', on: long, dueOn: addDays(long, 30) },
      }),
      aCase({ handledBy: 'reserve' }),
    ];
    fileOfBefore(records);
    const store = openSqliteStore(path);
    for (const record of records) {
      expect(await store.cases.read(record.caseId)).toEqual({ value: record, version: '3' });
      expect(await store.history.of(record.caseId)).toEqual([firstEvent(record.caseId)]);
    }
    const viewed = { handledBy: 'acu', viewer: 'a-viewer' } as const;
    for (const filter of [
      viewed,
      { ...viewed, handledBy: 'reserve' as const },
      { ...viewed, status: 'open' as const },
      { ...viewed, kind: 'bribery' as const },
      { ...viewed, urgency: 'urgent' as const },
      { ...viewed, with: 'nobody' as const },
      { ...viewed, with: { objectId: 'a-handler' } },
      { ...viewed, reviewBy: today },
      ...(['acknowledge', 'triage', 'update', 'referral'] as const).map((clock) => ({
        ...viewed,
        viewer: 'another',
        due: { [clock]: addDays(today, -30) },
      })),
    ]) {
      expect(await store.list.page(filter, undefined, 20)).toEqual(listedOf(records, filter));
    }
    await store.close();
  });
});
