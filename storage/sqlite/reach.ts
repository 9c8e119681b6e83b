import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ReachStore } from '../../concerns/ports/reach-store.ts';
import { reachRowSchema } from '../../concerns/records/reach-row.ts';
import { firstReadable, parsed, readJson } from '../parsed.ts';
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
        JSON.stringify(row),
      ),
    );
    return added === 1 ? 'added' : 'exists';
  },

  read: async (id) => {
    const row = file.row('SELECT record, version FROM reach WHERE id = ?', id);
    if (row === undefined) return undefined;
    const { record, version } = parsed(rowSchema, row);
    return { value: readJson(reachRowSchema, record), version };
  },

  page: async (after, most) => {
    const ask = async (limit: number) =>
      file.rows('SELECT record, version FROM reach WHERE id > ? ORDER BY id LIMIT ?', after ?? '', limit);
    const { values } = await firstReadable(most, ask, (row) => {
      const found = rowSchema.safeParse(row).data;
      const value = found && readJson(reachRowSchema, found.record);
      return found && value && { value, version: found.version };
    });
    return values;
  },

  write: async (row, over) => {
    const written = await file.transaction(() =>
      file.write(
        'UPDATE reach SET version = ?, record = ? WHERE id = ? AND version = ?',
        randomUUID(),
        JSON.stringify(row),
        row.id,
        over,
      ),
    );
    return written === 1;
  },

  remove: async (id) => {
    await file.transaction(() => file.write('DELETE FROM reach WHERE id = ?', id));
  },
});
