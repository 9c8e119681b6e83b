import type { Clock } from '../../concerns/terms/clock.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { openCosmosStore } from '../../storage/cosmos/open-cosmos-store.ts';
import type { StoreUse } from '../../storage/sqlite/made-for.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import type { Config } from './config.ts';
import { StoreOpeningError } from './store-sentence.ts';
import { expectOwnUse, storeUse } from './store-use.ts';

function openEmbedded(path: string, use: StoreUse): Store {
  try {
    return openSqliteStore(path, use);
  } catch (error) {
    throw error instanceof StoreError ? new StoreOpeningError(error, path) : error;
  }
}

/**
 * The store that the settings name; the embedded one where they name none, as in development, which marks the one that
 * it makes. Throws StoreError, which says where an embedded one is, and UseError where it was made for the other use.
 */
export function openStore(config: Config, clock: Clock): Store {
  expectOwnUse(config);
  if (config.STORE !== 'cosmos') return openEmbedded(config.SQLITE_PATH, storeUse(config));
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
