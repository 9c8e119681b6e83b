import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { LaterUse } from '../../concerns/ports/store.ts';
import { jsonIn } from '../kept.ts';
import { expectUsable, isOurs, laterUse, ourVersion, storeVersionSchema } from '../store-version.ts';
import { layouts } from './layouts.ts';
import type { SqliteFile } from './sqlite-file.ts';

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

const select = 'SELECT record FROM versions WHERE one = 1';
const replace =
  'INSERT INTO versions (one, record) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET record = excluded.record';
const ours = JSON.stringify({ ...ourVersion, layout: layouts.length, oldestLayout });

const useIn = (row: unknown) => {
  const found = rowSchema.safeParse(row).data;
  return found && useSchema.safeParse(jsonIn(found.record)).data;
};

/**
 * Whether servers of a layout would write something wrong into a file of the newest one: whoever brings a file from that
 * to this must have it alone.
 */
export const wouldHarm = (layout: number): boolean => layout < oldestLayout;

/** Notes in a file that is brought to the newest layout that this version did so. */
export const noteLayout = (database: DatabaseSync): void => void database.prepare(replace).run(ours);

/** Whether a file of a newer layout says that servers of this one may use it: what they do not know, they leave. */
export function mayUseNewer(database: DatabaseSync, layout: number): boolean {
  const known = database.prepare(`SELECT count(*) AS tables FROM sqlite_schema WHERE name = 'versions'`).get();
  const use = known?.['tables'] === 1 ? useIn(database.prepare(select).get()) : undefined;
  return use !== undefined && use.layout === layout && use.oldestLayout <= layouts.length;
}

/** Throws StoreError `tooNew` where a file was used by a version that lets this one use it no more. */
export const expectOfUse = (file: SqliteFile): void => expectUsable(useIn(file.row(select)));

/** The newest version that used a file, `undefined` where none said so. Nothing is written. Throws StoreError. */
export function lastUse(file: SqliteFile): LaterUse | undefined {
  const use = useIn(file.row(select));
  return use && { number: use.number, release: use.release };
}

/** Notes that this version uses a file; says which newer one did, and leaves what that noted. Throws StoreError. */
export const noteUse = (file: SqliteFile): Promise<LaterUse | undefined> =>
  file.transaction(() => {
    const standing = useIn(file.row(select));
    const later = laterUse(standing);
    if (later === undefined && !isOurs(standing)) file.write(replace, ours);
    return later;
  });
