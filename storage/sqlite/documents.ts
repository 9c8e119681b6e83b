import { jsonIn } from '../../core/model/read-json.ts';
import { randomUUID } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { Documents, Key, Kind, Standing, Term, Write } from '../documents.ts';
import { markOver, over as overOf, parsed, rowOf, versionAfter, versionOf } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

type Columns = Readonly<Record<string, SQLInputValue>>;

const rowSchema = z.object({ record: z.string(), version: z.string() });
const markRowSchema = z.object({
  shape: z.string().nullable(),
  oldestWriter: z.string().nullable(),
  version: z.string(),
});
const versionSchema = z.object({ version: z.string() });
const entrySchema = z.object({ record: z.string() });

export const keyColumns = ({ key }: Kind): readonly string[] => Object.values(key);
const isKey = (kind: Kind): string =>
  keyColumns(kind)
    .map((column) => `${column} = ?`)
    .join(' AND ');

export function recordOf({ key, columns }: Kind): string {
  if (columns === undefined) return 'record';
  const fields = Object.entries({ ...key, ...columns });
  return `json_object(${fields.map(([field, column]) => `'${field}', ${column}`).join(', ')})`;
}
const versionColumn = ({ version }: Kind): string => (version === undefined ? `''` : 'CAST(version AS TEXT)');
const select = (kind: Kind): string =>
  `SELECT ${keyColumns(kind).join(', ')}, ${recordOf(kind)} AS record, ${versionColumn(kind)} AS version FROM ${kind.table}`;

const isPart = (part: unknown): part is string | number => typeof part === 'string' || typeof part === 'number';

export function keyIn(columns: readonly string[], row: unknown): Key {
  const fields: Readonly<Record<string, unknown>> = Object(row);
  return columns.map((column) => fields[column]).filter(isPart);
}

function standingIn(kind: Kind, row: unknown): Standing {
  const { record, version } = parsed(rowSchema, row);
  return { key: keyIn(keyColumns(kind), row), document: jsonIn(record), version };
}

const valueOf = (value: string | number | boolean | undefined): SQLInputValue =>
  typeof value === 'boolean' ? Number(value) : (value ?? null);

function condition({ key, found }: Kind, terms: readonly Term[]) {
  const asked = terms.map(([field, is]) => `${key[field] ?? found?.[field]?.column} ${is} ?`);
  return {
    where: asked.length === 0 ? '' : ` WHERE ${asked.join(' AND ')}`,
    values: terms.map(([, , value]) => valueOf(value)),
  };
}

function versionNext({ version }: Kind, before: string | undefined): string | number {
  if (version === 'drawn') return randomUUID();
  return before === undefined ? 1 : (Number(before) % Number.MAX_SAFE_INTEGER) + 1;
}

export function rowFor(kind: Kind, value: object, record: string, version = versionNext(kind, undefined)): Columns {
  const fields: Readonly<Record<string, SQLInputValue>> = Object(value);
  const key = kind.keyOf(value);
  const kept = Object.entries(kind.columns ?? {}).map(([field, column]) => [column, fields[field] ?? null]);
  return {
    ...Object.fromEntries(keyColumns(kind).map((column, at) => [column, key[at] ?? null])),
    ...Object.fromEntries(Object.values(kind.found ?? {}).map((worked) => [worked.column, valueOf(worked.of(value))])),
    ...(kind.columns ? Object.fromEntries(kept) : { record }),
    ...(kind.version !== undefined && { version }),
  };
}

export function documentsInSqlite(file: SqliteFile): Documents {
  const read = (kind: Kind, key: Key): Standing | undefined => {
    const row = file.row(`${select(kind)} WHERE ${isKey(kind)}`, ...key);
    return row === undefined ? undefined : standingIn(kind, row);
  };

  function put(kind: Kind, row: Columns): void {
    const [names, keys] = [Object.keys(row), keyColumns(kind)];
    const set = names.filter((name) => !keys.includes(name)).map((name) => `${name} = excluded.${name}`);
    file.write(
      `INSERT INTO ${kind.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
       ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${set.join(', ')}`,
      ...Object.values(row),
    );
  }

  function versionAt(kind: Kind, key: Key): string | undefined {
    const row = file.row(`SELECT ${versionColumn(kind)} AS version FROM ${kind.table} WHERE ${isKey(kind)}`, ...key);
    return row === undefined ? undefined : parsed(versionSchema, row).version;
  }

  function append({ entries: kept }: Kind, [id = '']: Key, entries: readonly unknown[] = []): void {
    if (kept === undefined) return;
    for (const entry of entries) {
      file.write(
        `INSERT INTO ${kept.table} (${kept.column}, sequence, record)
         SELECT ?1, coalesce(max(sequence), 0) + 1, ?2 FROM ${kept.table} WHERE ${kept.column} = ?1`,
        id,
        JSON.stringify(entry),
      );
    }
  }

  const writeTogether = (writes: readonly Write[]): Promise<readonly string[] | undefined> =>
    file.transaction(() => {
      const all = writes.map(({ kind, value, over, entries }) => {
        const at = over === undefined ? undefined : overOf(kind.kind, over);
        return { kind, value, over, entries, at, key: kind.keyOf(value) };
      });
      if (all.some(({ kind, key, at }) => versionAt(kind, key) !== at?.version)) return undefined;
      return all.map(({ kind, value, over, entries, at, key }) => {
        const next = versionNext(kind, at?.version);
        put(kind, rowFor(kind, value, rowOf(kind.kind, value, at?.mark), next));
        append(kind, key, entries);
        return over === undefined ? String(next) : versionAfter(kind.kind, over, String(next));
      });
    });

  return {
    read: async (kind, key) => read(kind, key),

    list: async (kind, terms = [], most) => {
      const { where, values } = condition(kind, terms);
      const limit = most === undefined ? '' : ` LIMIT ${most}`;
      return file
        .rows(`${select(kind)}${where} ORDER BY ${keyColumns(kind).join(', ')}${limit}`, ...values)
        .map((row) => standingIn(kind, row));
    },

    keys: async (kind, terms, most) => {
      const { where, values } = condition(kind, terms);
      const marks = ['shape', 'oldestWriter'].map((field) =>
        kind.version === undefined
          ? `NULL AS ${field}`
          : `CASE WHEN json_valid(record) THEN record -> '$.${field}' END AS ${field}`,
      );
      const selected = [...keyColumns(kind), ...marks, `${versionColumn(kind)} AS version`];
      const limit = most === undefined ? '' : ` LIMIT ${most}`;
      return file.rows(`SELECT ${selected.join(', ')} FROM ${kind.table}${where}${limit}`, ...values).map((row) => {
        const { shape, oldestWriter, version } = parsed(markRowSchema, row);
        const mark = { shape: jsonIn(shape ?? ''), oldestWriter: jsonIn(oldestWriter ?? '') };
        return { key: keyIn(keyColumns(kind), row), version: versionOf(kind.kind, mark, version) };
      });
    },

    write: async (kind, value, over, entries) => (await writeTogether([{ kind, value, over, entries }])) !== undefined,

    writeTogether,

    update: async (kind, key, make) => {
      await file.transaction(() => {
        const stands = read(kind, key);
        const mark = markOver(kind.kind, stands?.document);
        const value = make(stands);
        put(kind, rowFor(kind, value, rowOf(kind.kind, value, mark), versionNext(kind, stands?.version)));
      });
    },

    remove: async (kind, key) => {
      await file.transaction(() => file.write(`DELETE FROM ${kind.table} WHERE ${isKey(kind)}`, ...key));
    },

    removeAll: async (kind, terms) => {
      const { where, values } = condition(kind, terms);
      await file.transaction(() => file.write(`DELETE FROM ${kind.table}${where}`, ...values));
    },

    entries: async ({ entries }, [key = '']) =>
      entries === undefined
        ? []
        : file
            .rows(`SELECT record FROM ${entries.table} WHERE ${entries.column} = ? ORDER BY sequence`, key)
            .map((row) => jsonIn(parsed(entrySchema, row).record)),
  };
}
