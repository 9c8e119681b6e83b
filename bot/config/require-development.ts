import { type Environment, givenSettings } from './schema.ts';
import { settingsTable } from './settings-table.ts';
import { embeddedIn, expectOwnUse } from './store-settings.ts';
import { UseError } from './settings-error.ts';

export const isDevelopment = (environment: Environment = process.env): boolean =>
  givenSettings(environment)['CANDOUR_ENVIRONMENT'] === 'development';

export const storePath = (environment: Environment): string =>
  settingsTable.SQLITE_PATH.parse(givenSettings(environment)['SQLITE_PATH']);

/**
 * Anyone can be anyone in development, so it keeps away from a force's store. Opens nothing. Throws UseError if the
 * settings or the store are a force's.
 */
export function expectDevelopment(environment: Environment = process.env): void {
  const { CANDOUR_ENVIRONMENT: named = 'development', STORE, BOT_APP_ID } = givenSettings(environment);
  if (named !== 'development') throw new UseError('environment');
  if (STORE === 'cosmos') throw new UseError('cosmos');
  if (BOT_APP_ID !== undefined) throw new UseError('registration');
  expectOwnUse(embeddedIn({ SQLITE_PATH: storePath(environment) }, 'development'));
}
