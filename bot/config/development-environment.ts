import { isDevelopmentStore } from '../../storage/sqlite/store-environment.ts';
import { type EnvironmentVariables, trimEnvironment } from './settings-schema.ts';
import { settingsTable } from './settings-table.ts';
import { parseEmbeddedStoreSettings, assertStoreEnvironment } from './store-settings.ts';
import { EnvironmentMismatchError } from './settings-errors.ts';

export const isDevelopment = (environment: EnvironmentVariables = process.env): boolean =>
  trimEnvironment(environment)['CANDOUR_ENVIRONMENT'] === 'development';

/** Also if no environment and no store are named, and development made the store that is there. Throws StoreError. */
export function isDevelopmentCommand(environment: EnvironmentVariables = process.env): boolean {
  const { CANDOUR_ENVIRONMENT, STORE } = trimEnvironment(environment);
  if (CANDOUR_ENVIRONMENT !== undefined || STORE !== undefined) return isDevelopment(environment);
  return isDevelopmentStore(embeddedStorePath(environment)) === true;
}

export const embeddedStorePath = (environment: EnvironmentVariables): string =>
  settingsTable.SQLITE_PATH.parse(trimEnvironment(environment)['SQLITE_PATH']);

/**
 * Anyone can be anyone in development. Throws EnvironmentMismatchError if the settings or the store are a force's.
 * Opens nothing.
 */
export function assertDevelopment(environment: EnvironmentVariables = process.env): void {
  const { CANDOUR_ENVIRONMENT: named = 'development', STORE, BOT_APP_ID } = trimEnvironment(environment);
  if (named !== 'development') throw new EnvironmentMismatchError('environment');
  if (STORE === 'cosmos') throw new EnvironmentMismatchError('cosmos');
  if (BOT_APP_ID !== undefined) throw new EnvironmentMismatchError('registration');
  assertStoreEnvironment(parseEmbeddedStoreSettings({ SQLITE_PATH: embeddedStorePath(environment) }, 'development'));
}
