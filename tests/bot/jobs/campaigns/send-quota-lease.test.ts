import { beforeEach, describe, expect, it } from '@jest/globals';
import { createQuotaLease, createSendRateLimiter, teamsSendTiming } from '../../../../bot/jobs/campaigns/send-rate.ts';
import type { SendQuotaStore } from '../../../../core/ports/campaign-stores.ts';
import { quotaShareCount, type SendQuota } from '../../../../core/model/delivery.ts';

let now = 0;
let standing: { value: SendQuota; version: number } | undefined;
let isAway = false;
beforeEach(() => {
  [now, standing, isAway] = [0, undefined, false];
});
const keeper: SendQuotaStore = {
  read: async () => {
    if (isAway) throw new Error('away');
    return standing && { value: standing.value, version: String(standing.version) };
  },
  write: async (value, over) => {
    if (isAway) throw new Error('away');
    if (over !== (standing && String(standing.version))) return false;
    standing = { value, version: (standing?.version ?? 0) + 1 };
    return true;
  },
};
let marks = 0;

function server(serverId: string) {
  const pace = createSendRateLimiter({ monotonic: () => now, wait: async () => undefined, timing: teamsSendTiming });
  const newStamp = () => String((marks += 1));
  const lanes = createQuotaLease({ keeper, pace, monotonic: () => now, serverId, newStamp, timing: teamsSendTiming });
  return { pace, lanes };
}
type Server = ReturnType<typeof server>;

/** Lets time pass, with a look each second of those who live. */
async function pass(seconds: number, ...servers: readonly Server[]): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    now += 1_000;
    for (const { lanes } of servers) await lanes.look();
  }
}
const held = (...servers: readonly Server[]) => servers.map(({ lanes }) => lanes.count());

describe('the lanes of servers', () => {
  it('are shared by those who send, and given back', async () => {
    const [one, two, three] = [server('one'), server('two'), server('three')];
    await pass(1, one);
    expect(held(one)).toEqual([quotaShareCount]);
    await pass(15, one, two, three);
    expect(held(one, two, three).toSorted((a, b) => a - b)).toEqual([1, 2, 2]);
    await two.lanes.giveBack();
    await pass(15, one, three);
    expect(held(one, two, three).toSorted((a, b) => a - b)).toEqual([0, 2, 3]);
  });

  it('of a server that is killed are another one’s, but not before it would have stopped by itself', async () => {
    const [dead, living] = [server('dead'), server('living')];
    await pass(1, dead);
    let seconds = 0;
    while (living.lanes.count() === 0) {
      await pass(1, living);
      seconds += 1;
      if (living.lanes.count() > 0) expect(dead.pace.window()).toBe(0);
    }
    expect(held(living)).toEqual([quotaShareCount]);
    expect(seconds).toBeLessThan(30);
  });

  it('are used no longer than they hold, where the store is away', async () => {
    const one = server('one');
    await pass(1, one);
    isAway = true;
    now += teamsSendTiming.leaseMs - 1;
    await expect(one.lanes.look()).rejects.toThrow('away');
    expect(one.pace.window()).toBeGreaterThan(0);
    now += 1;
    expect(one.pace.window()).toBe(0);
    isAway = false;
    await pass(1, one);
    expect(one.pace.window()).toBeGreaterThan(0);
  });

  it('are never more than there are, however the servers take turns', async () => {
    const servers = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(server);
    for (let second = 0; second < 120; second += 1) {
      // Some look more rarely than others, and one falls silent for a while.
      const looking = servers.filter((_, at) => second % (at + 1) === 0 && !(at === 0 && second > 30 && second < 70));
      await pass(1, ...looking);
      const inUse = servers.filter(({ pace }) => pace.window() > 0).reduce((sum, { lanes }) => sum + lanes.count(), 0);
      expect(inUse).toBeLessThanOrEqual(quotaShareCount);
    }
  });
});

describe('a pause that the channel asks for', () => {
  it('is kept by every server from when it sees it, once', async () => {
    const [one, two] = [server('one'), server('two')];
    await pass(10, one, two);
    one.lanes.sharePause(6_000);
    expect(one.pace.window()).toBe(0);
    await pass(1, one, two);
    expect(two.pace.window()).toBe(0);
    await pass(6, one, two);
    expect([one.pace.window(), two.pace.window()].every((window) => window > 0)).toBe(true);
    await pass(30, one, two);
    expect(standing?.value.pause).toBeUndefined();
  });

  it('of a server that died holds nobody up for ever', async () => {
    const [one, late] = [server('one'), server('late')];
    await pass(1, one);
    one.lanes.sharePause(6_000);
    await pass(1, one);
    await pass(40, late);
    expect(late.pace.window()).toBeGreaterThan(0);
    expect(standing?.value.pause).toBeUndefined();
  });
});
