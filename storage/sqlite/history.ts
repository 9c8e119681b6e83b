import { parseJson } from '../../core/model/parse-json.ts';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type {
  HistoryEntryQuery,
  CaseHistory,
  Writer,
  WrittenPeriod,
  WrittenVolume,
} from '../../core/ports/case-store.ts';
import { type EventKind, type EventRecord, eventRecordSchema } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { sortUniqueEvents, stripSeals, restoreSeals } from '../case-records.ts';
import { parseRecord, parseStored } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const eventRowSchema = z.object({ record: z.string() });
const sealedEventRowSchema = eventRowSchema.extend({ message: z.string().nullable(), note: z.string().nullable() });
const sequenceSchema = z.object({ sequence: z.int() });
const countSchema = z.object({ count: z.int() });
const writtenSchema = countSchema.extend({ size: z.int() });

const parseEvent = (row: unknown): EventRecord =>
  stripSeals(parseRecord('event', eventRecordSchema, parseJson(parseStored(eventRowSchema, row).record)));

function parseSealedEvent(row: unknown): EventRecord {
  const { record, message, note } = parseStored(sealedEventRowSchema, row);
  return restoreSeals(parseRecord('event', eventRecordSchema, parseJson(record)), { message, note });
}

function chooseIndex({ kinds, requests, by, message }: HistoryEntryQuery): string | undefined {
  if (message !== undefined) return 'events_by_message';
  if (requests !== undefined) return 'events_by_request';
  if (kinds === undefined) return undefined;
  return by === undefined ? 'events_by_kind' : 'events_by_person';
}

interface EventQuerySql {
  readonly from: string;
  readonly where: string;
  readonly values: readonly SQLInputValue[];
}

function createEventQuery(caseId: string, query: HistoryEntryQuery): EventQuerySql {
  const { kinds, requests, by, message, after, before, first, last } = query;
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
  const conditions = parts.filter((part) => part !== undefined);
  const max = last ?? first;
  const index = chooseIndex(query);
  const order = `ORDER BY events.sequence ${last === undefined ? 'ASC' : 'DESC'}`;
  return {
    from: `events${index === undefined ? '' : ` INDEXED BY ${index}`}`,
    where: `WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ${order}${max === undefined ? '' : ' LIMIT ?'}`,
    values: [...conditions.flatMap(([, values]) => values), ...(max === undefined ? [] : [max])],
  };
}

const countKindSql = 'SELECT count(*) AS count FROM events INDEXED BY events_by_kind WHERE case_id = ? AND kind = ?';

const sumWrittenSql = `SELECT count(*) AS count, coalesce(sum(size), 0) AS size FROM written
  WHERE case_id = ? AND (kind = 'messageFromReporter') = ? AND at >= ? AND at < ?`;

const eventColumns = { columns: 'events.sequence, events.record', join: '' };
const sealedEventColumns = {
  columns: 'events.record, seals.message, seals.note',
  join: 'LEFT JOIN seals ON seals.case_id = events.case_id AND seals.sequence = events.sequence',
};

function queryEventRows(
  file: SqliteFile,
  { columns, join }: typeof eventColumns,
  caseId: CaseId,
  query: HistoryEntryQuery,
): readonly unknown[] {
  const { from, where, values } = createEventQuery(caseId, query);
  const rows = file.rows(`SELECT ${columns} FROM ${from} ${join} ${where}`, ...values);
  return query.last === undefined ? rows : rows.toReversed();
}

export function readMatchingEntries(
  file: SqliteFile,
  caseId: CaseId,
  queries: readonly HistoryEntryQuery[],
): readonly EventRecord[] {
  const rows = queries.flatMap((one) => queryEventRows(file, eventColumns, caseId, one));
  const rowsBySequence = new Map(rows.map((row) => [parseStored(sequenceSchema, row).sequence, row]));
  return sortUniqueEvents([...rowsBySequence.values()].map(parseEvent));
}

export const countEvents = (file: SqliteFile, caseId: CaseId, kind: EventKind): number =>
  parseStored(countSchema, file.row(countKindSql, caseId, kind)).count;

export const readWrittenVolume = (file: SqliteFile, caseId: CaseId, by: Writer, since?: WrittenPeriod): WrittenVolume =>
  parseStored(
    writtenSchema,
    file.row(sumWrittenSql, caseId, by === 'reporter' ? 1 : 0, since?.from ?? '', since?.to ?? 'z'),
  );

export const createSqliteHistory = (file: SqliteFile): CaseHistory => ({
  readAll: async (caseId) => queryEventRows(file, sealedEventColumns, caseId, {}).map(parseSealedEvent),
  entries: async (caseId, query) => queryEventRows(file, eventColumns, caseId, query).map(parseEvent),
  sealedEntries: async (caseId, query) => queryEventRows(file, sealedEventColumns, caseId, query).map(parseSealedEvent),
  count: async (caseId, kind) => countEvents(file, caseId, kind),
  writtenVolume: async (caseId, by, since) => readWrittenVolume(file, caseId, by, since),
});
