import { type Environment, givenSettings } from './given-settings.ts';
import { settingsTable } from './settings-table.ts';
import { embeddedIn, expectOwnUse } from './store-settings.ts';
import { UseError } from './use-error.ts';

/** Whether an environment, that of this process where none is given, says that this is development. */
export const isDevelopment = (environment: Environment = process.env): boolean =>
  givenSettings(environment)['CANDOUR_ENVIRONMENT'] === 'development';

/** The file of the store that development works on. */
export const storePath = (environment: Environment): string =>
  settingsTable.SQLITE_PATH.parse(givenSettings(environment)['SQLITE_PATH']);

/**
 * Development lets anybody be anybody, so it keeps away from all that could be a force's. Throws UseError where
 * settings say so, those of this process where no environment is given, or the store; nothing is opened or written.
 */
export function expectDevelopment(environment: Environment = process.env): void {
  const { CANDOUR_ENVIRONMENT: named = 'development', STORE, BOT_APP_ID } = givenSettings(environment);
  if (named !== 'development') throw new UseError('environment');
  if (STORE === 'cosmos') throw new UseError('cosmos');
  if (BOT_APP_ID !== undefined) throw new UseError('registration');
  expectOwnUse(embeddedIn({ SQLITE_PATH: storePath(environment) }, 'development'));
}
