import type { Clock } from '../../concerns/terms/clock.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { expectOwnUse, type StoreSettings } from './store-settings.ts';
import { atPlace } from './store-sentence.ts';

/**
 * The store that the settings name; an embedded one that development makes is marked as its own. Azure's SDK is loaded only
 * where the store is there. Rejects with StoreError, which says where an embedded one is, and UseError where it was made
 * for the other use.
 */
export async function openStore(store: StoreSettings, clock: Clock): Promise<Store> {
  expectOwnUse(store);
  if (store.kind === 'sqlite') return atPlace(store.path, () => openSqliteStore(store.path, store.use));
  const { openCosmosStore } = await import('../../storage/cosmos/open-cosmos-store.ts');
  return openCosmosStore({ ...store, clock });
}
