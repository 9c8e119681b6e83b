import { describe, expect, it } from '@jest/globals';
import { parseDay } from '../../core/model/calendar.ts';
import { createContentEntry, createContentWords } from '../support/core/content.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

/** What every ContentStore promises. */
export function contentStoreContract(name: string, open: OpenStore): void {
  describe(`ContentStore of ${name}`, () => {
    it(
      'has nothing of a topic that nobody wrote',
      withOpenStore(open, async ({ content }) => {
        expect(await content.listEntries('gifts')).toEqual([]);
        expect(await content.listLatestEntries()).toEqual([]);
      }),
    );

    it(
      'gives the entries of a topic as they were written and in their order, apart from those of others',
      withOpenStore(open, async ({ content }) => {
        const words = createContentWords({ text: { en: 'Ŵyl “\\ {"x":1}\n- a', cy: '' } });
        const entries = [
          ...Array.from({ length: 11 }, (_, place) => createContentEntry('saved', place + 1, { words })),
          createContentEntry('submitted', 12, { words }),
          createContentEntry('approved', 13, { words }),
          createContentEntry('sentBack', 14),
          createContentEntry('withdrawn', 15),
        ];
        for (const entry of entries) expect(await content.add(entry)).toBe('added');
        await content.add(createContentEntry('saved', 1, { topic: 'gift' }));
        expect(await content.listEntries('gifts')).toEqual(entries.map((entry) => ({ number: entry.number, entry })));
        expect(await content.listEntries('gift')).toHaveLength(1);
        expect(new Set(await content.listLatestEntries())).toEqual(
          new Set([
            { topic: 'gifts', number: 15 },
            { topic: 'gift', number: 1 },
          ]),
        );
      }),
    );

    it(
      'takes one of many entries for a place, changes none that stands, and leaves no gap',
      withOpenStore(open, async ({ content }) => {
        expect(await content.add(createContentEntry('saved', 2))).toBe('exists');
        const rivals = ['a', 'b', 'c', 'd', 'e', 'f'].map((owner) =>
          createContentEntry('saved', 1, { words: createContentWords({ owner }) }),
        );
        const outcomes = await Promise.all(rivals.map((entry) => content.add(entry)));
        expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
        const first = rivals[outcomes.indexOf('added')];
        expect(await content.listEntries('gifts')).toEqual([{ number: 1, entry: first }]);
        expect(await content.add(createContentEntry('saved', 1))).toBe('exists');
        expect(await content.add(createContentEntry('saved', 3))).toBe('exists');
        expect(await content.listEntries('gifts')).toEqual([{ number: 1, entry: first }]);
      }),
    );

    it(
      'says which topics were written to since a day',
      withOpenStore(open, async ({ content }) => {
        await content.add(createContentEntry('saved', 1, { topic: 'early', at: '2026-11-24T23:59:59.000Z' }));
        await content.add(createContentEntry('saved', 1, { topic: 'late', at: '2026-11-25T00:00:00.000Z' }));
        await content.add(createContentEntry('saved', 1, { topic: 'both', at: '2026-11-24T12:00:00.000Z' }));
        await content.add(createContentEntry('saved', 2, { topic: 'both', at: '2026-11-26T12:00:00.000Z' }));
        const since = await content.listLatestEntries(parseDay('2026-11-25'));
        expect(new Set(since)).toEqual(
          new Set([
            { topic: 'late', number: 1 },
            { topic: 'both', number: 2 },
          ]),
        );
      }),
    );

    it(
      'gives what it cannot read without its words, and all others as they are',
      withOpenStore(open, async ({ content }) => {
        const entries = [
          createContentEntry('saved', 1),
          createContentEntry('submitted', 2),
          createContentEntry('approved', 3),
        ];
        const changed = { ...createContentEntry('saved', 4), digest: 'of other words' };
        // As a later version would write it.
        const later: object = { ...createContentEntry('saved', 5), v: 2 };
        for (const entry of [...entries, changed]) expect(await content.add(entry)).toBe('added');
        // @ts-expect-error: no entry of this version.
        expect(await content.add(later)).toBe('added');
        expect(await content.add(createContentEntry('withdrawn', 6))).toBe('added');
        const read = await content.listEntries('gifts');
        expect(read.map(({ number, entry }) => [number, entry?.kind])).toEqual([
          [1, 'saved'],
          [2, 'submitted'],
          [3, 'approved'],
          [4, undefined],
          [5, undefined],
          [6, 'withdrawn'],
        ]);
        expect(await content.listLatestEntries()).toEqual([{ topic: 'gifts', number: 6 }]);
      }),
    );
  });
}
