import { z } from 'zod';
import type { SharedPaces } from '../../concerns/ports/shared-paces.ts';
import { parsed } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ until: z.number(), version: z.string() });

/** Turns of those in a hurry, in SQLite: a row each, for minutes. */
export const sqliteSharedPaces = (file: SqliteFile): SharedPaces => ({
  read: async (name) => {
    const row = file.row('SELECT until, CAST(version AS TEXT) AS version FROM paces WHERE name = ?', name);
    if (row === undefined) return undefined;
    const { until, version } = parsed(rowSchema, row);
    return { value: { name, until }, version };
  },

  write: async ({ name, until }, over) => {
    const written = await file.transaction(() =>
      over === undefined
        ? file.write(
            'INSERT INTO paces (name, version, until) VALUES (?, 1, ?) ON CONFLICT (name) DO NOTHING',
            name,
            until,
          )
        : file.write(
            'UPDATE paces SET version = version + 1, until = ? WHERE name = ? AND CAST(version AS TEXT) = ?',
            until,
            name,
            over,
          ),
    );
    return written === 1;
  },

  removeBefore: async (instant) => {
    // A look takes no turn among writes, and most find nothing.
    if (file.row('SELECT 1 AS found FROM paces WHERE until < ? LIMIT 1', instant) === undefined) return;
    await file.transaction(() => file.write('DELETE FROM paces WHERE until < ?', instant));
  },
});
