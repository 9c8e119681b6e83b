import type { Clock } from '../../concerns/terms/clock.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { openCosmosStore } from '../../storage/cosmos/open-cosmos-store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { type EmbeddedStore, expectOwnUse, type StoreSettings } from './store-settings.ts';
import { StoreOpeningError } from './store-sentence.ts';

function openEmbedded({ path, use }: EmbeddedStore): Store {
  try {
    return openSqliteStore(path, use);
  } catch (error) {
    throw error instanceof StoreError ? new StoreOpeningError(error, path) : error;
  }
}

/**
 * The store that the settings name; an embedded one that development makes is marked as its own. Throws StoreError,
 * which says where an embedded one is, and UseError where it was made for the other use.
 */
export function openStore(store: StoreSettings, clock: Clock): Store {
  expectOwnUse(store);
  return store.kind === 'sqlite' ? openEmbedded(store) : openCosmosStore({ ...store, clock });
}
