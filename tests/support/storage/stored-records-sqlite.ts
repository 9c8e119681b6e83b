import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { RecordLocation, StoredRecords } from '../contracts/stored-records.ts';

const rowSchema = z.object({ record: z.string() });
const fieldsSchema = z.record(z.string(), z.unknown());

/** What stands in a file, read and written by another process as it were. */
export function sqliteStoredRecords(path: string): StoredRecords {
  function during<T>({ sqlite }: RecordLocation, work: (database: DatabaseSync, where: string) => T): T {
    const database = new DatabaseSync(path, { timeout: 5_000 });
    const where = Object.keys(sqlite.where).map((column) => `${column} = ?`);
    try {
      return work(database, `${sqlite.table} WHERE ${where.join(' AND ')}`);
    } finally {
      database.close();
    }
  }
  return {
    read: async (place) =>
      during(place, (database, where) => {
        const values = Object.values(place.sqlite.where);
        const { record } = rowSchema.parse(database.prepare(`SELECT record FROM ${where}`).get(...values));
        return fieldsSchema.parse(JSON.parse(record));
      }),
    write: async (place, record) =>
      during(place, (database, where) => {
        const values = Object.values(place.sqlite.where);
        const sql = `UPDATE ${where.replace(' WHERE ', ' SET record = ? WHERE ')}`;
        database.prepare(sql).run(JSON.stringify(record), ...values);
      }),
    under: () => undefined,
  };
}
