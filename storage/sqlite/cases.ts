import { z } from 'zod';
import type { CaseId } from '../../concerns/case-id.ts';
import { caseFiguresSchema, type CaseRecord, caseRecordSchema, type Versioned } from '../../concerns/case-record.ts';
import type { EventRecord } from '../../concerns/event-record.ts';
import type { CaseStore } from '../../concerns/ports/case-store.ts';
import { parsed, parsedJson } from '../parsed.ts';
import { assertSameCase } from '../same-case.ts';
import { addAlert, readAlert, replaceAlert } from './alert-rows.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string(), version: z.int() });
const versionSchema = z.object({ version: z.int() });

const figuresOf = (record: CaseRecord): string => JSON.stringify(parsed(caseFiguresSchema, record));

function addEvents(file: SqliteFile, events: readonly EventRecord[]): void {
  for (const event of events) {
    file.write(
      'INSERT INTO events (case_id, sequence, record) VALUES (?, ?, ?)',
      event.caseId,
      event.sequence,
      JSON.stringify(event),
    );
  }
}

function addCase(file: SqliteFile, record: CaseRecord): void {
  file.write(
    `INSERT INTO cases (case_id, version, handled_by, week, received_on, closed_on, figures, record)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?)`,
    record.caseId,
    record.handledBy,
    record.week,
    record.receivedOn,
    record.closedOn ?? null,
    figuresOf(record),
    JSON.stringify(record),
  );
}

function replaceCase(file: SqliteFile, record: CaseRecord): void {
  file.write(
    `UPDATE cases SET version = version + 1, handled_by = ?, week = ?, received_on = ?, closed_on = ?, figures = ?,
       record = ? WHERE case_id = ?`,
    record.handledBy,
    record.week,
    record.receivedOn,
    record.closedOn ?? null,
    figuresOf(record),
    JSON.stringify(record),
    record.caseId,
  );
}

const eventStands = (file: SqliteFile, { caseId, sequence }: EventRecord): boolean =>
  file.row('SELECT 1 FROM events WHERE case_id = ? AND sequence = ?', caseId, sequence) !== undefined;

const caseVersion = (file: SqliteFile, caseId: CaseId): string | undefined => {
  const row = file.row('SELECT version FROM cases WHERE case_id = ?', caseId);
  return row === undefined ? undefined : String(parsed(versionSchema, row).version);
};

/** Cases in SQLite. Each write is one transaction, which is decided before anything of it is written. */
export const sqliteCases = (file: SqliteFile): CaseStore => ({
  create: async (record, alert, events) => {
    assertSameCase(record, alert, events);
    return file.transaction(() => {
      if (caseVersion(file, record.caseId) !== undefined) return 'exists';
      addCase(file, record);
      addAlert(file, alert);
      addEvents(file, events);
      return 'created';
    });
  },

  read: async (caseId): Promise<Versioned<CaseRecord> | undefined> => {
    const row = file.row('SELECT record, version FROM cases WHERE case_id = ?', caseId);
    if (row === undefined) return undefined;
    const { record, version } = parsed(rowSchema, row);
    return { value: parsedJson(caseRecordSchema, record), version: String(version) };
  },

  change: async ({ case: changed, alert, events }) => {
    const record = changed.value;
    assertSameCase(record, alert?.value, events);
    return file.transaction(() => {
      if (caseVersion(file, record.caseId) !== changed.version) return 'conflict';
      if (events.some((event) => eventStands(file, event))) return 'conflict';
      if (alert && readAlert(file, record.caseId)?.version !== alert.version) return 'conflict';
      replaceCase(file, record);
      if (alert) replaceAlert(file, alert);
      addEvents(file, events);
      return 'changed';
    });
  },
});
