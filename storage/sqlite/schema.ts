import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { jsonIn } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { ourVersion, storeVersionSchema } from '../store-version.ts';
import { expectSchema } from './expected-schema.ts';
import { layouts } from './layouts.ts';
import { applicationIds, type StoreUse } from './made-for.ts';

/**
 * The oldest layout whose servers may use a file of the newest one: they leave tables and columns that they do not know.
 * It is raised by a step after which they would read or write something wrong.
 */
const oldestLayout = 21;

const rowSchema = z.object({ record: z.string() });
const useSchema = storeVersionSchema.extend({
  /** The layout that its version gave the file, and the oldest one whose servers may use a file of that. */
  layout: z.int().min(1),
  oldestLayout: z.int().min(1),
});

/** Which version used a file, and how that is written. */
export const selectUse = 'SELECT record FROM versions WHERE one = 1';
export const replaceUse =
  'INSERT INTO versions (one, record) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET record = excluded.record';
export const ourUse = JSON.stringify({ ...ourVersion, layout: layouts.length, oldestLayout });

/** The use of a file in a row of its table of versions; `undefined` where that cannot be read. */
export const useIn = (row: unknown) => {
  const found = rowSchema.safeParse(row).data;
  return found && useSchema.safeParse(jsonIn(found.record)).data;
};

/**
 * Whether servers of a layout would write something wrong into a file of the newest one: whoever brings a file from that
 * to this must have it alone.
 */
const wouldHarm = (layout: number): boolean => layout < oldestLayout;

/** Notes in a file that is brought to the newest layout that this version did so. */
const noteLayout = (database: DatabaseSync): void => void database.prepare(replaceUse).run(ourUse);

/** Whether a file of a newer layout says that servers of this one may use it: what they do not know, they leave. */
function mayUseNewer(database: DatabaseSync, layout: number): boolean {
  const known = database.prepare(`SELECT count(*) AS tables FROM sqlite_schema WHERE name = 'versions'`).get();
  const use = known?.['tables'] === 1 ? useIn(database.prepare(selectUse).get()) : undefined;
  return use !== undefined && use.layout === layout && use.oldestLayout <= layouts.length;
}

const headerSchema = z.object({ version: z.int(), application: z.int(), objects: z.int() });
const header = `SELECT (SELECT user_version FROM pragma_user_version) AS version,
  (SELECT application_id FROM pragma_application_id) AS application,
  (SELECT count(*) FROM sqlite_schema) AS objects`;

/**
 * The last layout whose content was made before the tab: its histories do not verify, and what was added to a report
 * does not open. Its step stays, since a new file begins with it.
 */
const lastUnreadableLayout = 1;

/** Does what asks more than once of one moment: another process may bring the file to a newer layout in between. */
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

/**
 * Whether a file is of a layout whose servers must not have it open while it is brought to the newest one; an empty one
 * is of none. Throws StoreError as `migrate` does, and asks for no more than to read.
 */
export function isToBeAlone(database: DatabaseSync, use: StoreUse): boolean {
  const version = versionOf(database, use);
  return version > lastUnreadableLayout && wouldHarm(version);
}

/**
 * Brings a file to the newest layout, an empty one from nothing, marked with what it is for. Throws StoreError, and leaves
 * the file as it is: `foreign` where it is for another use or belongs to another program, `tooNew` or `tooOld` where a
 * Candour made it that is newer or older than this one can read, `altered` where it holds other tables, indexes, triggers
 * or views than its layout makes. A newer layout stays where it says that older servers
 * may use it.
 */
export function migrate(database: DatabaseSync, use: StoreUse): void {
  if (versionOf(database, use) >= layouts.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Asked again under the lock: another process may have been first.
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
