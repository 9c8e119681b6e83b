import { z } from 'zod';
import type { RateLimitStore, WorkCountStore } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { parseStored } from '../record-codec.ts';
import type { SqliteFile } from './sqlite-file.ts';

const rateLimitRowSchema = z.object({ until: z.number(), hour: z.number(), version: z.string() });

export const createSqliteRateLimitStore = (file: SqliteFile): RateLimitStore => ({
  read: async (name) => {
    const row = file.row('SELECT until, hour, CAST(version AS TEXT) AS version FROM paces WHERE name = ?', name);
    if (row === undefined) return undefined;
    const { until, hour, version } = parseStored(rateLimitRowSchema, row);
    return { value: { name, until, hour }, version };
  },

  write: ({ name, until, hour }, expectedVersion) =>
    writeVersioned(file, 'paces', name, { until, hour }, expectedVersion),

  removeBefore: async (instant) => {
    if (file.row('SELECT 1 AS found FROM paces WHERE hour < ? LIMIT 1', instant) === undefined) return;
    await file.transaction(() => file.write('DELETE FROM paces WHERE hour < ?', instant));
  },
});

const rowSchema = z.object({ record: z.string(), version: z.string() });
const recordSchema = z.object({ record: z.string() });
const saltSchema = z.object({ salt: z.string() });

export const workTables = ['work_counts', 'work_salts'] as const;

export const createSqliteWorkCounts = (file: SqliteFile): WorkCountStore => ({
  salt: async (day, generated) => {
    const readSalt = () => {
      const row = file.row('SELECT salt FROM work_salts WHERE day = ?', day);
      return row === undefined ? undefined : parseStored(saltSchema, row).salt;
    };
    const found = readSalt();
    if (found !== undefined) return found;
    return await file.transaction(() => {
      file.write('INSERT INTO work_salts (day, salt) VALUES (?, ?) ON CONFLICT (day) DO NOTHING', day, generated);
      const salt = readSalt();
      if (salt === undefined) throw new StoreError('broken');
      return salt;
    });
  },

  read: async (name) => {
    const row = file.row('SELECT record, CAST(version AS TEXT) AS version FROM work_counts WHERE name = ?', name);
    if (row === undefined) return undefined;
    const { record, version } = parseStored(rowSchema, row);
    return { value: record, version };
  },

  write: ({ name, day, record }, expectedVersion) =>
    writeVersioned(file, 'work_counts', name, { day, record }, expectedVersion),

  listRecords: async (day) =>
    file.rows('SELECT record FROM work_counts WHERE day = ?', day).map((row) => parseStored(recordSchema, row).record),

  removeBefore: async (day) => {
    const old = workTables.some((table) => file.row(`SELECT 1 AS found FROM ${table} WHERE day < ? LIMIT 1`, day));
    if (!old) return;
    await file.transaction(() => {
      for (const table of workTables) file.write(`DELETE FROM ${table} WHERE day < ?`, day);
    });
    await file.erase();
  },
});

async function writeVersioned(
  file: SqliteFile,
  table: 'paces' | 'work_counts',
  name: string,
  columns: Readonly<Record<string, string | number>>,
  expectedVersion: string | undefined,
): Promise<boolean> {
  const [names, values] = [Object.keys(columns), Object.values(columns)];
  const written = await file.transaction(() =>
    expectedVersion === undefined
      ? file.write(
          `INSERT INTO ${table} (name, version, ${names.join(', ')}) VALUES (?, 1, ${names.map(() => '?').join(', ')}) ON CONFLICT (name) DO NOTHING`,
          name,
          ...values,
        )
      : file.write(
          `UPDATE ${table} SET version = version + 1, ${names.map((column) => `${column} = ?`).join(', ')} WHERE name = ? AND CAST(version AS TEXT) = ?`,
          ...values,
          name,
          expectedVersion,
        ),
  );
  return written === 1;
}
