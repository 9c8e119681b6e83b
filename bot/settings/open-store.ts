import type { Clock } from '../../concerns/terms/clock.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { openCosmosStore } from '../../storage/cosmos/open-cosmos-store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { expectOwnUse, type StoreSettings } from './store-settings.ts';
import { atPlace } from './store-sentence.ts';

/**
 * The store that the settings name; an embedded one that development makes is marked as its own. Throws StoreError,
 * which says where an embedded one is, and UseError where it was made for the other use.
 */
export function openStore(store: StoreSettings, clock: Clock): Store {
  expectOwnUse(store);
  return store.kind === 'sqlite'
    ? atPlace(store.path, () => openSqliteStore(store.path, store.use))
    : openCosmosStore({ ...store, clock });
}
