import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  alertChannelBucket,
  createChannelRateLimiter,
  teamsAlertRate,
} from '../../../bot/jobs/channel-rate-limiter.ts';
import { createSharedTokenSource } from '../../../bot/runtime/rate-limiter.ts';
import type { Store } from '../../../core/ports/store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const { firstPerHour: firstAnHour } = teamsAlertRate;
const channel = { conversationId: '19:acu@thread.tacv2' };

let folder: string;
let stores: Store[];
let now: number;
beforeEach(() => {
  folder = createTemporaryFolder();
  stores = [];
  now = Date.parse('2026-11-25T10:00:00Z');
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a server on the one store of a test may send. */
function server() {
  const store = openSqliteStore(`${folder}/candour.db`);
  stores.push(store);
  const monotonic = () => now;
  return createChannelRateLimiter({
    give: createSharedTokenSource({
      paces: store.rateLimits,
      rowOf: alertChannelBucket,
      monotonic,
      patienceMs: 60_000,
    }),
    clock: () => new Date(now),
    monotonic,
    pace: teamsAlertRate,
  });
}

describe('the posts of their own that a channel has in an hour', () => {
  it('are no more if first reports and others ask for them in turn', async () => {
    const servers = [server(), server()];
    let taken = 0;
    const ask = async (isFirst: boolean, times: number): Promise<void> => {
      for (let asked = 0; asked < times; asked += 1) {
        if (await servers[asked % 2]?.takePost(channel, isFirst)) taken += 1;
      }
    };
    await ask(true, 25);
    await ask(false, 30);
    expect(taken).toBe(25);
    await ask(true, 50);
    await ask(false, 30);
    expect(taken).toBe(firstAnHour);
  });

  it('are there again if the clock was set back by more than an hour', async () => {
    const one = server();
    for (let asked = 0; asked < firstAnHour; asked += 1) await one.takePost(channel, true);
    now -= 3 * 3_600_000;
    expect(await one.takePost(channel, false)).toBe(true);
  });
});

describe('the time that a channel asked for', () => {
  it.each([
    ['shorter', 900_000, 1_000],
    ['longer', 1_000, 900_000],
  ])('is as long for all servers if a %s one follows', async (_which, first, second) => {
    const [one, other] = [server(), server()];
    await one.hold(channel, first);
    await one.hold(channel, second);
    now += 899_999;
    expect(await other.isHeld(channel)).toBe(true);
    now += 1;
    expect(await other.isHeld(channel)).toBe(false);
  });

  it('is over after a quarter of an hour, however long it was', async () => {
    const [one, other] = [server(), server()];
    for (let times = 0; times < 3; times += 1) await one.hold(channel, 3_600_000);
    now += 900_000;
    expect([await one.isHeld(channel), await other.isHeld(channel)]).toEqual([false, false]);
  });
});
