import { z } from 'zod';
import { alertTargetSchema, type AlertTargets } from '../../concerns/records/alert-targets.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../readable.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rowSchema = z.object({ record: z.string() });
const targetOf = (row: unknown) => readJson(alertTargetSchema, parsed(rowSchema, row).record);

/** The channels of alerts in SQLite. */
export const sqliteTargets = (file: SqliteFile): AlertTargets => ({
  read: async (name) => {
    const row = file.row('SELECT record FROM targets WHERE name = ?', name);
    return row === undefined ? undefined : targetOf(row);
  },
  write: async (target) => {
    await file.transaction(() =>
      file.write(
        'INSERT INTO targets (name, record) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET record = excluded.record',
        target.name,
        JSON.stringify(target),
      ),
    );
  },
  all: async () =>
    file
      .rows('SELECT record FROM targets ORDER BY name')
      .map(targetOf)
      .filter((target) => target !== undefined),
});
