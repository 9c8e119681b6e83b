import { isInSyncWithStore } from '../bot/runtime/clock-watch.ts';
import { type CommandSettings, loadCommandSettings } from '../bot/config/command-settings.ts';
import type { CommonSettings } from '../bot/config/common-settings.ts';
import { openStore } from '../bot/config/open-store.ts';
import type { Store } from '../core/ports/store.ts';

export interface StoreContext {
  readonly store: Store;
  readonly clock: () => Date;
}

/** Closes the store afterwards. Throws EnvironmentMismatchError and StoreError. */
export async function withStore<T>(
  settings: Pick<CommonSettings, 'store'>,
  work: (context: StoreContext) => Promise<T>,
): Promise<T> {
  const clock = () => new Date();
  const store = await openStore(settings.store, clock);
  try {
    await store.assertReadable();
    return await work({ store, clock });
  } finally {
    await store.close();
  }
}

export type FigureContext = Store &
  CommandSettings['summary'] & { readonly clock: () => Date; readonly isClockTrusted: () => boolean };

/** With this process's settings. Throws as `loadCommandSettings` and `withStore` do. */
export async function withFigureContext<T>(
  work: (context: FigureContext, settings: CommandSettings) => Promise<T>,
): Promise<T> {
  const settings = loadCommandSettings();
  return await withStore(settings, ({ store, clock }) =>
    work({ ...store, ...settings.summary, clock, isClockTrusted: () => isInSyncWithStore(store, clock) }, settings),
  );
}
