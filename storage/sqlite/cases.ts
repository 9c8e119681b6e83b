import { jsonIn } from '../../core/model/read-json.ts';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { AskedOfCase, CaseChange, CaseReaders, CaseStore, GatheredCase } from '../../core/ports/case-store.ts';
import type { AlertRecord } from '../../core/model/alert-record.ts';
import {
  askedOfSecond,
  caseFiguresSchema,
  type CaseRecord,
  caseRecordSchema,
  isToldUnseen,
  isUnread,
  type Versioned,
  waitsForAnybody,
} from '../../core/model/case-record.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/codes.ts';
import { listedFields, type ListedRecord } from '../case-lists.ts';
import { assertSameCase, readersSchema, sealless, sealsOf } from '../case-seals.ts';
import { type Mark, over, parsed, parsedJson, rowOf, versionedIn } from '../record-codec.ts';
import { addAlert, alertVersion, replaceAlert, standingAlert } from './alerts.ts';
import { countOf, entriesForAny, writtenInto } from './history.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { writeWeekCases } from './week-cases.ts';

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
 * Each write is one transaction, decided before anything is written. An erasure is gone from the log as well when the
 * call settles.
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

/** In one read transaction, so that all is of one moment. */
const gatherCase = (
  file: SqliteFile,
  caseId: CaseId,
  { entries, counts, written }: AskedOfCase,
): GatheredCase | undefined =>
  file.snapshot(() => {
    const standing = readCase(file, caseId);
    if (standing === undefined) return undefined;
    return {
      case: standing,
      alert: standingAlert(file, caseId),
      entries: entriesForAny(file, caseId, entries),
      counts: counts.map((kind) => countOf(file, caseId, kind)),
      written: written.map(({ by, since }) => writtenInto(file, caseId, by, since)),
    };
  });

const rowSchema = z.object({ record: z.string(), version: z.string() });
const readersRowSchema = z.object({ readers: z.string() });

export function columnsOf(record: ListedRecord): Readonly<Record<string, SQLInputValue>> {
  const { clock, clockSince, referralDueOn } = listedFields(record);
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
    clock: clock ?? null,
    clock_since: clockSince ?? null,
    referral_due_on: referralDueOn ?? null,
    review_on: record.reviewOn ?? null,
    overseen_on: record.oversight?.toldOn ?? null,
    identity_asked_on: record.identityAsked?.on ?? null,
    told_unseen: isToldUnseen(record) ? 1 : null,
    unread: isUnread(record) ? 1 : null,
    unacknowledged: waitsForAnybody(record) ? 1 : null,
    second_of: askedOfSecond(record) ?? null,
    figures: JSON.stringify(parsed(caseFiguresSchema, record)),
  };
}

export function writeListed(file: SqliteFile, record: CaseRecord): void {
  const columns = columnsOf(record);
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
  const { record, version } = parsed(rowSchema, row);
  return versionedIn({ kind: 'case', schema: caseRecordSchema }, { document: jsonIn(record), version });
}

/** From an index that SQLite computes, so that the record itself is not read. */
function readReaders(file: SqliteFile, caseId: CaseId): CaseReaders | undefined {
  const row = file.row('SELECT readers FROM cases INDEXED BY cases_by_readers WHERE case_id = ?', caseId);
  return row === undefined ? undefined : parsedJson(readersSchema, parsed(readersRowSchema, row).readers);
}

export function addCase(file: SqliteFile, record: CaseRecord): void {
  const json = rowOf('case', record);
  file.write('INSERT INTO cases (case_id, version, record) VALUES (?, 1, ?)', record.caseId, json);
  writeListed(file, record);
}

function replaceCase(file: SqliteFile, record: CaseRecord, mark: Partial<Mark>): void {
  const json = rowOf('case', record, mark);
  file.write('UPDATE cases SET version = version + 1, record = ? WHERE case_id = ?', json, record.caseId);
  writeListed(file, record);
}
