import type { CosmosSettings } from '../../storage/cosmos/open-cosmos-store.ts';
import { isDevelopmentStore, type StoreEnvironment } from '../../storage/sqlite/store-environment.ts';
import { type ParsedSettings, requireSetting } from './settings-schema.ts';
import { withStoreOpeningError } from './store-opening-error.ts';
import { EnvironmentMismatchError } from './settings-errors.ts';

export interface EmbeddedStoreSettings {
  readonly kind: 'sqlite';
  readonly path: string;
  readonly use: StoreEnvironment;
}

export type StoreSettings =
  | EmbeddedStoreSettings
  | ({ readonly kind: 'cosmos' } & Pick<CosmosSettings, 'endpoint' | 'credential' | 'database'>);

export const parseEmbeddedStoreSettings = (
  settings: Pick<ParsedSettings, 'SQLITE_PATH'>,
  use: StoreEnvironment,
): EmbeddedStoreSettings => ({
  kind: 'sqlite',
  path: settings.SQLITE_PATH,
  use,
});

/** Throws SettingsError without a store, or a place for it. */
export function parseStoreSettings(settings: ParsedSettings): StoreSettings {
  if (requireSetting(settings, 'STORE') === 'sqlite') return parseEmbeddedStoreSettings(settings, 'production');
  const clientId = settings.COSMOS_CLIENT_ID;
  return {
    kind: 'cosmos',
    endpoint: requireSetting(settings, 'COSMOS_ENDPOINT'),
    credential:
      settings.COSMOS_KEY === undefined
        ? { managedIdentity: true, ...(clientId !== undefined && { clientId }) }
        : { key: settings.COSMOS_KEY },
    database: settings.COSMOS_DATABASE,
  };
}

/**
 * Throws EnvironmentMismatchError if development would open a store that it did not make, or a force one that
 * development made, and StoreOpeningError if the file cannot be read. Opens and writes nothing.
 */
export function assertStoreEnvironment(store: StoreSettings): void {
  if (store.kind === 'cosmos') return;
  const made = withStoreOpeningError(store.path, () => isDevelopmentStore(store.path));
  const isDevelopment = store.use === 'development';
  if (made === undefined || made === isDevelopment) return;
  throw new EnvironmentMismatchError(isDevelopment ? 'otherStore' : 'developmentStore', store.path);
}
