import { jsonIn } from '../../core/model/read-json.ts';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { EntriesAsked, History, Writer, WrittenSince, Written } from '../../core/ports/case-store.ts';
import { type EventKind, type EventRecord, eventRecordSchema } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/codes.ts';
import { inOrderOnce, sealless, withSeals } from '../case-seals.ts';
import { kept, parsed } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const eventRowSchema = z.object({ record: z.string() });
const sealedEventRowSchema = eventRowSchema.extend({ message: z.string().nullable(), note: z.string().nullable() });
const placeSchema = z.object({ sequence: z.int() });
const countSchema = z.object({ count: z.int() });
const writtenSchema = countSchema.extend({ size: z.int() });

const seallessRow = (row: unknown): EventRecord =>
  sealless(kept('event', eventRecordSchema, jsonIn(parsed(eventRowSchema, row).record)));

function sealedRow(row: unknown): EventRecord {
  const { record, message, note } = parsed(sealedEventRowSchema, row);
  return withSeals(kept('event', eventRecordSchema, jsonIn(record)), { message, note });
}

function indexFor({ kinds, requests, by, message }: EntriesAsked): string | undefined {
  if (message !== undefined) return 'events_by_message';
  if (requests !== undefined) return 'events_by_request';
  if (kinds === undefined) return undefined;
  return by === undefined ? 'events_by_kind' : 'events_by_person';
}

interface Question {
  readonly from: string;
  readonly where: string;
  readonly values: readonly SQLInputValue[];
}

function questionOf(caseId: string, asked: EntriesAsked): Question {
  const { kinds, requests, by, message, after, before, first, last } = asked;
  const among = (column: string, list: readonly string[]): string =>
    list.length === 1 ? `events.${column} = ?` : `events.${column} IN (${list.map(() => '?').join(', ')})`;
  const parts: readonly (readonly [string, readonly SQLInputValue[]] | undefined)[] = [
    ['events.case_id = ?', [caseId]],
    kinds && [among('kind', kinds), kinds],
    requests && [among('request', requests), requests],
    by && [among('person', by), by],
    message === undefined ? undefined : ['events.message = ?', [message]],
    after === undefined ? undefined : ['events.sequence > ?', [after]],
    before === undefined ? undefined : ['events.sequence < ?', [before]],
  ];
  const met = parts.filter((part) => part !== undefined);
  const most = last ?? first;
  const index = indexFor(asked);
  const order = `ORDER BY events.sequence ${last === undefined ? 'ASC' : 'DESC'}`;
  return {
    from: `events${index === undefined ? '' : ` INDEXED BY ${index}`}`,
    where: `WHERE ${met.map(([sql]) => sql).join(' AND ')} ${order}${most === undefined ? '' : ' LIMIT ?'}`,
    values: [...met.flatMap(([, values]) => values), ...(most === undefined ? [] : [most])],
  };
}

const countOfKind = 'SELECT count(*) AS count FROM events INDEXED BY events_by_kind WHERE case_id = ? AND kind = ?';

const sumWritten = `SELECT count(*) AS count, coalesce(sum(size), 0) AS size FROM written
  WHERE case_id = ? AND (kind = 'messageFromReporter') = ? AND at >= ? AND at < ?`;

const bare = { columns: 'events.sequence, events.record', join: '' };
const withTheirSeals = {
  columns: 'events.record, seals.message, seals.note',
  join: 'LEFT JOIN seals ON seals.case_id = events.case_id AND seals.sequence = events.sequence',
};

function rowsOf(
  file: SqliteFile,
  { columns, join }: typeof bare,
  caseId: CaseId,
  asked: EntriesAsked,
): readonly unknown[] {
  const { from, where, values } = questionOf(caseId, asked);
  const rows = file.rows(`SELECT ${columns} FROM ${from} ${join} ${where}`, ...values);
  return asked.last === undefined ? rows : rows.toReversed();
}

export function entriesForAny(
  file: SqliteFile,
  caseId: CaseId,
  asked: readonly EntriesAsked[],
): readonly EventRecord[] {
  const rows = asked.flatMap((one) => rowsOf(file, bare, caseId, one));
  const placed = new Map(rows.map((row) => [parsed(placeSchema, row).sequence, row]));
  return inOrderOnce([...placed.values()].map(seallessRow));
}

export const countOf = (file: SqliteFile, caseId: CaseId, kind: EventKind): number =>
  parsed(countSchema, file.row(countOfKind, caseId, kind)).count;

export const writtenInto = (file: SqliteFile, caseId: CaseId, by: Writer, since?: WrittenSince): Written =>
  parsed(writtenSchema, file.row(sumWritten, caseId, by === 'reporter' ? 1 : 0, since?.from ?? '', since?.to ?? 'z'));

export const sqliteHistory = (file: SqliteFile): History => ({
  of: async (caseId) => rowsOf(file, withTheirSeals, caseId, {}).map(sealedRow),
  entries: async (caseId, asked) => rowsOf(file, bare, caseId, asked).map(seallessRow),
  sealed: async (caseId, asked) => rowsOf(file, withTheirSeals, caseId, asked).map(sealedRow),
  count: async (caseId, kind) => countOf(file, caseId, kind),
  written: async (caseId, by, since) => writtenInto(file, caseId, by, since),
});
