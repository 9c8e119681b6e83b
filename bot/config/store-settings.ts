import type { CosmosSettings } from '../../storage/cosmos/open-cosmos-store.ts';
import { isMadeInDevelopment, type StoreUse } from '../../storage/sqlite/application-id.ts';
import { type NamedSettings, needed } from './schema.ts';
import { atPlace } from './store-error-text.ts';
import { UseError } from './settings-error.ts';

export interface EmbeddedStore {
  readonly kind: 'sqlite';
  readonly path: string;
  readonly use: StoreUse;
}

export type StoreSettings =
  | EmbeddedStore
  | ({ readonly kind: 'cosmos' } & Pick<CosmosSettings, 'endpoint' | 'credential' | 'database'>);

export const embeddedIn = (settings: Pick<NamedSettings, 'SQLITE_PATH'>, use: StoreUse): EmbeddedStore => ({
  kind: 'sqlite',
  path: settings.SQLITE_PATH,
  use,
});

/** Throws SettingsError if the settings name no store, or none with a place. */
export function storeIn(settings: NamedSettings): StoreSettings {
  if (needed(settings, 'STORE') === 'sqlite') return embeddedIn(settings, 'production');
  const clientId = settings.COSMOS_CLIENT_ID;
  return {
    kind: 'cosmos',
    endpoint: needed(settings, 'COSMOS_ENDPOINT'),
    credential:
      settings.COSMOS_KEY === undefined
        ? { managedIdentity: true, ...(clientId !== undefined && { clientId }) }
        : { key: settings.COSMOS_KEY },
    database: settings.COSMOS_DATABASE,
  };
}

/**
 * Throws UseError if development would open a store that it did not make, or a force one that development made, and
 * StoreOpeningError if the file cannot be read. Opens and writes nothing.
 */
export function expectOwnUse(store: StoreSettings): void {
  if (store.kind === 'cosmos') return;
  const made = atPlace(store.path, () => isMadeInDevelopment(store.path));
  const isDevelopment = store.use === 'development';
  if (made === undefined || made === isDevelopment) return;
  throw new UseError(isDevelopment ? 'otherStore' : 'developmentStore', store.path);
}
