import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  createKeyedRateLimiter,
  createDailyBucketFactory,
  createSharedTokenSource,
  type KeyedRateLimiter,
} from '../../../bot/runtime/rate-limiter.ts';
import type { Store } from '../../../core/ports/store.ts';
import { type CosmosDatabase, createDatabase } from '../../support/storage/cosmos-database.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const person = 'tenant/8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90';
const rowOf = createDailyBucketFactory('a secret of more than thirty-two characters', 'turns');

const cosmos = setUpCosmos();
let database: CosmosDatabase;
beforeAll(async () => {
  database = await createDatabase(cosmos);
});

let now = Date.parse('2026-11-25T10:00:00Z');
const serverOf = ({ rateLimits }: Store): KeyedRateLimiter =>
  createKeyedRateLimiter({
    clock: () => new Date(now),
    give: createSharedTokenSource({ paces: rateLimits, rowOf, monotonic: () => now, patienceMs: 300_000 }),
    hold: async () => undefined,
  });

/** Servers on the one database, each with a client of its own, for as long as a test looks at them. */
async function withServers(
  count: number,
  look: (servers: readonly KeyedRateLimiter[], stores: readonly Store[]) => unknown,
) {
  const stores = Array.from({ length: count }, () => database.open());
  try {
    await look(stores.map(serverOf), stores);
  } finally {
    for (const store of stores) await store.close();
  }
}

const gone = async (paces: Promise<string>[]): Promise<number> =>
  (await Promise.all(paces)).filter((pace) => pace === 'go').length;

describe('the pace of somebody among several servers on Cosmos DB', () => {
  // What each gives by itself, and once what all give together.
  it.each([2, 3])('is not %i times as much with as many servers, asked all at once', async (count) => {
    const who = `${person} ${count}`;
    await withServers(count, async (servers) => {
      const asked = servers.flatMap((one) => Array.from({ length: 100 }, () => one.acquire(who)));
      expect(await gone(asked)).toBe(23 + 10 * count);
      now += 1_000;
      // Two turns a second, whichever server is asked.
      expect(await gone(servers.flatMap((one) => [one.acquire(who), one.acquire(who), one.acquire(who)]))).toBe(2);
    });
  });

  it('is kept where a server ends and another takes its place, and nobody else has less', async () => {
    await withServers(2, async (servers) => {
      expect(await gone(servers.flatMap((one) => Array.from({ length: 100 }, () => one.acquire(person))))).toBe(43);
    });
    await withServers(1, async ([third], [store]) => {
      expect(await gone(Array.from({ length: 100 }, () => third?.acquire(person) ?? Promise.resolve('')))).toBe(10);
      expect(await gone(Array.from({ length: 12 }, () => third?.acquire('a trainee') ?? Promise.resolve('')))).toBe(12);
      // What stands says nothing of who it is or when they were there, and goes.
      const { name } = rowOf(person, now);
      expect(await store?.rateLimits.read(name)).toBeDefined();
      await store?.rateLimits.removeBefore(now + 24 * 3_600_000);
      expect(await store?.rateLimits.read(name)).toBeUndefined();
    });
  });
});
