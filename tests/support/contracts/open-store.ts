import type { Store } from '../../../core/ports/store.ts';
import type { StoredRecords } from './stored-records.ts';

/** Opens a store with nothing in it for one test. What `close` frees is nobody else's. */
export type OpenStore = () => Promise<{
  readonly store: Store;
  /** The same store as another version has it. */
  readonly standing: StoredRecords;
  readonly close: () => Promise<void>;
}>;

/** Runs a test against a store of its own, closed when the test is over. */
export const withOpenStore =
  (open: OpenStore, test: (store: Store, standing: StoredRecords) => Promise<void>) => async (): Promise<void> => {
    const { store, standing, close } = await open();
    try {
      await test(store, standing);
    } finally {
      await close();
    }
  };
