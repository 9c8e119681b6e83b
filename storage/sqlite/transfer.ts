import { jsonIn } from '../../core/model/read-json.ts';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import { caseRecordSchema } from '../../core/model/case-record.ts';
import { eventRecordSchema } from '../../core/model/event-record.ts';
import { sealsOf } from '../case-seals.ts';
import type { Key } from '../documents.ts';
import {
  isAside,
  type Movable,
  type MovedKind,
  movedKindNames,
  movedKinds,
  movedRecord,
  type MovedRecord,
  type PutAside,
  valueOfLine,
} from '../transfer/record-kinds.ts';
import { parsed, parsedJson } from '../record-codec.ts';
import { writeListed } from './cases.ts';
import { keyColumns, keyIn, recordOf, rowFor } from './documents.ts';
import type { SqliteFile } from './sqlite-file.ts';

interface Place {
  readonly table: string;
  readonly keys: readonly string[];
  readonly selected: string;
  readonly from: string;
}

function placeOf(name: MovedKind): Place {
  const { kind } = movedKinds[name];
  if (kind === undefined) {
    const record = `CASE WHEN json_valid(record)
      THEN json_object('campaign', campaign_id, 'sequence', sequence, 'event', json(record)) ELSE record END AS record`;
    const table = 'campaign_events';
    return { table, keys: ['campaign_id', 'sequence'], selected: record, from: table };
  }
  const { table } = kind;
  const place = { table, keys: keyColumns(kind), selected: `${recordOf(kind)} AS record`, from: table };
  if (name !== 'event') return place;
  const selected = 'record, seals.message AS message, seals.note AS note';
  return { ...place, selected, from: 'events LEFT JOIN seals USING (case_id, sequence)' };
}

export const tablesLeftBehind = [
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

export const tablesMoved: readonly string[] = movedKindNames.map((name) => placeOf(name).table);

const rowsOfPage = 100;

const countSchema = z.object({ count: z.int() });
const fieldsSchema = z.record(z.string(), z.unknown());

function sealedEntry(record: unknown, seals: Readonly<Record<string, unknown>>): unknown {
  const entry = fieldsSchema.safeParse(record).data;
  if (entry === undefined) return record;
  const put = (name: 'message' | 'note') => {
    const words = fieldsSchema.safeParse(entry[name]).data;
    const sealed = seals[name];
    return words !== undefined && typeof sealed === 'string' ? { [name]: { ...words, sealed } } : {};
  };
  return { ...entry, ...put('message'), ...put('note') };
}

function recordIn(name: MovedKind, row: unknown): MovedRecord | PutAside {
  const fields = parsed(fieldsSchema, row);
  const raw = String(fields['record']);
  const record = jsonIn(raw);
  return movedRecord(
    name,
    keyIn(placeOf(name).keys, row),
    name === 'event' ? sealedEntry(record, fields) : record,
    raw,
  );
}

function selectFor(name: MovedKind, is: '=' | '>' | 'any'): string {
  const { keys, selected, from } = placeOf(name);
  const [columns, marks] = [keys.join(', '), keys.map(() => '?').join(', ')];
  const where = is === 'any' ? '' : `WHERE (${columns}) ${is} (${marks})`;
  return `SELECT ${columns}, ${selected} FROM ${from} ${where} ORDER BY ${columns} LIMIT ${rowsOfPage}`;
}

function standingRow(file: SqliteFile, name: MovedKind, id: Key): MovedRecord | PutAside | undefined {
  const row = file.row(selectFor(name, '='), ...id);
  return row === undefined ? undefined : recordIn(name, row);
}

function insert(file: SqliteFile, table: string, columns: Readonly<Record<string, SQLInputValue>>): void {
  const names = Object.keys(columns);
  file.write(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(columns),
  );
}

function addEvent(file: SqliteFile, line: string): void {
  const fields = parsedJson(fieldsSchema, line);
  const bare = (name: 'message' | 'note') => {
    const words = fieldsSchema.safeParse(fields[name]).data;
    if (words === undefined) return {};
    const { sealed: _sealed, ...rest } = words;
    return { [name]: rest };
  };
  const event = parsedJson(eventRecordSchema, line);
  const { caseId: case_id, sequence, kind, at } = event;
  insert(file, 'events', {
    case_id,
    sequence,
    record: JSON.stringify({ ...fields, ...bare('message'), ...bare('note') }),
  });
  const { message, note } = sealsOf(event);
  if (message === undefined && note === undefined) return;
  insert(file, 'seals', { case_id, sequence, kind, at, message: message ?? null, note: note ?? null });
}

const entrySchema = z.object({ event: z.json() });

/** The record itself stays as it came. Throws StoreError. */
function add(file: SqliteFile, name: MovedKind, { id, line }: MovedRecord): void {
  const { kind } = movedKinds[name];
  if (name === 'event') return addEvent(file, line);
  if (kind === undefined) {
    const [campaign_id = '', sequence = 0] = id;
    const record = JSON.stringify(parsedJson(entrySchema, line).event);
    return insert(file, 'campaign_events', { campaign_id, sequence, record });
  }
  insert(file, kind.table, rowFor(kind, valueOfLine(kind, line), line));
  if (name === 'case') writeListed(file, parsedJson(caseRecordSchema, line));
}

export const sqliteMovable = (file: SqliteFile): Movable => ({
  async *rows(name) {
    let after: Key | undefined;
    for (;;) {
      const page = file
        .rows(selectFor(name, after === undefined ? 'any' : '>'), ...(after ?? []))
        .map((row) => recordIn(name, row));
      yield* page;
      after = page.at(-1)?.id;
      if (page.length < rowsOfPage) return;
    }
  },

  count: async (name) => parsed(countSchema, file.row(`SELECT count(*) AS count FROM ${placeOf(name).table}`)).count,

  standing: async (name, { id }) => {
    const row = standingRow(file, name, id);
    if (row === undefined) return undefined;
    return isAside(row) ? null : row.line;
  },

  add: (name, records) =>
    file.transaction(() => {
      for (const record of records) {
        if (standingRow(file, name, record.id) === undefined) add(file, name, record);
      }
    }),

  close: async () => file.close(),
});
