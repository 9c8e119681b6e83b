import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';
import { layouts } from './layouts.ts';

const objectSchema = z.object({ type: z.string(), name: z.string(), tbl_name: z.string(), sql: z.string().nullable() });
type SchemaObject = z.infer<typeof objectSchema>;

const select = 'SELECT type, name, tbl_name, sql FROM sqlite_schema';
const selectUnique = `SELECT il.name FROM sqlite_schema AS t, pragma_index_list(t.name) AS il
  WHERE t.type = 'table' AND il."unique" = 1 AND il.origin = 'c'`;

/** Asks a database and returns every row. */
type Rows = (sql: string) => readonly unknown[];

/** A line for each object. Line breaks of the layouts' own text are no difference. */
const lineOf = ({ type, name, tbl_name: table, sql }: SchemaObject): string =>
  JSON.stringify([type, name, table, sql?.replaceAll(/\s+/gu, ' ').trim() ?? null]);

const objectsIn = (rows: Rows): readonly SchemaObject[] => rows(select).map((row) => parsed(objectSchema, row));

const expected = new Map<number, readonly SchemaObject[]>();

/** The objects that the steps up to a layout make, by the SQLite that is compared with. */
function expectedObjects(layout: number): readonly SchemaObject[] {
  const known = expected.get(layout);
  if (known) return known;
  const database = new DatabaseSync(':memory:');
  try {
    for (const step of layouts.slice(0, layout)) database.exec(step);
    const objects = objectsIn((sql) => database.prepare(sql).all());
    expected.set(layout, objects);
    return objects;
  } finally {
    database.close();
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());

const runsByItself = ({ type }: SchemaObject): boolean => type !== 'table' && type !== 'index';

/**
 * Whether a file of a layout that this version does not know holds what could change what this version reads or writes.
 * That layout may have more tables, columns and indexes; a step that adds a trigger, a view or a unique index to a table
 * that older servers use has to keep those out, by `oldestLayout` (schema.ts).
 */
function isNewerAltered(objects: readonly SchemaObject[], rows: Rows): boolean {
  const ours = expectedObjects(layouts.length);
  const tables = new Set(ours.filter(({ type }) => type === 'table').map(({ name }) => name));
  const indexes = new Set(ours.filter(({ type }) => type === 'index').map(({ name }) => name));
  const unique = new Set(rows(selectUnique).map((row) => parsed(objectSchema.pick({ name: true }), row).name));
  const isForeignIndex = ({ type, name, tbl_name: table }: SchemaObject): boolean =>
    type === 'index' && tables.has(table) && !indexes.has(name) && unique.has(name);
  return (
    !isSame(objects.filter(runsByItself).map(lineOf), ours.filter(runsByItself).map(lineOf)) ||
    objects.some(isForeignIndex)
  );
}

/**
 * Compares the tables, indexes, triggers and views of a file with those that its layout makes: a trigger that somebody
 * planted runs inside our own writes, and could drop or copy what is reported. `rows` asks of one moment. Throws
 * StoreError `altered` where they differ.
 */
export function expectSchema(layout: number, rows: Rows): void {
  const objects = objectsIn(rows);
  const isAltered =
    layout > layouts.length
      ? isNewerAltered(objects, rows)
      : !isSame(objects.map(lineOf), expectedObjects(layout).map(lineOf));
  if (isAltered) throw new StoreError('altered');
}
