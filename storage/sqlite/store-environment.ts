import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { storeErrorFromSqlite } from './sqlite-errors.ts';

export type StoreEnvironment = 'production' | 'development';

/** No other program's file is taken for ours, nor development's for a force's. */
export const applicationIds: Readonly<Record<StoreEnvironment, number>> = {
  production: 0x43616e64,
  development: 0x43616e44,
};

const applicationIdPosition = { at: 68, bytes: 4 };

/** `undefined` if the file is missing or empty. Opens no database, locks and writes nothing. Throws StoreError. */
export function isDevelopmentStore(path: string): boolean | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(applicationIdPosition.at + applicationIdPosition.bytes);
      const read = readSync(file, header, 0, header.length, 0);
      return read === 0 ? undefined : header.readUInt32BE(applicationIdPosition.at) === applicationIds.development;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw storeErrorFromSqlite(error);
  }
}
