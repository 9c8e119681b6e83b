import type { Clock } from '../concerns/ports/clock.ts';
import type { Store } from '../concerns/ports/store.ts';
import { openCosmosStore } from '../storage/cosmos/open-cosmos-store.ts';
import { openSqliteStore } from '../storage/sqlite/open-sqlite-store.ts';
import type { Config } from './config.ts';

/** The store that the settings name; the embedded one where they name none, as in development. Throws StoreError. */
export function openStore(config: Config, clock: Clock): Store {
  if (config.STORE !== 'cosmos') return openSqliteStore(config.SQLITE_PATH);
  return openCosmosStore({
    endpoint: config.COSMOS_ENDPOINT ?? '',
    credential:
      config.COSMOS_KEY === undefined
        ? { managedIdentity: true, ...(config.COSMOS_CLIENT_ID && { clientId: config.COSMOS_CLIENT_ID }) }
        : { key: config.COSMOS_KEY },
    database: config.COSMOS_DATABASE,
    clock,
  });
}
