import { parseJson } from '../../core/model/parse-json.ts';
import { randomUUID } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type {
  DocumentStore,
  RecordKey,
  RecordKindDefinition,
  StoredRecord,
  QueryTerm,
  RecordWrite,
} from '../document-store.ts';
import {
  nextFormatVersion,
  decodeVersion,
  parseStored,
  serialiseRecord,
  nextVersion,
  encodeVersion,
} from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

type Columns = Readonly<Record<string, SQLInputValue>>;

const rowSchema = z.object({ record: z.string(), version: z.string() });
const formatVersionRowSchema = z.object({
  shape: z.string().nullable(),
  oldestWriter: z.string().nullable(),
  version: z.string(),
});
const versionSchema = z.object({ version: z.string() });
const entrySchema = z.object({ record: z.string() });

export const keyColumns = ({ key }: RecordKindDefinition): readonly string[] => Object.values(key);
const keyCondition = (kind: RecordKindDefinition): string =>
  keyColumns(kind)
    .map((column) => `${column} = ?`)
    .join(' AND ');

export function recordExpression({ key, columns }: RecordKindDefinition): string {
  if (columns === undefined) return 'record';
  const fields = Object.entries({ ...key, ...columns });
  return `json_object(${fields.map(([field, column]) => `'${field}', ${column}`).join(', ')})`;
}
const versionColumn = ({ version }: RecordKindDefinition): string =>
  version === undefined ? `''` : 'CAST(version AS TEXT)';
const createSelectSql = (kind: RecordKindDefinition): string =>
  `SELECT ${keyColumns(kind).join(', ')}, ${recordExpression(kind)} AS record, ${versionColumn(kind)} AS version FROM ${kind.table}`;

const isKeyPart = (part: unknown): part is string | number => typeof part === 'string' || typeof part === 'number';

export function parseRowKey(columns: readonly string[], row: unknown): RecordKey {
  const fields: Readonly<Record<string, unknown>> = Object(row);
  return columns.map((column) => fields[column]).filter(isKeyPart);
}

function parseStoredRecord(kind: RecordKindDefinition, row: unknown): StoredRecord {
  const { record, version } = parseStored(rowSchema, row);
  return { key: parseRowKey(keyColumns(kind), row), document: parseJson(record), version };
}

const toSqlValue = (value: string | number | boolean | undefined): SQLInputValue =>
  typeof value === 'boolean' ? Number(value) : (value ?? null);

function createWhereClause({ key, derivedFields }: RecordKindDefinition, terms: readonly QueryTerm[]) {
  const conditions = terms.map(([field, is]) => `${key[field] ?? derivedFields?.[field]?.column} ${is} ?`);
  return {
    where: conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`,
    values: terms.map(([, , value]) => toSqlValue(value)),
  };
}

function nextRowVersion({ version }: RecordKindDefinition, before: string | undefined): string | number {
  if (version === 'drawn') return randomUUID();
  return before === undefined ? 1 : (Number(before) % Number.MAX_SAFE_INTEGER) + 1;
}

export function createRow(
  kind: RecordKindDefinition,
  value: object,
  record: string,
  version = nextRowVersion(kind, undefined),
): Columns {
  const fields: Readonly<Record<string, SQLInputValue>> = Object(value);
  const key = kind.getKey(value);
  const storedColumns = Object.entries(kind.columns ?? {}).map(([field, column]) => [column, fields[field] ?? null]);
  return {
    ...Object.fromEntries(keyColumns(kind).map((column, at) => [column, key[at] ?? null])),
    ...Object.fromEntries(
      Object.values(kind.derivedFields ?? {}).map((worked) => [worked.column, toSqlValue(worked.getValue(value))]),
    ),
    ...(kind.columns ? Object.fromEntries(storedColumns) : { record }),
    ...(kind.version !== undefined && { version }),
  };
}

export function createSqliteDocumentStore(file: SqliteFile): DocumentStore {
  const read = (kind: RecordKindDefinition, key: RecordKey): StoredRecord | undefined => {
    const row = file.row(`${createSelectSql(kind)} WHERE ${keyCondition(kind)}`, ...key);
    return row === undefined ? undefined : parseStoredRecord(kind, row);
  };

  function upsertRow(kind: RecordKindDefinition, row: Columns): void {
    const [names, keys] = [Object.keys(row), keyColumns(kind)];
    const set = names.filter((name) => !keys.includes(name)).map((name) => `${name} = excluded.${name}`);
    file.write(
      `INSERT INTO ${kind.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
       ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${set.join(', ')}`,
      ...Object.values(row),
    );
  }

  function readVersion(kind: RecordKindDefinition, key: RecordKey): string | undefined {
    const row = file.row(
      `SELECT ${versionColumn(kind)} AS version FROM ${kind.table} WHERE ${keyCondition(kind)}`,
      ...key,
    );
    return row === undefined ? undefined : parseStored(versionSchema, row).version;
  }

  function appendEntries(
    { entries: entriesTable }: RecordKindDefinition,
    [id = '']: RecordKey,
    entries: readonly unknown[] = [],
  ): void {
    if (entriesTable === undefined) return;
    for (const entry of entries) {
      file.write(
        `INSERT INTO ${entriesTable.table} (${entriesTable.column}, sequence, record)
         SELECT ?1, coalesce(max(sequence), 0) + 1, ?2 FROM ${entriesTable.table} WHERE ${entriesTable.column} = ?1`,
        id,
        JSON.stringify(entry),
      );
    }
  }

  const writeTogether = (writes: readonly RecordWrite[]): Promise<readonly string[] | undefined> =>
    file.transaction(() => {
      const all = writes.map(({ kind, value, expectedVersion, entries }) => {
        const at = expectedVersion === undefined ? undefined : decodeVersion(kind.kind, expectedVersion);
        return { kind, value, over: expectedVersion, entries, at, key: kind.getKey(value) };
      });
      if (all.some(({ kind, key, at }) => readVersion(kind, key) !== at?.version)) return undefined;
      return all.map(({ kind, value, over: expectedVersion, entries, at, key }) => {
        const next = nextRowVersion(kind, at?.version);
        upsertRow(kind, createRow(kind, value, serialiseRecord(kind.kind, value, at?.formatVersion), next));
        appendEntries(kind, key, entries);
        return expectedVersion === undefined ? String(next) : nextVersion(kind.kind, expectedVersion, String(next));
      });
    });

  return {
    read: async (kind, key) => read(kind, key),

    list: async (kind, terms = [], max) => {
      const { where, values } = createWhereClause(kind, terms);
      const limit = max === undefined ? '' : ` LIMIT ${max}`;
      return file
        .rows(`${createSelectSql(kind)}${where} ORDER BY ${keyColumns(kind).join(', ')}${limit}`, ...values)
        .map((row) => parseStoredRecord(kind, row));
    },

    keys: async (kind, terms, max) => {
      const { where, values } = createWhereClause(kind, terms);
      const marks = ['shape', 'oldestWriter'].map((field) =>
        kind.version === undefined
          ? `NULL AS ${field}`
          : `CASE WHEN json_valid(record) THEN record -> '$.${field}' END AS ${field}`,
      );
      const selected = [...keyColumns(kind), ...marks, `${versionColumn(kind)} AS version`];
      const limit = max === undefined ? '' : ` LIMIT ${max}`;
      return file.rows(`SELECT ${selected.join(', ')} FROM ${kind.table}${where}${limit}`, ...values).map((row) => {
        const { shape, oldestWriter, version } = parseStored(formatVersionRowSchema, row);
        const mark = { shape: parseJson(shape ?? ''), oldestWriter: parseJson(oldestWriter ?? '') };
        return { key: parseRowKey(keyColumns(kind), row), version: encodeVersion(kind.kind, mark, version) };
      });
    },

    write: async (kind, value, expectedVersion, entries) =>
      (await writeTogether([{ kind, value, expectedVersion, entries }])) !== undefined,

    writeTogether,

    update: async (kind, key, make) => {
      await file.transaction(() => {
        const stored = read(kind, key);
        const mark = nextFormatVersion(kind.kind, stored?.document);
        const value = make(stored);
        upsertRow(
          kind,
          createRow(kind, value, serialiseRecord(kind.kind, value, mark), nextRowVersion(kind, stored?.version)),
        );
      });
    },

    remove: async (kind, key) => {
      await file.transaction(() => file.write(`DELETE FROM ${kind.table} WHERE ${keyCondition(kind)}`, ...key));
    },

    removeAll: async (kind, terms) => {
      const { where, values } = createWhereClause(kind, terms);
      await file.transaction(() => file.write(`DELETE FROM ${kind.table}${where}`, ...values));
    },

    entries: async ({ entries }, [key = '']) =>
      entries === undefined
        ? []
        : file
            .rows(`SELECT record FROM ${entries.table} WHERE ${entries.column} = ? ORDER BY sequence`, key)
            .map((row) => parseJson(parseStored(entrySchema, row).record)),
  };
}
