import type { Store } from '../../../concerns/ports/store.ts';

/** Opens a store with nothing in it for one test. What `close` frees is nobody else's. */
export type OpenStore = () => Promise<{ readonly store: Store; readonly close: () => Promise<void> }>;

/** Runs a test against a store of its own, closed when the test is over. */
export const withStore = (open: OpenStore, test: (store: Store) => Promise<void>) => async (): Promise<void> => {
  const { store, close } = await open();
  try {
    await test(store);
  } finally {
    await close();
  }
};
