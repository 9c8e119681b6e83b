import type { Store } from '../concerns/ports/store.ts';
import type { CommonSettings } from '../bot/settings/common-settings.ts';
import { openStore } from '../bot/settings/open-store.ts';

/** Everything that a command works with beside its arguments and its settings. */
export interface CommandContext {
  readonly store: Store;
  readonly clock: () => Date;
}

/** Does a command's work with the store of its settings, and closes it whatever happens. Throws UseError and StoreError. */
export async function withStore<T>(
  settings: Pick<CommonSettings, 'store'>,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const clock = () => new Date();
  const store = await openStore(settings.store, clock);
  try {
    await store.expectReadable();
    return await work({ store, clock });
  } finally {
    await store.close();
  }
}
