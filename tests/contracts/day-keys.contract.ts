import { describe, expect, it } from '@jest/globals';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

/** What every DayKeyStore promises. */
export function dayKeysContract(name: string, open: OpenStore): void {
  describe(`DayKeyStore of ${name}`, () => {
    it(
      'keeps the first key of a day and returns it to whoever adds another',
      withOpenStore(open, async (store) => {
        const first = { id: '2026-11-25', wrapped: 'Zmlyc3Q=' };
        expect(await store.dayKeys.add(first)).toEqual(first);
        expect(await store.dayKeys.add({ ...first, wrapped: 'bGF0ZXI=' })).toEqual(first);
        expect(await store.dayKeys.read(first.id)).toEqual(first);
      }),
    );

    it(
      'gives everybody who adds a key at once the same one',
      withOpenStore(open, async (store) => {
        const answers = await Promise.all(
          Array.from({ length: 8 }, (_, instance) =>
            store.dayKeys.add({ id: '2026-11-25', wrapped: `instance-${instance}` }),
          ),
        );
        expect(new Set(answers.map(({ wrapped }) => wrapped)).size).toBe(1);
      }),
    );

    it(
      'destroys the keys of earlier days and no others',
      withOpenStore(open, async (store) => {
        for (const id of ['2025-12-31', '2026-11-23', '2026-11-24', '2026-11-25']) {
          await store.dayKeys.add({ id, wrapped: id });
        }
        await store.dayKeys.removeBefore('2026-11-24');
        await store.dayKeys.removeBefore('2026-11-24');
        expect(await store.dayKeys.read('2025-12-31')).toBeUndefined();
        expect(await store.dayKeys.read('2026-11-23')).toBeUndefined();
        expect(await store.dayKeys.read('2026-11-24')).toEqual({ id: '2026-11-24', wrapped: '2026-11-24' });
        expect(await store.dayKeys.read('2026-11-25')).toEqual({ id: '2026-11-25', wrapped: '2026-11-25' });
      }),
    );

    it(
      'takes a key again for a day whose key was destroyed',
      withOpenStore(open, async (store) => {
        await store.dayKeys.add({ id: '2026-11-23', wrapped: 'one' });
        await store.dayKeys.removeBefore('2026-11-24');
        expect(await store.dayKeys.add({ id: '2026-11-23', wrapped: 'two' })).toEqual({
          id: '2026-11-23',
          wrapped: 'two',
        });
      }),
    );
  });
}
