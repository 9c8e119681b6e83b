import { describe, expect, it } from '@jest/globals';
import { arrived, type Regular, regularFrom, taken } from '../../core/model/scheduled-post.ts';
import { personId } from '../../core/model/directory.ts';
import { type OpenStore, withStore } from '../support/contracts/open-store.ts';
import { now } from '../support/contracts/records.ts';

const inChannel = { what: 'weekInChannel', audience: 'acu' } as const satisfies Regular;
const toPerson = { what: 'weekToPerson', audience: 'acu', objectId: personId('somebody') } as const satisfies Regular;
const week = '2026-W47';

/** What every RegularPosts promises. */
export function regularPostsContract(name: string, open: OpenStore): void {
  describe(`RegularPosts of ${name}`, () => {
    it(
      'has nothing of what was never begun',
      withStore(open, async (store) => {
        expect(await store.regularPosts.read(inChannel)).toBeUndefined();
        expect(await store.regularPosts.all()).toEqual([]);
      }),
    );

    it(
      'lets one of many servers begin it, and take it up',
      withStore(open, async (store) => {
        const post = regularFrom(inChannel, week);
        const six = [1, 2, 3, 4, 5, 6];
        const begun = await Promise.all(six.map(() => store.regularPosts.write(post, undefined)));
        expect(begun.filter(Boolean)).toHaveLength(1);
        const standing = await store.regularPosts.read(inChannel);
        expect(standing?.value).toEqual(post);
        const takenBy = await Promise.all(
          six.map(() => store.regularPosts.write(taken(post, week, now), standing?.version)),
        );
        expect(takenBy.filter(Boolean)).toHaveLength(1);
        expect((await store.regularPosts.read(inChannel))?.value).toEqual(taken(post, week, now));
      }),
    );

    it(
      'replaces it at its version alone, with all that it says',
      withStore(open, async (store) => {
        const post = { ...regularFrom(toPerson, week), language: 'cy' as const };
        await store.regularPosts.write(post, undefined);
        const first = await store.regularPosts.read(toPerson);
        const next = { ...arrived(post, week, now), unsure: 2, stopped: true as const };
        expect(await store.regularPosts.write(next, first?.version)).toBe(true);
        expect(await store.regularPosts.write(post, first?.version)).toBe(false);
        expect(await store.regularPosts.write(post, undefined)).toBe(false);
        for (const odd of ['', '*', 'odd']) expect(await store.regularPosts.write(post, odd)).toBe(false);
        expect((await store.regularPosts.read(toPerson))?.value).toEqual(next);
      }),
    );

    it(
      'keeps places apart, and has them all',
      withStore(open, async (store) => {
        const posts = [
          regularFrom({ what: 'dailyCount', of: 'acu' }, '2026-11-25'),
          regularFrom(inChannel, week),
          regularFrom({ ...inChannel, audience: 'wider' }, week),
          regularFrom(toPerson, week),
          regularFrom({ ...toPerson, objectId: personId('somebody else') }, week),
        ];
        for (const post of posts) expect(await store.regularPosts.write(post, undefined)).toBe(true);
        const all = await store.regularPosts.all();
        expect(all).toHaveLength(posts.length);
        expect(all).toEqual(expect.arrayContaining(posts));
        for (const post of posts) expect((await store.regularPosts.read(post.regular))?.value).toEqual(post);
      }),
    );
  });
}
