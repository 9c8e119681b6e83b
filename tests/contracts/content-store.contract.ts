import { describe, expect, it } from '@jest/globals';
import { parseDay } from '../../core/model/calendar.ts';
import { anEntry, someWords } from '../support/core/content.ts';
import { type OpenStore, withStore } from '../support/contracts/open-store.ts';

/** What every ContentStore promises. */
export function contentStoreContract(name: string, open: OpenStore): void {
  describe(`ContentStore of ${name}`, () => {
    it(
      'has nothing of a topic that nobody wrote',
      withStore(open, async ({ content }) => {
        expect(await content.of('gifts')).toEqual([]);
        expect(await content.marks()).toEqual([]);
      }),
    );

    it(
      'gives the entries of a topic as they were written and in their order, apart from those of others',
      withStore(open, async ({ content }) => {
        const words = someWords({ text: { en: 'Ŵyl “\\ {"x":1}\n- a', cy: '' } });
        const entries = [
          ...Array.from({ length: 11 }, (_, place) => anEntry('saved', place + 1, { words })),
          anEntry('submitted', 12, { words }),
          anEntry('approved', 13, { words }),
          anEntry('sentBack', 14),
          anEntry('withdrawn', 15),
        ];
        for (const entry of entries) expect(await content.add(entry)).toBe('added');
        await content.add(anEntry('saved', 1, { topic: 'gift' }));
        expect(await content.of('gifts')).toEqual(entries.map((entry) => ({ number: entry.number, entry })));
        expect(await content.of('gift')).toHaveLength(1);
        expect(new Set(await content.marks())).toEqual(
          new Set([
            { topic: 'gifts', number: 15 },
            { topic: 'gift', number: 1 },
          ]),
        );
      }),
    );

    it(
      'takes one of many entries for a place, changes none that stands, and leaves no gap',
      withStore(open, async ({ content }) => {
        expect(await content.add(anEntry('saved', 2))).toBe('exists');
        const rivals = ['a', 'b', 'c', 'd', 'e', 'f'].map((owner) =>
          anEntry('saved', 1, { words: someWords({ owner }) }),
        );
        const outcomes = await Promise.all(rivals.map((entry) => content.add(entry)));
        expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
        const first = rivals[outcomes.indexOf('added')];
        expect(await content.of('gifts')).toEqual([{ number: 1, entry: first }]);
        expect(await content.add(anEntry('saved', 1))).toBe('exists');
        expect(await content.add(anEntry('saved', 3))).toBe('exists');
        expect(await content.of('gifts')).toEqual([{ number: 1, entry: first }]);
      }),
    );

    it(
      'says which topics were written to since a day',
      withStore(open, async ({ content }) => {
        await content.add(anEntry('saved', 1, { topic: 'early', at: '2026-11-24T23:59:59.000Z' }));
        await content.add(anEntry('saved', 1, { topic: 'late', at: '2026-11-25T00:00:00.000Z' }));
        await content.add(anEntry('saved', 1, { topic: 'both', at: '2026-11-24T12:00:00.000Z' }));
        await content.add(anEntry('saved', 2, { topic: 'both', at: '2026-11-26T12:00:00.000Z' }));
        const since = await content.marks(parseDay('2026-11-25'));
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
      withStore(open, async ({ content }) => {
        const entries = [anEntry('saved', 1), anEntry('submitted', 2), anEntry('approved', 3)];
        const changed = { ...anEntry('saved', 4), digest: 'of other words' };
        // As a later version would write it.
        const later: object = { ...anEntry('saved', 5), v: 2 };
        for (const entry of [...entries, changed]) expect(await content.add(entry)).toBe('added');
        // @ts-expect-error: no entry of this version.
        expect(await content.add(later)).toBe('added');
        expect(await content.add(anEntry('withdrawn', 6))).toBe('added');
        const read = await content.of('gifts');
        expect(read.map(({ number, entry }) => [number, entry?.kind])).toEqual([
          [1, 'saved'],
          [2, 'submitted'],
          [3, 'approved'],
          [4, undefined],
          [5, undefined],
          [6, 'withdrawn'],
        ]);
        expect(await content.marks()).toEqual([{ topic: 'gifts', number: 6 }]);
      }),
    );
  });
}
