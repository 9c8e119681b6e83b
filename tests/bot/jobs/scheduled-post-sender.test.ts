import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  createScheduledPostSender,
  type PreparedPost,
  type PostSchedule,
} from '../../../bot/jobs/scheduled-post-sender.ts';
import type { TeamsPostResult } from '../../../bot/jobs/post-to-teams.ts';
import { createEventLog } from '../../../bot/runtime/event-log.ts';
import type { ScheduledPostStore, Store } from '../../../core/ports/store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createMovableClock, type MovableClock } from '../../support/journeys/movable-clock.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const regular = { what: 'weekInChannel', audience: 'wider' } as const;
const weeks = ['2026-W44', '2026-W45', '2026-W46', '2026-W47'] as const;
const minuteMs = 60_000;

let folder: string;
let clock: MovableClock;
let stores: Store[];
/** The weeks that reached the channel, in their order. */
let arrived: string[];
beforeEach(() => {
  folder = createTemporaryFolder();
  clock = createMovableClock();
  stores = [];
  arrived = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const aStore = (): Store => {
  const store = openSqliteStore(`${folder}/candour.db`);
  stores.push(store);
  return store;
};
const sends =
  (outcome: (week: string) => Promise<TeamsPostResult> | TeamsPostResult) =>
  async (week: string): Promise<PreparedPost> => ({ kind: 'post', send: async () => outcome(week) });
const arrives = (week: string): TeamsPostResult => {
  arrived.push(week);
  return { kind: 'arrived' };
};

/** A server on the same file as the others. */
function aServer(
  make: PostSchedule['make'] = sends(arrives),
  around: (posts: ScheduledPostStore) => ScheduledPostStore = (posts) => posts,
  due: () => readonly string[] = () => weeks,
  skewMs = 0,
) {
  const lines: string[] = [];
  const work = createScheduledPostSender({
    scheduledPosts: around(aStore().scheduledPosts),
    sources: [async () => [{ regular, due: due(), make }]],
    clock: () => new Date(clock.now().getTime() + skewMs),
    monotonic: clock.monotonic,
    log: createEventLog((line) => lines.push(line), clock.now),
  });
  return { ...work, lines };
}
/** The place was begun with the first of these weeks. */
async function begun(): Promise<void> {
  await aStore().scheduledPosts.write({ regular, since: weeks[0], posted: [], waiting: [], unsure: 0 }, undefined);
}
const standing = async () => (await aStore().scheduledPosts.read(regular))?.value;

describe('what is posted again and again', () => {
  it('begins with the last that is due', async () => {
    await aServer().postDue();
    expect(arrived).toEqual(['2026-W47']);
  });

  it('begins anew where it cannot be read how far it came, as one that may come twice', async () => {
    await aStore().scheduledPosts.write({ regular, since: 'odd', posted: [], waiting: [], unsure: -1 }, undefined);
    await aServer().postDue();
    expect(arrived).toEqual(['2026-W47']);
    expect(await standing()).toMatchObject({ posted: ['2026-W47'], unsure: 1 });
  });

  it('is posted once by servers that look at the same moment, the oldest first', async () => {
    await begun();
    const servers = Array.from({ length: 6 }, () => aServer());
    await Promise.all(servers.map((server) => server.postDue()));
    clock.forward(2 * minuteMs);
    await Promise.all(servers.map((server) => server.postDue()));
    expect(arrived).toEqual([...weeks]);
    expect(await standing()).toMatchObject({ unsure: 0, posted: [...weeks] });
  });

  it('is left to the server that is at it, for a minute, and then counted as one of which nobody knows', async () => {
    await begun();
    // Killed while the post was under way: nothing of it comes back.
    const underWay = Promise.withResolvers<void>();
    const killed = aServer(
      sends(async () => {
        underWay.resolve();
        return new Promise<TeamsPostResult>(() => {});
      }),
    );
    await Promise.race([killed.postDue(), underWay.promise]);
    const other = aServer();
    await other.postDue();
    expect(arrived).toEqual([]);
    clock.forward(minuteMs + 1);
    await other.postDue();
    expect(arrived).toEqual([...weeks]);
    expect(await standing()).toMatchObject({ unsure: 1 });
  });

  it.each([30_000, -30_000, 3 * 60 * minuteMs, -3 * 60 * minuteMs])(
    'is posted once by servers whose clocks are %i ms apart, and left by none that was killed',
    async (skewMs) => {
      await begun();
      const underWay = Promise.withResolvers<void>();
      const noted = Promise.withResolvers<void>();
      const slow = aServer(
        sends(async (week) => {
          underWay.resolve();
          await noted.promise;
          return arrives(week);
        }),
      );
      const posting = slow.postDue();
      await underWay.promise;
      const other = aServer(sends(arrives), undefined, undefined, skewMs);
      for (let looks = 0; looks < 3; looks += 1) {
        await other.postDue();
        clock.forward(15_000);
      }
      noted.resolve();
      await posting;
      for (let looks = 0; looks < 3; looks += 1) {
        await other.postDue();
        await slow.postDue();
        clock.forward(2 * minuteMs);
      }
      expect(arrived).toEqual([...weeks]);
      expect(await standing()).toMatchObject({ unsure: 0 });
    },
  );

  it('is not held by a lease, or put off, for longer than a clock that was right can have set it', async () => {
    await begun();
    const post = await aStore().scheduledPosts.read(regular);
    const year = new Date(clock.now().getTime() + 365 * 24 * 60 * minuteMs).toISOString();
    const far = { taken: { period: weeks[0], until: year }, again: { at: year, attempts: 1 } };
    if (post?.value) await aStore().scheduledPosts.write({ ...post.value, ...far }, post.version);
    const server = aServer();
    await server.postDue();
    clock.forward(minuteMs + 1);
    await server.postDue();
    expect(arrived).toEqual([...weeks]);
  });

  it('is not posted again where the store would not take note of it, while the server that posted it lives', async () => {
    await begun();
    let refuses = 0;
    const server = aServer(
      sends((week) => {
        refuses = 1;
        return arrives(week);
      }),
      (posts) => ({
        ...posts,
        async write(post, over) {
          if (refuses > 0) {
            refuses -= 1;
            throw new StoreError('unavailable');
          }
          return posts.write(post, over);
        },
      }),
    );
    for (const week of weeks) {
      await expect(server.postDue()).rejects.toMatchObject({ code: 'unavailable' });
      expect(arrived.at(-1)).toBe(week);
    }
    await server.postDue();
    expect(arrived).toEqual([...weeks]);
    expect(await standing()).toMatchObject({ unsure: 0, posted: [...weeks] });
  });

  it('waits longer after each failure, an hour at most, and as long as the channel asks', async () => {
    await begun();
    const tries: number[] = [];
    let afterMs: number | undefined;
    const server = aServer(
      sends(() => {
        tries.push(clock.now().getTime() / minuteMs);
        return { kind: 'failed', reason: 'busy', code: 'http429', afterMs };
      }),
    );
    const lookFor = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await server.postDue();
        clock.forward(minuteMs);
      }
    };
    const waits = () => tries.slice(1).map((at, place) => at - (tries[place] ?? 0));
    await lookFor(5 + 10 + 20 + 40 + 60 + 60 + 1);
    expect(waits()).toEqual([5, 10, 20, 40, 60, 60]);
    afterMs = 2 * minuteMs;
    await lookFor(63);
    expect(waits().slice(6)).toEqual([60, 2]);
    expect(arrived).toEqual([]);
    server.retryNow();
    await server.postDue();
    expect(waits()).toHaveLength(9);
  });

  it('goes on where one thing was sent by a clock that was ahead for a while', async () => {
    let due: readonly string[] = ['2027-W20'];
    const server = aServer(sends(arrives), undefined, () => due);
    await begun();
    await server.postDue();
    due = weeks;
    await server.postDue();
    expect(arrived).toEqual(['2027-W20', ...weeks]);
  });

  it.each(['noAnswer', 'damaged', 'unexpected'] as const)(
    'is said once in the log where it waits: %s',
    async (reason) => {
      await begun();
      const server = aServer(async () => ({ kind: 'waits', reason }));
      await server.postDue();
      await server.postDue();
      const said = server.lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'summaryWaits');
      expect(said.every(({ code }) => code === reason)).toBe(true);
      expect(said).toHaveLength(reason === 'damaged' ? weeks.length : 1);
    },
  );

  it('comes at least once and, but for what is counted, once at most, whatever becomes of servers and answers', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('look' as const) },
      fc.constantFrom('killed before', 'killed after', 'answer lost', 'busy', 'minute', 'week'),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        run += 1;
        const store = openSqliteStore(`${folder}/${run}.db`);
        const time = createMovableClock();
        const seen: string[] = [];
        let outcome: (typeof steps)[number] = 'look';
        let weeksDue = 1;
        const due = () => weeks.slice(0, weeksDue);
        const server = () => {
          const died = Promise.withResolvers<void>();
          const work = createScheduledPostSender({
            scheduledPosts: store.scheduledPosts,
            sources: [
              async () => [
                {
                  regular,
                  due: due(),
                  make: async (week) => ({
                    kind: 'post',
                    async send() {
                      if (outcome === 'busy') return { kind: 'failed', reason: 'busy', code: 'http429' };
                      if (outcome !== 'killed before') seen.push(week);
                      if (outcome === 'killed before' || outcome === 'killed after') {
                        died.resolve();
                        return new Promise<TeamsPostResult>(() => {});
                      }
                      return outcome === 'answer lost'
                        ? { kind: 'failed', reason: 'noAnswer', code: 'connection' }
                        : { kind: 'arrived' };
                    },
                  }),
                },
              ],
            ],
            clock: time.now,
            monotonic: time.monotonic,
            log: () => {},
          });
          return { look: work.postDue, died: died.promise.then(() => 'died' as const) };
        };
        let running = server();
        const look = async () => {
          // A server that is dead never comes back from where it was.
          if ((await Promise.race([running.look(), running.died])) === 'died') running = server();
        };
        for (const one of steps) {
          outcome = one;
          if (one === 'minute') time.forward(minuteMs);
          else if (one === 'week') weeksDue = Math.min(weeks.length, weeksDue + 1);
          else await look();
        }
        outcome = 'look';
        for (let more = 0; more < 3; more += 1) {
          time.forward(61 * minuteMs);
          await look();
        }
        const post = (await store.scheduledPosts.read(regular))?.value;
        await store.close();
        const since = due().filter((week) => week >= (post?.since ?? ''));
        expect([...new Set(seen)].sort()).toEqual([...since]);
        expect(seen.length - new Set(seen).size).toBeLessThanOrEqual(post?.unsure ?? 0);
        expect(post).toMatchObject({ posted: since, waiting: [] });
      }),
      { numRuns: 60 },
    );
  });
});
