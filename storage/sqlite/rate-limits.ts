import { z } from 'zod';
import type { SharedPaces, WorkCounts } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { parsed } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const paceRowSchema = z.object({ until: z.number(), hour: z.number(), version: z.string() });

export const sqliteSharedPaces = (file: SqliteFile): SharedPaces => ({
  read: async (name) => {
    const row = file.row('SELECT until, hour, CAST(version AS TEXT) AS version FROM paces WHERE name = ?', name);
    if (row === undefined) return undefined;
    const { until, hour, version } = parsed(paceRowSchema, row);
    return { value: { name, until, hour }, version };
  },

  write: ({ name, until, hour }, over) => writeOver(file, 'paces', name, { until, hour }, over),

  removeBefore: async (instant) => {
    if (file.row('SELECT 1 AS found FROM paces WHERE hour < ? LIMIT 1', instant) === undefined) return;
    await file.transaction(() => file.write('DELETE FROM paces WHERE hour < ?', instant));
  },
});

const rowSchema = z.object({ record: z.string(), version: z.string() });
const recordSchema = z.object({ record: z.string() });
const saltSchema = z.object({ salt: z.string() });

export const workTables = ['work_counts', 'work_salts'] as const;

export const sqliteWorkCounts = (file: SqliteFile): WorkCounts => ({
  salt: async (day, drawn) => {
    const standing = () => {
      const row = file.row('SELECT salt FROM work_salts WHERE day = ?', day);
      return row === undefined ? undefined : parsed(saltSchema, row).salt;
    };
    const found = standing();
    if (found !== undefined) return found;
    return await file.transaction(() => {
      file.write('INSERT INTO work_salts (day, salt) VALUES (?, ?) ON CONFLICT (day) DO NOTHING', day, drawn);
      const salt = standing();
      if (salt === undefined) throw new StoreError('broken');
      return salt;
    });
  },

  read: async (name) => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM work_counts WHERE name = ?', name);
    if (row === undefined) return undefined;
    const { record, version } = parsed(rowSchema, row);
    return { value: record, version };
  },

  write: ({ name, day, record }, over) => writeOver(file, 'work_counts', name, { day, record }, over),

  ofDay: async (day) =>
    file.rows('SELECT record FROM work_counts WHERE day = ?', day).map((row) => parsed(recordSchema, row).record),

  removeBefore: async (day) => {
    const old = workTables.some((table) => file.row(`SELECT 1 AS found FROM ${table} WHERE day < ? LIMIT 1`, day));
    if (!old) return;
    await file.transaction(() => {
      for (const table of workTables) file.write(`DELETE FROM ${table} WHERE day < ?`, day);
    });
    await file.erase();
  },
});

async function writeOver(
  file: SqliteFile,
  table: 'paces' | 'work_counts',
  name: string,
  columns: Readonly<Record<string, string | number>>,
  over: string | undefined,
): Promise<boolean> {
  const [names, values] = [Object.keys(columns), Object.values(columns)];
  const written = await file.transaction(() =>
    over === undefined
      ? file.write(
          `INSERT INTO ${table} (name, version, ${names.join(', ')}) VALUES (?, 1, ${names.map(() => '?').join(', ')}) ON CONFLICT (name) DO NOTHING`,
          name,
          ...values,
        )
      : file.write(
          `UPDATE ${table} SET version = version + 1, ${names.map((column) => `${column} = ?`).join(', ')} WHERE name = ? AND CAST(version AS TEXT) = ?`,
          ...values,
          name,
          over,
        ),
  );
  return written === 1;
}
