import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createSendRateLimiter, teamsSendTiming, windowSize } from '../../../../bot/jobs/campaigns/send-rate.ts';
import { quotaShareCount } from '../../../../core/model/delivery.ts';
import { maxWithin } from '../../../fakes/campaign-connector.ts';

const fine = { isFailing: false } as const;
const bad = { isFailing: true } as const;

/** A pace by a watch that goes on when somebody waits, and is as late as timers are. */
function handPace(late: () => number = () => 0) {
  let now = 0;
  const pace = createSendRateLimiter({
    monotonic: () => now,
    wait: async (ms) => {
      now += ms + late();
    },
    timing: teamsSendTiming,
  });
  return { pace, pass: (ms: number) => (now += ms), now: () => now };
}

describe('the pace of all servers together', () => {
  const shares = fc.constantFrom([5], [3, 2], [2, 2, 1], [1, 1, 1, 1, 1], [4, 1]);
  const numbers = (max: number, many: number) =>
    fc.array(fc.integer({ min: 0, max }), { minLength: many, maxLength: many });

  /** When each server sends, in five seconds of which each begins at some point, with timers that are late. */
  async function sentBy(each: readonly number[], beginsAt: readonly number[], lateness: readonly number[]) {
    const sent: number[] = [];
    for (const [server, lanes] of each.entries()) {
      let waits = 0;
      const { pace, pass, now } = handPace(() => lateness[(waits += 1) % lateness.length] ?? 0);
      pass(beginsAt[server] ?? 0);
      pace.setShares(lanes, Number.POSITIVE_INFINITY);
      while (now() < 5_000) if (await pace.acquire()) sent.push(now());
    }
    return sent.toSorted((one, other) => one - other);
  }

  it('is never more than Teams takes in a second, in whatever shares they have the lanes', async () => {
    await fc.assert(
      fc.asyncProperty(shares, numbers(400, 5), numbers(90, 7), async (each, beginsAt, lateness) => {
        expect(maxWithin(await sentBy(each, beginsAt, lateness), 1_000)).toBeLessThanOrEqual(50);
      }),
    );
  });

  it('loses next to nothing by timers that are a little late', async () => {
    await fc.assert(
      fc.asyncProperty(shares, numbers(15, 7), async (each, lateness) => {
        expect((await sentBy(each, [], lateness)).length).toBeGreaterThan(5 * 47);
      }),
    );
  });
});

describe('a pace', () => {
  it('sends nothing without a lane, after its lanes are over, in a pause, or once it is stopped', async () => {
    const { pace, pass } = handPace();
    expect([pace.window(), await pace.acquire()]).toEqual([0, false]);
    pace.setShares(1, 10_000);
    expect([pace.window(), await pace.acquire()]).toEqual([windowSize, true]);
    pace.pause(5_000);
    expect([pace.window(), await pace.acquire()]).toEqual([0, false]);
    pass(5_000);
    expect(await pace.acquire()).toBe(true);
    pass(5_000);
    expect([pace.window(), await pace.acquire()]).toEqual([0, false]);
    pace.setShares(quotaShareCount, 60_000);
    pace.stop();
    expect([pace.window(), await pace.acquire()]).toEqual([0, false]);
  });

  it('of fewer lanes is slower from the next message on', async () => {
    const { pace, now } = handPace();
    pace.setShares(quotaShareCount, Number.POSITIVE_INFINITY);
    for (let turns = 0; turns < 5; turns += 1) await pace.acquire();
    pace.setShares(1, Number.POSITIVE_INFINITY);
    await pace.acquire();
    const before = now();
    await pace.acquire();
    expect(now() - before).toBeCloseTo(1_000 / teamsSendTiming.ratePerShare);
  });

  it('pauses for as long as the channel asks, if three chats in a row ask', () => {
    const { pace } = handPace();
    const busy = { ...fine, pauseMs: 7_000 };
    const asked = (...chats: readonly string[]) => chats.map((chat) => pace.recordFeedback(busy, chat));
    expect(asked('one', 'two', 'three', 'four')).toEqual([undefined, undefined, 7_000, 7_000]);
    expect(pace.recordFeedback(fine, 'five')).toBeUndefined();
    expect(asked('one', 'two')).toEqual([undefined, undefined]);
  });

  it('is not paused by one chat, however often and for however long it asks', () => {
    const { pace } = handPace();
    for (let count = 0; count < 20; count += 1)
      expect(pace.recordFeedback({ ...fine, pauseMs: 3_600_000 }, 'one')).toBeUndefined();
  });

  it('asks a channel in trouble one message at a time, and more rarely each time', async () => {
    const { pace, pass } = handPace();
    pace.setShares(quotaShareCount, Number.POSITIVE_INFINITY);
    for (let four = 0; four < 4; four += 1) expect(pace.recordFeedback(bad, 'chat')).toBeUndefined();
    expect(pace.recordFeedback(bad, 'chat')).toBe(teamsSendTiming.failurePauseMs);
    // Those that were on their way with them.
    expect(pace.recordFeedback(bad, 'chat')).toBeUndefined();
    pass(teamsSendTiming.failurePauseMs);
    expect(pace.window()).toBe(1);
    expect(await pace.acquire()).toBe(true);
    expect([pace.window(), await pace.acquire()]).toEqual([0, false]);
    expect(pace.recordFeedback(bad, 'chat')).toBe(2 * teamsSendTiming.failurePauseMs);
    pass(2 * teamsSendTiming.failurePauseMs);
    expect(await pace.acquire()).toBe(true);
    expect(pace.recordFeedback(fine, 'chat')).toBeUndefined();
    expect(pace.window()).toBe(windowSize);
  });

  it('never pauses longer than it may, however long the trouble lasts', () => {
    const { pace, pass } = handPace();
    for (let troubles = 0; troubles < 60; troubles += 1) {
      expect(pace.recordFeedback(bad, 'chat') ?? 0).toBeLessThanOrEqual(teamsSendTiming.maxFailurePauseMs);
      pass(teamsSendTiming.maxFailurePauseMs);
    }
  });
});
