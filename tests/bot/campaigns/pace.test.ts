import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createPace } from '../../../bot/campaigns/pace.ts';
import { teamsTiming, windowSize } from '../../../bot/campaigns/timing.ts';
import { laneCount } from '../../../concerns/records/sending-lanes.ts';
import { mostWithin } from '../../fakes/campaign-connector.ts';

const fine = { isTroubled: false } as const;
const bad = { isTroubled: true } as const;

/** A pace by a watch that goes on when somebody waits. */
function handPace() {
  let now = 0;
  const pace = createPace({
    monotonic: () => now,
    wait: async (ms) => {
      now += ms;
    },
    timing: teamsTiming,
  });
  return { pace, pass: (ms: number) => (now += ms), now: () => now };
}

describe('the pace of all servers together', () => {
  it('is never more than Teams takes in a second, in whatever shares they have the lanes', async () => {
    const shares = fc.constantFrom([5], [3, 2], [2, 2, 1], [1, 1, 1, 1, 1], [4, 1]);
    await fc.assert(
      fc.asyncProperty(
        shares,
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 5, maxLength: 5 }),
        async (each, late) => {
          const sent: number[] = [];
          for (const [server, lanes] of each.entries()) {
            const { pace, pass, now } = handPace();
            pass(late[server] ?? 0);
            pace.use(lanes, Number.POSITIVE_INFINITY);
            while (now() < 5_000) if (await pace.turn()) sent.push(now());
          }
          expect(
            mostWithin(
              sent.toSorted((one, other) => one - other),
              1_000,
            ),
          ).toBeLessThanOrEqual(50);
          expect(sent.length).toBeGreaterThan(4 * 45);
        },
      ),
    );
  });
});

describe('a pace', () => {
  it('sends nothing without a lane, after its lanes are over, in a pause, or once it is stopped', async () => {
    const { pace, pass } = handPace();
    expect([pace.window(), await pace.turn()]).toEqual([0, false]);
    pace.use(1, 10_000);
    expect([pace.window(), await pace.turn()]).toEqual([windowSize, true]);
    pace.pause(5_000);
    expect([pace.window(), await pace.turn()]).toEqual([0, false]);
    pass(5_000);
    expect(await pace.turn()).toBe(true);
    pass(5_000);
    expect([pace.window(), await pace.turn()]).toEqual([0, false]);
    pace.use(laneCount, 60_000);
    pace.stop();
    expect([pace.window(), await pace.turn()]).toEqual([0, false]);
  });

  it('of fewer lanes is slower from the next message on', async () => {
    const { pace, now } = handPace();
    pace.use(laneCount, Number.POSITIVE_INFINITY);
    await pace.turn();
    pace.use(1, Number.POSITIVE_INFINITY);
    await pace.turn();
    const before = now();
    await pace.turn();
    expect(now() - before).toBeCloseTo(1_000 / teamsTiming.laneRate);
  });

  it('pauses for as long as the channel asks', () => {
    const { pace } = handPace();
    expect(pace.heard({ ...fine, pauseMs: 7_000 })).toBe(7_000);
    expect(pace.heard(fine)).toBeUndefined();
  });

  it('asks a channel in trouble one message at a time, and more rarely each time', async () => {
    const { pace, pass } = handPace();
    pace.use(laneCount, Number.POSITIVE_INFINITY);
    for (let four = 0; four < 4; four += 1) expect(pace.heard(bad)).toBeUndefined();
    expect(pace.heard(bad)).toBe(teamsTiming.troubleMs);
    // Those that were on their way with them.
    expect(pace.heard(bad)).toBeUndefined();
    pass(teamsTiming.troubleMs);
    expect(pace.window()).toBe(1);
    expect(await pace.turn()).toBe(true);
    expect([pace.window(), await pace.turn()]).toEqual([0, false]);
    expect(pace.heard(bad)).toBe(2 * teamsTiming.troubleMs);
    pass(2 * teamsTiming.troubleMs);
    expect(await pace.turn()).toBe(true);
    expect(pace.heard(fine)).toBeUndefined();
    expect(pace.window()).toBe(windowSize);
  });

  it('never pauses longer than it may, however long the trouble lasts', () => {
    const { pace, pass } = handPace();
    for (let troubles = 0; troubles < 60; troubles += 1) {
      expect(pace.heard(bad) ?? 0).toBeLessThanOrEqual(teamsTiming.longestTroubleMs);
      pass(teamsTiming.longestTroubleMs);
    }
  });
});
