import { jsonIn } from '../../core/model/read-json.ts';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import { parsed } from '../record-codec.ts';
import { ourVersion, storeVersionSchema } from '../schema-version.ts';
import { expectSchema } from './expected-schema.ts';
import { layouts } from './migrations.ts';
import { applicationIds, type StoreUse } from './application-id.ts';

/** Raise it with a step after which servers of an older layout would read or write something wrong. */
const oldestLayout = 21;

const rowSchema = z.object({ record: z.string() });
const useSchema = storeVersionSchema.extend({
  layout: z.int().min(1),
  oldestLayout: z.int().min(1),
});

export const selectUse = 'SELECT record FROM versions WHERE one = 1';
export const replaceUse =
  'INSERT INTO versions (one, record) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET record = excluded.record';
export const ourUse = JSON.stringify({ ...ourVersion, layout: layouts.length, oldestLayout });

export const useIn = (row: unknown) => {
  const found = rowSchema.safeParse(row).data;
  return found && useSchema.safeParse(jsonIn(found.record)).data;
};

const wouldHarm = (layout: number): boolean => layout < oldestLayout;

const noteLayout = (database: DatabaseSync): void => void database.prepare(replaceUse).run(ourUse);

function mayUseNewer(database: DatabaseSync, layout: number): boolean {
  const known = database.prepare(`SELECT count(*) AS tables FROM sqlite_schema WHERE name = 'versions'`).get();
  const use = known?.['tables'] === 1 ? useIn(database.prepare(selectUse).get()) : undefined;
  return use !== undefined && use.layout === layout && use.oldestLayout <= layouts.length;
}

const headerSchema = z.object({ version: z.int(), application: z.int(), objects: z.int() });
const header = `SELECT (SELECT user_version FROM pragma_user_version) AS version,
  (SELECT application_id FROM pragma_application_id) AS application,
  (SELECT count(*) FROM sqlite_schema) AS objects`;

/** The last layout from before the tab: its histories do not verify. */
const lastUnreadableLayout = 1;

function atOneMoment<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec('BEGIN');
  try {
    return work();
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK');
  }
}

const versionOf = (database: DatabaseSync, use: StoreUse): number =>
  atOneMoment(database, () => readVersion(database, use));

function readVersion(database: DatabaseSync, use: StoreUse): number {
  const { version, application, objects } = parsed(headerSchema, database.prepare(header).get());
  const isEmpty = application === 0 && objects === 0;
  if (!isEmpty && application !== applicationIds[use]) throw new StoreError('foreign');
  if (version > layouts.length && !mayUseNewer(database, version)) throw new StoreError('tooNew');
  if (!isEmpty && version <= lastUnreadableLayout) throw new StoreError('tooOld');
  if (!isEmpty) expectSchema(version, (sql) => database.prepare(sql).all());
  return version;
}

/** Throws StoreError as `migrate` does, and only reads. */
export function isToBeAlone(database: DatabaseSync, use: StoreUse): boolean {
  const version = versionOf(database, use);
  return version > lastUnreadableLayout && wouldHarm(version);
}

/**
 * Throws StoreError, and leaves the file as it is: `foreign` if it is for another use or belongs to another program,
 * `tooNew` or `tooOld` if this version cannot read its layout, `altered` as `expectSchema` does. A newer layout stays
 * if it says that older servers may use it.
 */
export function migrate(database: DatabaseSync, use: StoreUse): void {
  if (versionOf(database, use) >= layouts.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Read again under the lock: another process may have been first.
    const before = versionOf(database, use);
    for (const step of layouts.slice(before)) database.exec(step);
    if (before < layouts.length) noteLayout(database);
    database.exec(`PRAGMA application_id = ${applicationIds[use]}`);
    database.exec(`PRAGMA user_version = ${Math.max(before, layouts.length)}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Only reads: `none` if the file is missing or empty, `older` if opening would migrate it, `ready` otherwise, also if
 * it cannot be read: opening it then says why.
 */
export function standingLayout(path: string): 'none' | 'older' | 'ready' {
  if (!existsSync(path)) return 'none';
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const { version, application, objects } = headerSchema.parse(database.prepare(header).get());
      if (application === 0 && objects === 0) return 'none';
      return application === applicationIds.production && version < layouts.length ? 'older' : 'ready';
    } finally {
      database.close();
    }
  } catch {
    return 'ready';
  }
}
