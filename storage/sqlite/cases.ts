import { z } from 'zod';
import type { CaseChange, CaseStore } from '../../concerns/ports/case-store.ts';
import type { AlertRecord } from '../../concerns/records/alert-record.ts';
import type { CaseRecord } from '../../concerns/records/case-record.ts';
import type { EventRecord } from '../../concerns/records/event-record.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { assertSameCase, sealless, sealsOf } from '../case-parts.ts';
import { rowOf } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { over } from '../record-shapes.ts';
import { addAlert, alertVersion, replaceAlert } from './alerts.ts';
import { addCase, readCase, readReaders, replaceCase } from './case-rows.ts';
import { gatherCase } from './gathered-case.ts';
import type { SqliteFile } from './sqlite-file.ts';

const versionSchema = z.object({ version: z.int() });

function addEvents(file: SqliteFile, events: readonly EventRecord[]): void {
  for (const event of events) {
    file.write(
      'INSERT INTO events (case_id, sequence, record) VALUES (?, ?, ?)',
      event.caseId,
      event.sequence,
      rowOf('event', sealless(event)),
    );
    const { message, note } = sealsOf(event);
    if (message === undefined && note === undefined) continue;
    file.write(
      'INSERT INTO seals (case_id, sequence, kind, at, message, note) VALUES (?, ?, ?, ?, ?, ?)',
      event.caseId,
      event.sequence,
      event.kind,
      event.at,
      message ?? null,
      note ?? null,
    );
  }
}

const eventStands = (file: SqliteFile, { caseId, sequence }: EventRecord): boolean =>
  file.row('SELECT 1 FROM events WHERE case_id = ? AND sequence = ?', caseId, sequence) !== undefined;

const caseVersion = (file: SqliteFile, caseId: CaseId): string | undefined => {
  const row = file.row('SELECT version FROM cases WHERE case_id = ?', caseId);
  return row === undefined ? undefined : String(parsed(versionSchema, row).version);
};

export function saveReport(
  file: SqliteFile,
  record: CaseRecord,
  alert: AlertRecord,
  events: readonly EventRecord[],
): void {
  addCase(file, record);
  addAlert(file, alert);
  addEvents(file, events);
}

function makeChange(file: SqliteFile, { case: changed, alert, events }: CaseChange): 'changed' | 'conflict' {
  const record = changed.value;
  const { version, mark } = over('case', changed.version);
  if (caseVersion(file, record.caseId) !== version) return 'conflict';
  if (events.some((event) => eventStands(file, event))) return 'conflict';
  if (alert && alertVersion(file, record.caseId) !== over('alert', alert.version).version) return 'conflict';
  replaceCase(file, record, mark);
  if (alert) replaceAlert(file, alert);
  addEvents(file, events);
  return 'changed';
}

/**
 * Cases in SQLite. Each write is one transaction, decided before anything is written. An erasure is gone from the log
 * as well when the call settles.
 */
export function sqliteCases(file: SqliteFile): CaseStore {
  return {
    create: async (record, alert, events) => {
      assertSameCase(record, alert, events);
      return file.transaction(() => {
        if (caseVersion(file, record.caseId) !== undefined) return 'exists';
        saveReport(file, record, alert, events);
        return 'created';
      });
    },

    readers: async (caseId) => readReaders(file, caseId),

    read: async (caseId) => readCase(file, caseId),

    gather: async (caseId, asked) => gatherCase(file, caseId, asked),

    change: async (change) => {
      assertSameCase(change.case.value, change.alert?.value, change.events);
      return file.transaction(() => makeChange(file, change));
    },

    erase: async (change) => {
      const { caseId } = change.case.value;
      assertSameCase(change.case.value, change.alert?.value, change.events);
      const outcome = await file.transaction(() => {
        const made = makeChange(file, change);
        if (made === 'changed') file.write('DELETE FROM seals WHERE case_id = ?', caseId);
        return made;
      });
      if (outcome === 'changed') await file.erase();
      return outcome;
    },

    expectGone: () => file.erase(),
  };
}
