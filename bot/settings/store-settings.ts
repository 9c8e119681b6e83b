import type { CosmosSettings } from '../../storage/cosmos/open-cosmos-store.ts';
import { isMadeInDevelopment, type StoreUse } from '../../storage/sqlite/made-for.ts';
import { type NamedSettings, needed } from './settings-schema.ts';
import { atPlace } from './store-sentence.ts';
import { UseError } from './use-error.ts';

/** A store in a file of this machine. */
export interface EmbeddedStore {
  readonly kind: 'sqlite';
  readonly path: string;
  readonly use: StoreUse;
}

/** The store that the settings name. */
export type StoreSettings =
  | EmbeddedStore
  | ({ readonly kind: 'cosmos' } & Pick<CosmosSettings, 'endpoint' | 'credential' | 'database'>);

/** The embedded store that the settings name, for one of the two uses. */
export const embeddedIn = (settings: Pick<NamedSettings, 'SQLITE_PATH'>, use: StoreUse): EmbeddedStore => ({
  kind: 'sqlite',
  path: settings.SQLITE_PATH,
  use,
});

/** The store of production that the settings name. Throws SettingsError where they name none, or one without a place. */
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
 * Throws UseError where development would open a store that it did not make, or anybody else one that it made. Nothing
 * is opened or written for that. Throws StoreOpeningError where the file cannot be read.
 */
export function expectOwnUse(store: StoreSettings): void {
  if (store.kind === 'cosmos') return;
  const made = atPlace(store.path, () => isMadeInDevelopment(store.path));
  const isDevelopment = store.use === 'development';
  if (made === undefined || made === isDevelopment) return;
  throw new UseError(isDevelopment ? 'otherStore' : 'developmentStore', store.path);
}
