import { parseJson } from '../../core/model/parse-json.ts';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { SnapshotRequest, CaseChange, CaseAccess, CaseStore, CaseSnapshot } from '../../core/ports/case-store.ts';
import type { AlertRecord } from '../../core/model/alert-record.ts';
import {
  fourEyesRequester,
  caseListItemSchema,
  type CaseRecord,
  caseRecordSchema,
  hasUnseenOversight,
  isUnread,
  type Versioned,
  isAwaitingHandler,
  isSafetyMissing,
} from '../../core/model/case-record.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { getCaseIndexFields, type IndexedCaseRecord } from '../case-lists.ts';
import { assertSameCase, caseAccessSchema, stripSeals, getEventSeals } from '../case-records.ts';
import {
  type FormatVersion,
  decodeVersion,
  parseStored,
  parseStoredJson,
  serialiseRecord,
  parseVersioned,
} from '../record-codec.ts';
import { addAlert, readAlertVersion, replaceAlert, tryReadAlert } from './alerts.ts';
import { countEvents, readMatchingEntries, readWrittenVolume } from './history.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { writeWeekCases } from './week-figure-queries.ts';

const versionSchema = z.object({ version: z.int() });

function addEvents(file: SqliteFile, events: readonly EventRecord[]): void {
  for (const event of events) {
    file.write(
      'INSERT INTO events (case_id, sequence, record) VALUES (?, ?, ?)',
      event.caseId,
      event.sequence,
      serialiseRecord('event', stripSeals(event)),
    );
    const { message, note } = getEventSeals(event);
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

const hasEvent = (file: SqliteFile, { caseId, sequence }: EventRecord): boolean =>
  file.row('SELECT 1 FROM events WHERE case_id = ? AND sequence = ?', caseId, sequence) !== undefined;

const readCaseVersion = (file: SqliteFile, caseId: CaseId): string | undefined => {
  const row = file.row('SELECT version FROM cases WHERE case_id = ?', caseId);
  return row === undefined ? undefined : String(parseStored(versionSchema, row).version);
};

export function addCaseWithAlert(
  file: SqliteFile,
  record: CaseRecord,
  alert: AlertRecord,
  events: readonly EventRecord[],
): void {
  addCase(file, record);
  addAlert(file, alert);
  addEvents(file, events);
}

function applyChange(file: SqliteFile, { case: changed, alert, events }: CaseChange): 'changed' | 'conflict' {
  const record = changed.value;
  const { version, formatVersion: mark } = decodeVersion('case', changed.version);
  if (readCaseVersion(file, record.caseId) !== version) return 'conflict';
  if (events.some((event) => hasEvent(file, event))) return 'conflict';
  if (alert && readAlertVersion(file, record.caseId) !== decodeVersion('alert', alert.version).version)
    return 'conflict';
  replaceCase(file, record, mark);
  if (alert) replaceAlert(file, alert);
  addEvents(file, events);
  return 'changed';
}

/**
 * Each write is one transaction, decided before anything is written. An erasure is gone from the log too when the call
 * settles.
 */
export function createSqliteCaseStore(file: SqliteFile): CaseStore {
  return {
    create: async (record, alert, events) => {
      assertSameCase(record, alert, events);
      return file.transaction(() => {
        if (readCaseVersion(file, record.caseId) !== undefined) return 'exists';
        addCaseWithAlert(file, record, alert, events);
        return 'created';
      });
    },

    readAccess: async (caseId) => readCaseAccess(file, caseId),

    read: async (caseId) => readCase(file, caseId),

    readSnapshot: async (caseId, request) => readCaseSnapshot(file, caseId, request),

    change: async (change) => {
      assertSameCase(change.case.value, change.alert?.value, change.events);
      return file.transaction(() => applyChange(file, change));
    },

    erase: async (change) => {
      const { caseId } = change.case.value;
      assertSameCase(change.case.value, change.alert?.value, change.events);
      const outcome = await file.transaction(() => {
        const result = applyChange(file, change);
        if (result === 'changed') file.write('DELETE FROM seals WHERE case_id = ?', caseId);
        return result;
      });
      if (outcome === 'changed') await file.erase();
      return outcome;
    },

    assertErased: () => file.erase(),
  };
}

/** One read transaction, so that all is from one moment. */
const readCaseSnapshot = (
  file: SqliteFile,
  caseId: CaseId,
  { entries, counts, written }: SnapshotRequest,
): CaseSnapshot | undefined =>
  file.snapshot(() => {
    const stored = readCase(file, caseId);
    if (stored === undefined) return undefined;
    return {
      case: stored,
      alert: tryReadAlert(file, caseId),
      entries: readMatchingEntries(file, caseId, entries),
      counts: counts.map((kind) => countEvents(file, caseId, kind)),
      written: written.map(({ by, since }) => readWrittenVolume(file, caseId, by, since)),
    };
  });

const rowSchema = z.object({ record: z.string(), version: z.string() });
const accessRowSchema = z.object({ readers: z.string() });

export function getIndexColumns(record: IndexedCaseRecord): Readonly<Record<string, SQLInputValue>> {
  const { clock, clockSince, referralDueOn } = getCaseIndexFields(record);
  return {
    case_id: record.caseId,
    handled_by: record.handledBy,
    week: record.week,
    received_on: record.receivedOn,
    closed_on: record.closedOn ?? null,
    triaged_on: record.triagedOn ?? null,
    status: record.status,
    kind: record.kind ?? null,
    urgency: record.urgency,
    route: record.route,
    assignee: record.assignee ?? null,
    category: record.nationalCategory ?? null,
    flags: record.flags.join(' '),
    referral: record.referral?.decision ?? null,
    outcome: record.outcome ?? null,
    clock: clock ?? null,
    clock_since: clockSince ?? null,
    referral_due_on: referralDueOn ?? null,
    review_on: record.reviewOn ?? null,
    overseen_on: record.oversight?.toldOn ?? null,
    identity_asked_on: record.identityAsked?.on ?? null,
    told_unseen: hasUnseenOversight(record) ? 1 : null,
    unread: isUnread(record) ? 1 : null,
    unacknowledged: isAwaitingHandler(record) ? 1 : null,
    safety_missing: isSafetyMissing(record) ? 1 : null,
    second_of: fourEyesRequester(record) ?? null,
    figures: JSON.stringify(parseStored(caseListItemSchema, record)),
  };
}

export function writeCaseIndex(file: SqliteFile, record: CaseRecord): void {
  const columns = getIndexColumns(record);
  const names = Object.keys(columns);
  file.write(
    `INSERT INTO listed (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (case_id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    ...Object.values(columns),
  );
  writeExclusions(file, record);
  writeWeekCases(file, record);
}

function writeExclusions(file: SqliteFile, { caseId, excluded }: CaseRecord): void {
  file.write('DELETE FROM exclusions WHERE case_id = ?', caseId);
  for (const objectId of new Set(excluded)) {
    file.write('INSERT INTO exclusions (case_id, object_id) VALUES (?, ?)', caseId, objectId);
  }
}

export function readCase(file: SqliteFile, caseId: CaseId): Versioned<CaseRecord> | undefined {
  const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM cases WHERE case_id = ?', caseId);
  if (row === undefined) return undefined;
  const { record, version } = parseStored(rowSchema, row);
  return parseVersioned({ kind: 'case', schema: caseRecordSchema }, { document: parseJson(record), version });
}

/** From an expression index, without reading the record. */
function readCaseAccess(file: SqliteFile, caseId: CaseId): CaseAccess | undefined {
  const row = file.row('SELECT readers FROM cases INDEXED BY cases_by_readers WHERE case_id = ?', caseId);
  return row === undefined ? undefined : parseStoredJson(caseAccessSchema, parseStored(accessRowSchema, row).readers);
}

export function addCase(file: SqliteFile, record: CaseRecord): void {
  const json = serialiseRecord('case', record);
  file.write('INSERT INTO cases (case_id, version, record) VALUES (?, 1, ?)', record.caseId, json);
  writeCaseIndex(file, record);
}

function replaceCase(file: SqliteFile, record: CaseRecord, formatVersion: Partial<FormatVersion>): void {
  const json = serialiseRecord('case', record, formatVersion);
  file.write('UPDATE cases SET version = version + 1, record = ? WHERE case_id = ?', json, record.caseId);
  writeCaseIndex(file, record);
}
