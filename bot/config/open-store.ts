import type { Clock } from '../../core/model/calendar.ts';
import type { Store } from '../../core/ports/store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { assertStoreEnvironment, type StoreSettings } from './store-settings.ts';
import { withStoreOpeningError } from './store-opening-error.ts';

/**
 * Rejects with StoreError, which says where the file is, and EnvironmentMismatchError if the store is for the other
 * use.
 */
export async function openStore(store: StoreSettings, clock: Clock): Promise<Store> {
  assertStoreEnvironment(store);
  if (store.kind === 'sqlite') return withStoreOpeningError(store.path, () => openSqliteStore(store.path, store.use));
  const { openCosmosStore } = await import('../../storage/cosmos/open-cosmos-store.ts');
  return openCosmosStore({ ...store, clock });
}
