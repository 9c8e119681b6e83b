import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  createKeyedRateLimiter,
  createDailyBucketFactory,
  createSharedTokenSource,
  storeClock,
} from '../../../bot/runtime/rate-limiter.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { RateLimitStore, Store } from '../../../core/ports/store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const secret = 'a secret of more than thirty-two characters';
const person = 'tenant/8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90';

let folder: string;
let stores: Store[];
let now: number;
let writes: number;
beforeEach(() => {
  folder = createTemporaryFolder();
  stores = [];
  now = Date.parse('2026-11-25T10:00:00Z');
  writes = 0;
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const held: number[] = [];
/** A server on the one store of a test, with whatever stands between. */
function server(around: (paces: RateLimitStore) => RateLimitStore = (paces) => paces, skewMs = 0) {
  const store = openSqliteStore(`${folder}/candour.db`);
  stores.push(store);
  const paces = around({
    ...store.rateLimits,
    write: (given, over) => {
      writes += 1;
      return store.rateLimits.write(given, over);
    },
  });
  const give = createSharedTokenSource({
    paces,
    rowOf: createDailyBucketFactory(secret, 'turns'),
    monotonic: () => now,
    patienceMs: 60_000,
  });
  const clock = () => new Date(now + skewMs);
  return createKeyedRateLimiter({ clock, give, hold: async (ms) => void held.push(ms) });
}

/** How many of so many turns, taken from the servers one after the other, went on. */
async function gone(servers: readonly ReturnType<typeof server>[], count: number, who = person): Promise<number> {
  let passed = 0;
  for (let turn = 0; turn < count; turn += 1) {
    if ((await servers[turn % servers.length]?.acquire(who)) === 'go') passed += 1;
  }
  return passed;
}

describe('the pace of somebody among several servers', () => {
  it('is that of one server, where there is one', async () => {
    expect(await gone([server()], 100)).toBe(33);
  });

  it('is the same for whoever asks for all of it at once', async () => {
    const one = server();
    const answers = await Promise.all(Array.from({ length: 100 }, () => one.acquire(person)));
    expect(answers.filter((answer) => answer === 'go')).toHaveLength(33);
  });

  it.each([2, 3])('is not %i times as much with as many servers', async (count) => {
    const servers = Array.from({ length: count }, () => server());
    expect(await gone(servers, 300)).toBe(23 + 10 * count);
    // And what comes after is given once for all of them: two turns a second, and what each gives by itself.
    let later = 0;
    for (let second = 0; second < 60; second += 1) {
      now += 1_000;
      later += await gone(servers, 30);
    }
    expect(later).toBeGreaterThanOrEqual(120);
    expect(later).toBeLessThanOrEqual(122 + 12 * count);
  });

  it('is kept where a server is killed and another takes its place', async () => {
    const [one, two] = [server(), server()];
    const before = await gone([one, two], 300);
    await stores[0]?.close();
    const third = server();
    // The new one gives what each server gives by itself, and finds the rest given out.
    expect([before, await gone([third], 100)]).toEqual([43, 10]);
  });

  it('is written down for nobody who is in no hurry, and by a name that says nothing for whoever is', async () => {
    const servers = [server(), server()];
    for (let card = 0; card < 12; card += 1) {
      expect(await gone(servers, 1)).toBe(1);
      now += 5_000;
    }
    expect(writes).toBe(0);
    await gone(servers, 43);
    const rowOf = createDailyBucketFactory(secret, 'turns');
    const { name, originMs } = rowOf(person, now);
    expect(name).toMatch(/^[\w-]{22}$/u);
    for (const other of [
      rowOf(person, now + 24 * 3_600_000),
      createDailyBucketFactory(`${secret}.`, 'turns')(person, now),
      createDailyBucketFactory(secret, 'parts')(person, now),
    ]) {
      expect(other.name).not.toBe(name);
      expect(other.originMs).not.toBe(originMs);
    }
    const stands = (await stores[0]?.rateLimits.read(name))?.value;
    if (stands === undefined) throw new Error('nothing was written');
    // The instant is there for servers, and the database is told of the hour alone.
    expect(stands.until + originMs).toBeGreaterThan(now);
    expect(Math.abs(stands.until - now)).toBeGreaterThan(24 * 3_600_000);
    expect(stands.hour % 3_600_000).toBe(0);
    expect(stands.hour).toBeGreaterThanOrEqual(stands.until + originMs);
  });

  it('costs a write for ten turns, and none for what is refused', async () => {
    const one = server();
    await gone([one], 1_000);
    expect(writes).toBe(3);
  });

  it('is that of each server by itself while the store is away, silent or always changed by others: no more, no less', async () => {
    const away: RateLimitStore = {
      read: () => Promise.reject(new StoreError('unavailable')),
      write: () => Promise.reject(new StoreError('unknown')),
      removeBefore: async () => undefined,
    };
    expect(await gone([server(() => away)], 100)).toBe(33);
    expect(await gone([server((paces) => ({ ...paces, write: async () => false }))], 100)).toBe(33);
    const silent = { ...away, read: () => new Promise<never>(() => undefined) };
    const give = createSharedTokenSource({
      paces: silent,
      rowOf: createDailyBucketFactory(secret, 'turns'),
      monotonic: () => now,
      patienceMs: 10,
    });
    const throttle = createKeyedRateLimiter({ clock: () => new Date(now), give, hold: async () => undefined });
    expect(await gone([throttle], 100)).toBe(33);
  });

  it('leaves a store alone for a while after it failed', async () => {
    let asked = 0;
    const failing = server((paces) => ({
      ...paces,
      read: () => {
        asked += 1;
        return Promise.reject(new StoreError('unavailable'));
      },
    }));
    await gone([failing], 100);
    expect(asked).toBe(1);
    now += 5_000;
    // The first of these the server gives by itself.
    await gone([failing], 3);
    expect(asked).toBe(2);
  });

  it('keeps nobody out because a clock was set back, or was far ahead when it was written', async () => {
    const ahead = server(undefined, 3_600_000);
    await gone([ahead], 100);
    const right = server();
    expect(await gone([right], 100)).toBe(33);
    now -= 7_200_000;
    expect(await gone([right], 20)).toBe(20);
  });

  it('goes by the store’s own time where it tells one', () => {
    const clock = () => new Date(1_000);
    expect(storeClock(() => undefined, clock)()).toEqual(new Date(1_000));
    expect(storeClock(() => new Date(2_000), clock)()).toEqual(new Date(2_000));
  });

  it('takes nothing from anybody else, asked for at once or in turn', async () => {
    const servers = [server(), server()];
    await gone(servers, 200);
    const trainees = Array.from({ length: 30 }, (_, place) => `trainee ${place}`);
    const each = await Promise.all(trainees.map((one) => gone(servers, 12, one)));
    expect(each).toEqual(trainees.map(() => 12));
  });

  it('is never more than was promised, whatever comes when, of whichever server, and never none for long', async () => {
    const steps = fc.array(fc.record({ server: fc.nat(2), wait: fc.nat(4_000), turns: fc.nat(12) }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const servers = [server(), server(), server()];
        const who = `${person} ${writes} ${all.length} ${now}`;
        const began = now;
        let passed = 0;
        for (const step of all) {
          now += step.wait;
          const one = servers[step.server] ?? server();
          const answers = await Promise.all(Array.from({ length: step.turns }, () => one.acquire(who)));
          passed += answers.filter((answer) => answer === 'go').length;
        }
        const seconds = (now - began) / 1_000;
        expect(passed).toBeLessThanOrEqual(23 + 2 * seconds + 3 * (10 + seconds / 5) + 1);
        now += 12_000;
        expect(await gone([server()], 20, who)).toBe(20);
        for (const store of stores.splice(0)) await store.close();
      }),
      { numRuns: 20 },
    );
  });
});
