import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parseStored } from '../record-codec.ts';
import { migrations } from './migrations.ts';

const objectSchema = z.object({ type: z.string(), name: z.string(), tbl_name: z.string(), sql: z.string().nullable() });
type SchemaObject = z.infer<typeof objectSchema>;

const selectObjectsSql = 'SELECT type, name, tbl_name, sql FROM sqlite_schema';
const selectUnique = `SELECT il.name FROM sqlite_schema AS t, pragma_index_list(t.name) AS il
  WHERE t.type = 'table' AND il."unique" = 1 AND il.origin = 'c'`;

type QueryRows = (sql: string) => readonly unknown[];

const normaliseObject = ({ type, name, tbl_name: table, sql }: SchemaObject): string =>
  JSON.stringify([type, name, table, sql?.replaceAll(/\s+/gu, ' ').trim() ?? null]);

const readObjects = (rows: QueryRows): readonly SchemaObject[] =>
  rows(selectObjectsSql).map((row) => parseStored(objectSchema, row));

const expectedByLayout = new Map<number, readonly SchemaObject[]>();

function expectedObjects(layout: number): readonly SchemaObject[] {
  const known = expectedByLayout.get(layout);
  if (known) return known;
  const database = new DatabaseSync(':memory:');
  try {
    for (const step of migrations.slice(0, layout)) database.exec(step);
    const objects = readObjects((sql) => database.prepare(sql).all());
    expectedByLayout.set(layout, objects);
    return objects;
  } finally {
    database.close();
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());

const isTriggerOrView = ({ type }: SchemaObject): boolean => type !== 'table' && type !== 'index';

/**
 * A newer layout may add tables, columns and indexes; a step that adds a trigger, a view or a unique index to an older
 * table must exclude older servers by `oldestLayout`.
 */
function isNewerSchemaAltered(objects: readonly SchemaObject[], rows: QueryRows): boolean {
  const ours = expectedObjects(migrations.length);
  const tables = new Set(ours.filter(({ type }) => type === 'table').map(({ name }) => name));
  const indexes = new Set(ours.filter(({ type }) => type === 'index').map(({ name }) => name));
  const unique = new Set(rows(selectUnique).map((row) => parseStored(objectSchema.pick({ name: true }), row).name));
  const isForeignIndex = ({ type, name, tbl_name: table }: SchemaObject): boolean =>
    type === 'index' && tables.has(table) && !indexes.has(name) && unique.has(name);
  return (
    !isSame(objects.filter(isTriggerOrView).map(normaliseObject), ours.filter(isTriggerOrView).map(normaliseObject)) ||
    objects.some(isForeignIndex)
  );
}

/**
 * Throws StoreError `altered` if a file's objects are not its layout's: a planted trigger runs inside our writes, and
 * could drop or copy reports. `rows` must read one snapshot.
 */
export function assertSchema(layout: number, rows: QueryRows): void {
  const objects = readObjects(rows);
  const isAltered =
    layout > migrations.length
      ? isNewerSchemaAltered(objects, rows)
      : !isSame(objects.map(normaliseObject), expectedObjects(layout).map(normaliseObject));
  if (isAltered) throw new StoreError('altered');
}
