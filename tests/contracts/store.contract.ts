import { describe, expect, it } from '@jest/globals';
import { type OpenStore, withStore } from '../support/contracts/open-store.ts';

/** What every Store promises as a whole. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`Store of ${name}`, () => {
    it(
      'says that it can be written to, as often as it is asked',
      withStore(open, async (store) => {
        await expect(store.check()).resolves.toBeUndefined();
        await expect(Promise.all([store.check(), store.check()])).resolves.toHaveLength(2);
      }),
    );

    it(
      'closes more than once',
      withStore(open, async (store) => {
        await store.close();
        await expect(store.close()).resolves.toBeUndefined();
      }),
    );
  });
}
