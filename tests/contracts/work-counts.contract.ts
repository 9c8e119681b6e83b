import { describe, expect, it } from '@jest/globals';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

const day = '2026-11-25';
const count = (record: string, name = 'a-digest', on = day) => ({ name, day: on, record });

/** What every WorkCountStore promises. */
export function workCountsContract(of: string, open: OpenStore): void {
  describe(`WorkCountStore of ${of}`, () => {
    it(
      'know nobody who handed in what is ordinary',
      withOpenStore(open, async (store) => {
        expect(await store.workCounts.read('a-digest')).toBeUndefined();
        expect(await store.workCounts.listRecords(day)).toEqual([]);
        await store.workCounts.removeBefore('2027-01-01');
      }),
    );

    it(
      'give all servers of a day one salt',
      withOpenStore(open, async (store) => {
        const drawn = await Promise.all(['one', 'two', 'three'].map((salt) => store.workCounts.salt(day, salt)));
        expect(new Set(drawn).size).toBe(1);
        expect(['one', 'two', 'three']).toContain(drawn[0]);
        expect(await store.workCounts.salt(day, 'four')).toBe(drawn[0]);
        expect(await store.workCounts.salt('2026-11-26', 'five')).toBe('five');
      }),
    );

    it(
      'let one of many servers write over what it read',
      withOpenStore(open, async (store) => {
        const first = await Promise.all(['1', '2', '3'].map((it) => store.workCounts.write(count(it), undefined)));
        expect(first.filter(Boolean)).toHaveLength(1);
        const standing = await store.workCounts.read('a-digest');
        expect(standing?.value).toBe(String(first.indexOf(true) + 1));
        const next = await Promise.all(['4', '5'].map((it) => store.workCounts.write(count(it), standing?.version)));
        expect(next.filter(Boolean)).toHaveLength(1);
        for (const odd of ['', '*', 'odd']) expect(await store.workCounts.write(count('6'), odd)).toBe(false);
        expect((await store.workCounts.read('a-digest'))?.value).toBe(String(next.indexOf(true) + 4));
      }),
    );

    it(
      'list the records of a day, and destroy those of days that are over with their salts',
      withOpenStore(open, async (store) => {
        const yesterday = '2026-11-24';
        await store.workCounts.salt(yesterday, 'old');
        await store.workCounts.salt(day, 'new');
        await store.workCounts.write(count('old', 'before', yesterday), undefined);
        await store.workCounts.write(count('one'), undefined);
        await store.workCounts.write(count('other', 'another'), undefined);
        expect([...(await store.workCounts.listRecords(day))].sort()).toEqual(['one', 'other']);
        await store.workCounts.removeBefore(day);
        expect(await store.workCounts.listRecords(yesterday)).toEqual([]);
        expect(await store.workCounts.read('before')).toBeUndefined();
        expect([...(await store.workCounts.listRecords(day))].sort()).toEqual(['one', 'other']);
        expect(await store.workCounts.salt(yesterday, 'drawn anew')).toBe('drawn anew');
        expect(await store.workCounts.salt(day, 'drawn anew')).toBe('new');
      }),
    );
  });
}
