import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parsed } from '../record-codec.ts';
import { layouts } from './migrations.ts';

const objectSchema = z.object({ type: z.string(), name: z.string(), tbl_name: z.string(), sql: z.string().nullable() });
type SchemaObject = z.infer<typeof objectSchema>;

const select = 'SELECT type, name, tbl_name, sql FROM sqlite_schema';
const selectUnique = `SELECT il.name FROM sqlite_schema AS t, pragma_index_list(t.name) AS il
  WHERE t.type = 'table' AND il."unique" = 1 AND il.origin = 'c'`;

type Rows = (sql: string) => readonly unknown[];

const lineOf = ({ type, name, tbl_name: table, sql }: SchemaObject): string =>
  JSON.stringify([type, name, table, sql?.replaceAll(/\s+/gu, ' ').trim() ?? null]);

const objectsIn = (rows: Rows): readonly SchemaObject[] => rows(select).map((row) => parsed(objectSchema, row));

const expected = new Map<number, readonly SchemaObject[]>();

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
 * A newer layout may have more tables, columns and indexes; a step that adds a trigger, a view or a unique index to an
 * older table has to keep older servers out, by `oldestLayout`.
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
 * A planted trigger runs inside our own writes, and could drop or copy reports. `rows` must read one snapshot. Throws
 * StoreError `altered` if the objects of a file are not those of its layout.
 */
export function expectSchema(layout: number, rows: Rows): void {
  const objects = objectsIn(rows);
  const isAltered =
    layout > layouts.length
      ? isNewerAltered(objects, rows)
      : !isSame(objects.map(lineOf), expectedObjects(layout).map(lineOf));
  if (isAltered) throw new StoreError('altered');
}
