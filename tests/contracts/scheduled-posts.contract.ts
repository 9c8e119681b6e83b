import { describe, expect, it } from '@jest/globals';
import {
  recordPeriodPosted,
  type ScheduledPostSpec,
  newScheduledPost,
  leasePeriod,
} from '../../core/model/scheduled-post.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { now } from '../support/contracts/records.ts';

const inChannel = { what: 'weekInChannel', audience: 'acu' } as const satisfies ScheduledPostSpec;
const toPerson = {
  what: 'weekToPerson',
  audience: 'acu',
  objectId: toPersonId('somebody'),
} as const satisfies ScheduledPostSpec;
const week = '2026-W47';

/** What every ScheduledPostStore promises. */
export function scheduledPostsContract(name: string, open: OpenStore): void {
  describe(`RegularPosts of ${name}`, () => {
    it(
      'has nothing of what was never begun',
      withOpenStore(open, async (store) => {
        expect(await store.scheduledPosts.read(inChannel)).toBeUndefined();
        expect(await store.scheduledPosts.all()).toEqual([]);
      }),
    );

    it(
      'lets one of many servers begin it, and take it up',
      withOpenStore(open, async (store) => {
        const post = newScheduledPost(inChannel, week);
        const six = [1, 2, 3, 4, 5, 6];
        const begun = await Promise.all(six.map(() => store.scheduledPosts.write(post, undefined)));
        expect(begun.filter(Boolean)).toHaveLength(1);
        const standing = await store.scheduledPosts.read(inChannel);
        expect(standing?.value).toEqual(post);
        const takenBy = await Promise.all(
          six.map(() => store.scheduledPosts.write(leasePeriod(post, week, now), standing?.version)),
        );
        expect(takenBy.filter(Boolean)).toHaveLength(1);
        expect((await store.scheduledPosts.read(inChannel))?.value).toEqual(leasePeriod(post, week, now));
      }),
    );

    it(
      'replaces it at its version alone, with all that it says',
      withOpenStore(open, async (store) => {
        const post = { ...newScheduledPost(toPerson, week), language: 'cy' as const };
        await store.scheduledPosts.write(post, undefined);
        const first = await store.scheduledPosts.read(toPerson);
        const next = { ...recordPeriodPosted(post, week, now), unsure: 2, stopped: true as const };
        expect(await store.scheduledPosts.write(next, first?.version)).toBe(true);
        expect(await store.scheduledPosts.write(post, first?.version)).toBe(false);
        expect(await store.scheduledPosts.write(post, undefined)).toBe(false);
        for (const odd of ['', '*', 'odd']) expect(await store.scheduledPosts.write(post, odd)).toBe(false);
        expect((await store.scheduledPosts.read(toPerson))?.value).toEqual(next);
      }),
    );

    it(
      'keeps places apart, and has them all',
      withOpenStore(open, async (store) => {
        const posts = [
          newScheduledPost({ what: 'dailyCount', of: 'acu' }, '2026-11-25'),
          newScheduledPost(inChannel, week),
          newScheduledPost({ ...inChannel, audience: 'wider' }, week),
          newScheduledPost(toPerson, week),
          newScheduledPost({ ...toPerson, objectId: toPersonId('somebody else') }, week),
        ];
        for (const post of posts) expect(await store.scheduledPosts.write(post, undefined)).toBe(true);
        const all = await store.scheduledPosts.all();
        expect(all).toHaveLength(posts.length);
        expect(all).toEqual(expect.arrayContaining(posts));
        for (const post of posts) expect((await store.scheduledPosts.read(post.regular))?.value).toEqual(post);
      }),
    );
  });
}
