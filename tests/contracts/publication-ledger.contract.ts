import { describe, expect, it } from '@jest/globals';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

/** What every PublicationLedger promises. */
export function publicationLedgerContract(name: string, open: OpenStore): void {
  describe(`IssueLedger of ${name}`, () => {
    it(
      'is empty at first, and gives all issues as they were written and in their order',
      withOpenStore(open, async ({ publications }) => {
        expect(await publications.all()).toEqual([]);
        const kept = Array.from({ length: 12 }, (_, place) => ({
          number: place + 1,
          record: place === 4 ? '{"not":"JSON' : JSON.stringify({ told: place, words: 'â "\\' }),
        }));
        for (const issue of kept) expect(await publications.add(issue)).toBe('added');
        expect(await publications.all()).toEqual(kept);
      }),
    );

    it(
      'takes one of many issues for a number, and changes none that stands',
      withOpenStore(open, async ({ publications }) => {
        const rivals = ['a', 'b', 'c', 'd', 'e', 'f'].map((record) => ({ number: 1, record }));
        const outcomes = await Promise.all(rivals.map((issue) => publications.add(issue)));
        expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
        const first = rivals[outcomes.indexOf('added')];
        expect(await publications.all()).toEqual([first]);
        expect(await publications.add({ number: 1, record: 'later' })).toBe('exists');
        expect(await publications.add({ number: 2, record: 'second' })).toBe('added');
        expect(await publications.all()).toEqual([first, { number: 2, record: 'second' }]);
      }),
    );
  });
}
