import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { sqliteFailure } from './sqlite-failure.ts';

/** A force's reports, or the made-up ones of development. */
export type StoreUse = 'production' | 'development';

/** No other program's file is taken for ours, nor one of development for a force's. */
export const applicationIds: Readonly<Record<StoreUse, number>> = { production: 0x43616e64, development: 0x43616e44 };

const place = { at: 68, bytes: 4 };

/** `undefined` if the file is missing or empty. Nothing is opened, locked or written. Throws StoreError. */
export function isMadeInDevelopment(path: string): boolean | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(place.at + place.bytes);
      const read = readSync(file, header, 0, header.length, 0);
      return read === 0 ? undefined : header.readUInt32BE(place.at) === applicationIds.development;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw sqliteFailure(error);
  }
}
