import type { Store } from '../../concerns/ports/store.ts';
import { type Config, loadConfig } from '../config.ts';
import { developmentSettings } from '../development/development-settings.ts';
import { openStore } from '../open-store.ts';

/** What a command works with beside its arguments. */
export interface CommandContext {
  readonly config: Config;
  readonly store: Store;
  readonly clock: () => Date;
}

/** The settings of this process, with development's own where it is development. Throws ConfigError. */
export const commandConfig = (): Config =>
  process.env['CANDOUR_ENVIRONMENT'] === 'development'
    ? loadConfig(developmentSettings(process.env))
    : loadConfig(process.env, 'command');

/** Does a command's work with the store that the settings name, and closes it whatever happens. Throws ConfigError, StoreError. */
export async function withStore<T>(work: (context: CommandContext) => Promise<T>): Promise<T> {
  const config = commandConfig();
  const clock = () => new Date();
  const store = openStore(config, clock);
  try {
    return await work({ config, store, clock });
  } finally {
    await store.close();
  }
}
