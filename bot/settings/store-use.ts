import { isMadeInDevelopment, type StoreUse } from '../../storage/sqlite/made-for.ts';
import type { Config } from './config.ts';
import { UseError } from './use-error.ts';

/** What the settings use a store for. */
export const storeUse = ({ development }: Pick<Config, 'development'>): StoreUse =>
  development ? 'development' : 'production';

/**
 * Throws UseError where development would open a store that it did not make, or anybody else one that it made. Nothing
 * is opened or written for that. Throws StoreError where the file cannot be read.
 */
export function expectOwnUse(config: Pick<Config, 'STORE' | 'SQLITE_PATH' | 'development'>): void {
  if (config.STORE === 'cosmos') return;
  const made = isMadeInDevelopment(config.SQLITE_PATH);
  if (made === undefined || made === config.development) return;
  throw new UseError(config.development ? 'otherStore' : 'developmentStore');
}
