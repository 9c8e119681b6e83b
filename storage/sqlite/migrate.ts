import { parseJson } from '../../core/model/parse-json.ts';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parseStored } from '../record-codec.ts';
import { currentStoreVersion, storeVersionSchema } from '../store-version.ts';
import { assertSchema } from './schema-check.ts';
import { migrations } from './migrations.ts';
import { applicationIds, type StoreEnvironment } from './store-environment.ts';

/** Raise it with a step after which older servers would read or write something wrong. */
const oldestLayout = 21;

const rowSchema = z.object({ record: z.string() });
const writerVersionSchema = storeVersionSchema.extend({
  layout: z.int().min(1),
  oldestLayout: z.int().min(1),
});

export const selectWriterVersionSql = 'SELECT record FROM versions WHERE one = 1';
export const replaceWriterVersionSql =
  'INSERT INTO versions (one, record) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET record = excluded.record';
export const currentWriterVersionJson = JSON.stringify({
  ...currentStoreVersion,
  layout: migrations.length,
  oldestLayout,
});

export const parseWriterVersion = (row: unknown) => {
  const found = rowSchema.safeParse(row).data;
  return found && writerVersionSchema.safeParse(parseJson(found.record)).data;
};

const isIncompatibleLayout = (layout: number): boolean => layout < oldestLayout;

const saveWriterVersion = (database: DatabaseSync): void =>
  void database.prepare(replaceWriterVersionSql).run(currentWriterVersionJson);

function mayUseNewerLayout(database: DatabaseSync, layout: number): boolean {
  const known = database.prepare(`SELECT count(*) AS tables FROM sqlite_schema WHERE name = 'versions'`).get();
  const use = known?.['tables'] === 1 ? parseWriterVersion(database.prepare(selectWriterVersionSql).get()) : undefined;
  return use !== undefined && use.layout === layout && use.oldestLayout <= migrations.length;
}

const headerSchema = z.object({ version: z.int(), application: z.int(), objects: z.int() });
const selectHeaderSql = `SELECT (SELECT user_version FROM pragma_user_version) AS version,
  (SELECT application_id FROM pragma_application_id) AS application,
  (SELECT count(*) FROM sqlite_schema) AS objects`;

/** The last layout from before the tab: its histories do not verify. */
const lastUnreadableLayout = 1;

function runInReadTransaction<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK');
  }
}

const readUsableLayoutInTransaction = (database: DatabaseSync, use: StoreEnvironment): number =>
  runInReadTransaction(database, () => readLayoutVersion(database, use));

function readLayoutVersion(database: DatabaseSync, use: StoreEnvironment): number {
  const { version, application, objects } = parseStored(headerSchema, database.prepare(selectHeaderSql).get());
  const isEmpty = application === 0 && objects === 0;
  if (!isEmpty && application !== applicationIds[use]) throw new StoreError('foreign');
  if (version > migrations.length && !mayUseNewerLayout(database, version)) throw new StoreError('tooNew');
  if (!isEmpty && version <= lastUnreadableLayout) throw new StoreError('tooOld');
  if (!isEmpty) assertSchema(version, (sql) => database.prepare(sql).all());
  return version;
}

/** Throws StoreError as `migrate` does, and only reads. */
export function needsExclusiveMigration(database: DatabaseSync, use: StoreEnvironment): boolean {
  const version = readUsableLayoutInTransaction(database, use);
  return version > lastUnreadableLayout && isIncompatibleLayout(version);
}

/**
 * Throws StoreError and leaves the file as it is: `foreign` if it is for another use or program, `tooNew` or `tooOld`
 * if its layout is unreadable, `altered` as `assertSchema` does. A newer layout stays if it admits older servers.
 */
export function migrate(database: DatabaseSync, use: StoreEnvironment): void {
  if (readUsableLayoutInTransaction(database, use) >= migrations.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Read again under the lock: another process may have been first.
    const before = readUsableLayoutInTransaction(database, use);
    for (const step of migrations.slice(before)) database.exec(step);
    if (before < migrations.length) saveWriterVersion(database);
    database.exec(`PRAGMA application_id = ${applicationIds[use]}`);
    database.exec(`PRAGMA user_version = ${Math.max(before, migrations.length)}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Only reads: `none` if the file is missing or empty, `older` if opening would migrate it, else `ready`; if unreadable,
 * opening says why.
 */
export function readSchemaState(path: string): 'none' | 'older' | 'ready' {
  if (!existsSync(path)) return 'none';
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const { version, application, objects } = headerSchema.parse(database.prepare(selectHeaderSql).get());
      if (application === 0 && objects === 0) return 'none';
      return application === applicationIds.production && version < migrations.length ? 'older' : 'ready';
    } finally {
      database.close();
    }
  } catch {
    return 'ready';
  }
}
