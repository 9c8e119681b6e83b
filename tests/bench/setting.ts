import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDevelopmentKeys, type DevelopmentKeys } from '../../development/development-keys.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';

/** A folder with keys and a store for one Candour after the other. */
export interface Setting {
  readonly environment: Readonly<Record<string, string>>;
  readonly keys: DevelopmentKeys;
  /** A second view of the store, to be closed by whoever asked for it. */
  openStore(): Store;
  remove(): Promise<void>;
}

/** Settings as in production, but for the door: alerts that are not urgent wait for the full hour. */
export async function newSetting(more: Readonly<Record<string, string>> = {}): Promise<Setting> {
  const folder = temporaryFolder();
  const path = join(folder, 'candour.db');
  const keys = await makeDevelopmentKeys(join(folder, 'keys'));
  return {
    environment: {
      PORT: '0',
      SQLITE_PATH: path,
      BENCH_KEYS: join(folder, 'keys'),
      ALERT_TIMING: 'fullHour',
      ALERT_POLL_SECONDS: '5',
      ...more,
    },
    keys,
    openStore: () => openSqliteStore(path, 'development'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
