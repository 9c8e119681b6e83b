import { z } from 'zod';
import type { SharedPaces } from '../../concerns/ports/shared-paces.ts';
import { parsed } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ until: z.number(), hour: z.number(), version: z.string() });

export const sqliteSharedPaces = (file: SqliteFile): SharedPaces => ({
  read: async (name) => {
    const row = file.row('SELECT until, hour, CAST(version AS TEXT) AS version FROM paces WHERE name = ?', name);
    if (row === undefined) return undefined;
    const { until, hour, version } = parsed(rowSchema, row);
    return { value: { name, until, hour }, version };
  },

  write: async ({ name, until, hour }, over) => {
    const written = await file.transaction(() =>
      over === undefined
        ? file.write(
            'INSERT INTO paces (name, version, until, hour) VALUES (?, 1, ?, ?) ON CONFLICT (name) DO NOTHING',
            name,
            until,
            hour,
          )
        : file.write(
            'UPDATE paces SET version = version + 1, until = ?, hour = ? WHERE name = ? AND CAST(version AS TEXT) = ?',
            until,
            hour,
            name,
            over,
          ),
    );
    return written === 1;
  },

  removeBefore: async (instant) => {
    if (file.row('SELECT 1 AS found FROM paces WHERE hour < ? LIMIT 1', instant) === undefined) return;
    await file.transaction(() => file.write('DELETE FROM paces WHERE hour < ?', instant));
  },
});
