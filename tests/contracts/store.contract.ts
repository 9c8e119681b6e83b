import { describe, expect, it } from '@jest/globals';
import { currentStoreVersion } from '../../storage/store-version.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

/** What every Store promises as a whole. */
export function storeContract(name: string, open: OpenStore): void {
  describe(`Store of ${name}`, () => {
    it(
      'says that it can be written to, as often as it is asked',
      withOpenStore(open, async (store) => {
        await expect(store.check()).resolves.toBe('whole');
        await expect(Promise.all([store.check(), store.check()])).resolves.toHaveLength(2);
      }),
    );

    it(
      'says which version used it, once one noted so, and notes none by being asked',
      withOpenStore(open, async (store) => {
        const { number, release } = currentStoreVersion;
        // A file is noted as it is made, an account by the first server.
        const before = await store.lastWriterVersion();
        expect([undefined, { number, release }]).toContainEqual(before);
        expect(await store.lastWriterVersion()).toEqual(before);
        await store.recordWriterVersion();
        expect(await store.lastWriterVersion()).toEqual({ number, release });
      }),
    );

    it(
      'closes more than once',
      withOpenStore(open, async (store) => {
        await store.close();
        await expect(store.close()).resolves.toBeUndefined();
      }),
    );
  });
}
