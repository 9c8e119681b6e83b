import { z } from 'zod';
import type { DayKeys, StoredDayKey } from '../../concerns/ports/day-keys.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import { parsed } from '../parsed.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ wrapped: z.string() });

function standing(file: SqliteFile, id: string): StoredDayKey | undefined {
  const row = file.row('SELECT wrapped FROM day_keys WHERE id = ?', id);
  return row === undefined ? undefined : { id, wrapped: parsed(rowSchema, row).wrapped };
}

/** Day keys in SQLite. A removed key is also gone from the log when the call settles. */
export const sqliteDayKeys = (file: SqliteFile): DayKeys => ({
  add: async ({ id, wrapped }) =>
    file.transaction(() => {
      file.write('INSERT INTO day_keys (id, wrapped) VALUES (?, ?) ON CONFLICT (id) DO NOTHING', id, wrapped);
      const stands = standing(file, id);
      if (!stands) throw new StoreError('broken');
      return stands;
    }),
  read: async (id) => standing(file, id),
  removeBefore: async (id) => {
    await file.transaction(() => file.write('DELETE FROM day_keys WHERE id < ?', id));
    await file.erase();
  },
});
