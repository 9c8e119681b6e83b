import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ReachStore } from '../../concerns/ports/reach-store.ts';
import { reachRowSchema } from '../../concerns/records/reach-row.ts';
import { keptRowIfReadable, rowOf } from '../kept.ts';
import { firstReadable, parsed } from '../parsed.ts';
import { over as overOf } from '../record-shapes.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string(), version: z.string() });

/** Those who have the app, in SQLite. A version is drawn: a number would count what somebody chose. */
export const sqliteReach = (file: SqliteFile): ReachStore => ({
  add: async (row) => {
    const added = await file.transaction(() =>
      file.write(
        'INSERT INTO reach (id, version, record) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
        row.id,
        randomUUID(),
        rowOf('reach', row),
      ),
    );
    return added === 1 ? 'added' : 'exists';
  },

  read: async (id) => {
    const row = file.row('SELECT record, version FROM reach WHERE id = ?', id);
    if (row === undefined) return undefined;
    return keptRowIfReadable('reach', reachRowSchema, parsed(rowSchema, row));
  },

  page: async (after, most) => {
    const ask = async (limit: number) =>
      file.rows('SELECT record, version FROM reach WHERE id > ? ORDER BY id LIMIT ?', after ?? '', limit);
    const { values } = await firstReadable(most, ask, (row) => {
      const found = rowSchema.safeParse(row).data;
      const { value, version = '' } = found ? keptRowIfReadable('reach', reachRowSchema, found) : {};
      return value && { value, version };
    });
    return values;
  },

  write: async (row, over) => {
    const { version, mark } = overOf('reach', over);
    const written = await file.transaction(() =>
      file.write(
        'UPDATE reach SET version = ?, record = ? WHERE id = ? AND version = ?',
        randomUUID(),
        rowOf('reach', row, mark),
        row.id,
        version,
      ),
    );
    return written === 1;
  },

  remove: async (id) => {
    await file.transaction(() => file.write('DELETE FROM reach WHERE id = ?', id));
  },
});
