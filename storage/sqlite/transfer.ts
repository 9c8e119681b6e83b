import { parseJson } from '../../core/model/parse-json.ts';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { caseRecordSchema } from '../../core/model/case-record.ts';
import { eventRecordSchema } from '../../core/model/event-record.ts';
import { getEventSeals } from '../case-records.ts';
import type { RecordKey } from '../document-store.ts';
import {
  isUnreadableRecord,
  type TransferStore,
  type TransferKind,
  transferKindNames,
  transferKinds,
  toTransferRecord,
  type TransferRecord,
  type UnreadableRecord,
  parseTransferLine,
} from '../transfer/transfer-kinds.ts';
import { parseStored, parseStoredJson } from '../record-codec.ts';
import { writeCaseIndex } from './cases.ts';
import { keyColumns, parseRowKey, recordExpression, createRow } from './document-store.ts';
import type { SqliteFile } from './sqlite-file.ts';

interface TransferTable {
  readonly table: string;
  readonly keys: readonly string[];
  readonly selected: string;
  readonly from: string;
}

function getTransferTable(name: TransferKind): TransferTable {
  const { kind } = transferKinds[name];
  if (kind === undefined) {
    const record = `CASE WHEN json_valid(record)
      THEN json_object('campaign', campaign_id, 'sequence', sequence, 'event', json(record)) ELSE record END AS record`;
    const table = 'campaign_events';
    return { table, keys: ['campaign_id', 'sequence'], selected: record, from: table };
  }
  const { table } = kind;
  const place = { table, keys: keyColumns(kind), selected: `${recordExpression(kind)} AS record`, from: table };
  if (name !== 'event') return place;
  const selected = 'record, seals.message AS message, seals.note AS note';
  return { ...place, selected, from: 'events LEFT JOIN seals USING (case_id, sequence)' };
}

export const transferExcludedTables = [
  'day_keys',
  'exclusions',
  'health',
  'listed',
  'paces',
  'seals',
  'sending_lanes',
  'versions',
  'week_cases',
  'work_counts',
  'work_salts',
  'written',
] as const;

export const transferTables: readonly string[] = transferKindNames.map((name) => getTransferTable(name).table);

const pageSize = 100;

const countSchema = z.object({ count: z.int() });
const fieldsSchema = z.record(z.string(), z.unknown());

function restoreEventSeals(record: unknown, seals: Readonly<Record<string, unknown>>): unknown {
  const entry = fieldsSchema.safeParse(record).data;
  if (entry === undefined) return record;
  const restoreSeal = (name: 'message' | 'note') => {
    const words = fieldsSchema.safeParse(entry[name]).data;
    const sealed = seals[name];
    return words !== undefined && typeof sealed === 'string' ? { [name]: { ...words, sealed } } : {};
  };
  return { ...entry, ...restoreSeal('message'), ...restoreSeal('note') };
}

function parseTransferRow(name: TransferKind, row: unknown): TransferRecord | UnreadableRecord {
  const fields = parseStored(fieldsSchema, row);
  const raw = String(fields['record']);
  const record = parseJson(raw);
  return toTransferRecord(
    name,
    parseRowKey(getTransferTable(name).keys, row),
    name === 'event' ? restoreEventSeals(record, fields) : record,
    raw,
  );
}

function createSelectSql(name: TransferKind, is: '=' | '>' | 'any'): string {
  const { keys, selected, from } = getTransferTable(name);
  const [columns, marks] = [keys.join(', '), keys.map(() => '?').join(', ')];
  const where = is === 'any' ? '' : `WHERE (${columns}) ${is} (${marks})`;
  return `SELECT ${columns}, ${selected} FROM ${from} ${where} ORDER BY ${columns} LIMIT ${pageSize}`;
}

function readTransferRow(
  file: SqliteFile,
  name: TransferKind,
  id: RecordKey,
): TransferRecord | UnreadableRecord | undefined {
  const row = file.row(createSelectSql(name, '='), ...id);
  return row === undefined ? undefined : parseTransferRow(name, row);
}

function insert(file: SqliteFile, table: string, columns: Readonly<Record<string, SQLInputValue>>): void {
  const names = Object.keys(columns);
  file.write(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(columns),
  );
}

function addEvent(file: SqliteFile, line: string): void {
  const fields = parseStoredJson(fieldsSchema, line);
  const omitSealed = (name: 'message' | 'note') => {
    const words = fieldsSchema.safeParse(fields[name]).data;
    if (words === undefined) return {};
    const { sealed: _sealed, ...rest } = words;
    return { [name]: rest };
  };
  const event = parseStoredJson(eventRecordSchema, line);
  const { caseId: case_id, sequence, kind, at } = event;
  insert(file, 'events', {
    case_id,
    sequence,
    record: JSON.stringify({ ...fields, ...omitSealed('message'), ...omitSealed('note') }),
  });
  const { message, note } = getEventSeals(event);
  if (message === undefined && note === undefined) return;
  insert(file, 'seals', { case_id, sequence, kind, at, message: message ?? null, note: note ?? null });
}

const entrySchema = z.object({ event: z.json() });

function addRecord(file: SqliteFile, name: TransferKind, { id, line }: TransferRecord): void {
  const { kind } = transferKinds[name];
  if (name === 'event') return addEvent(file, line);
  if (kind === undefined) {
    const [campaign_id = '', sequence = 0] = id;
    const record = JSON.stringify(parseStoredJson(entrySchema, line).event);
    return insert(file, 'campaign_events', { campaign_id, sequence, record });
  }
  insert(file, kind.table, createRow(kind, parseTransferLine(kind, line), line));
  if (name === 'case') writeCaseIndex(file, parseStoredJson(caseRecordSchema, line));
}

export const createSqliteTransferStore = (file: SqliteFile): TransferStore => ({
  async *rows(name) {
    let after: RecordKey | undefined;
    for (;;) {
      const page = file
        .rows(createSelectSql(name, after === undefined ? 'any' : '>'), ...(after ?? []))
        .map((row) => parseTransferRow(name, row));
      yield* page;
      after = page.at(-1)?.id;
      if (page.length < pageSize) return;
    }
  },

  count: async (name) =>
    parseStored(countSchema, file.row(`SELECT count(*) AS count FROM ${getTransferTable(name).table}`)).count,

  readLine: async (name, { id }) => {
    const row = readTransferRow(file, name, id);
    if (row === undefined) return undefined;
    return isUnreadableRecord(row) ? null : row.line;
  },

  add: (name, records) =>
    file.transaction(() => {
      for (const record of records) {
        if (readTransferRow(file, name, record.id) === undefined) addRecord(file, name, record);
      }
    }),

  close: async () => file.close(),
});
