import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';
import { expectSchema } from './expected-schema.ts';
import { layouts } from './layouts.ts';
import { applicationIds, type StoreUse } from './made-for.ts';
import { mayUseNewer, noteLayout, wouldHarm } from './use-of-file.ts';

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
