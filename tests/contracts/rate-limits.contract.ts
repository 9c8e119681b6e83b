import { describe, expect, it } from '@jest/globals';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

const name = 'a-digest';

/** What every RateLimitStore promises. */
export function rateLimitsContract(of: string, open: OpenStore): void {
  describe(`SharedPaces of ${of}`, () => {
    it(
      'know nobody who was in no hurry',
      withOpenStore(open, async (store) => {
        expect(await store.rateLimits.read(name)).toBeUndefined();
        await store.rateLimits.removeBefore(1_000);
      }),
    );

    it(
      'let one of many servers give out the same turns',
      withOpenStore(open, async (store) => {
        const given = await Promise.all(
          [1, 2, 3, 4, 5].map((until) => store.rateLimits.write({ name, until: until * 1_000, hour: 0 }, undefined)),
        );
        expect(given.filter(Boolean)).toHaveLength(1);
        const first = await store.rateLimits.read(name);
        expect(first?.value).toEqual({ name, until: (given.indexOf(true) + 1) * 1_000, hour: 0 });
        const next = await Promise.all(
          [6, 7].map((until) => store.rateLimits.write({ name, until, hour: 0 }, first?.version)),
        );
        expect(next.filter(Boolean)).toHaveLength(1);
        for (const odd of ['', '*', 'odd'])
          expect(await store.rateLimits.write({ name, until: 9, hour: 0 }, odd)).toBe(false);
        expect((await store.rateLimits.read(name))?.value.until).toBe(next.indexOf(true) + 6);
      }),
    );

    it(
      'forget what was given out until an hour before an instant, and nothing else',
      withOpenStore(open, async (store) => {
        await store.rateLimits.write({ name: 'long ago', until: 5_000, hour: 999 }, undefined);
        await store.rateLimits.write({ name, until: -7, hour: 1_000 }, undefined);
        await store.rateLimits.removeBefore(1_000);
        expect(await store.rateLimits.read('long ago')).toBeUndefined();
        expect((await store.rateLimits.read(name))?.value).toEqual({ name, until: -7, hour: 1_000 });
        // A name that was forgotten begins anew.
        expect(await store.rateLimits.write({ name: 'long ago', until: 1, hour: 0 }, undefined)).toBe(true);
      }),
    );
  });
}
