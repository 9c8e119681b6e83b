import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { askedOfSecond, isToldUnseen, isUnread, waitsForAnybody } from '../../concerns/records/awaited.ts';
import {
  caseFiguresSchema,
  type CaseRecord,
  caseRecordSchema,
  type Versioned,
} from '../../concerns/records/case-record.ts';
import type { CaseReaders } from '../../concerns/ports/case-store.ts';
import { listedFields, type ListedRecord } from '../listed-cases.ts';
import { readersSchema } from '../case-parts.ts';
import { jsonIn, rowOf, versionedIn } from '../kept.ts';
import { parsed, parsedJson } from '../parsed.ts';
import type { Mark } from '../record-shapes.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { writeWeekCases } from './week-cases.ts';

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
export function readReaders(file: SqliteFile, caseId: CaseId): CaseReaders | undefined {
  const row = file.row('SELECT readers FROM cases INDEXED BY cases_by_readers WHERE case_id = ?', caseId);
  return row === undefined ? undefined : parsedJson(readersSchema, parsed(readersRowSchema, row).readers);
}

export function addCase(file: SqliteFile, record: CaseRecord): void {
  const json = rowOf('case', record);
  file.write('INSERT INTO cases (case_id, version, record) VALUES (?, 1, ?)', record.caseId, json);
  writeListed(file, record);
}

export function replaceCase(file: SqliteFile, record: CaseRecord, mark: Partial<Mark>): void {
  const json = rowOf('case', record, mark);
  file.write('UPDATE cases SET version = version + 1, record = ? WHERE case_id = ?', json, record.caseId);
  writeListed(file, record);
}
