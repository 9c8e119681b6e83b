import type { Store } from '../concerns/ports/store.ts';
import { type Config, loadConfig } from '../bot/settings/config.ts';
import { developmentSettings } from '../development/development-settings.ts';
import { openStore } from '../bot/settings/open-store.ts';
import { expectOwnUse } from '../bot/settings/store-use.ts';

/** What a command works with beside its arguments. */
export interface CommandContext {
  readonly config: Config;
  readonly store: Store;
  readonly clock: () => Date;
}

/** The settings of development. Throws ConfigError, and UseError where this is none. */
export const developmentConfig = (): Config => loadConfig(developmentSettings(process.env));

/**
 * The settings of this process, with development's own where it is development. Throws ConfigError, and UseError where
 * the store was made for the other use.
 */
export function commandConfig(): Config {
  if (process.env['CANDOUR_ENVIRONMENT']?.trim() === 'development') return developmentConfig();
  const config = loadConfig(process.env, 'command');
  expectOwnUse(config);
  return config;
}

/**
 * Does a command's work with the store that the settings name, and closes it whatever happens. Throws what reading
 * them does, and StoreError.
 */
export async function withStore<T>(
  work: (context: CommandContext) => Promise<T>,
  config: Config = commandConfig(),
): Promise<T> {
  const clock = () => new Date();
  const store = openStore(config, clock);
  try {
    await store.expectReadable();
    return await work({ config, store, clock });
  } finally {
    await store.close();
  }
}
