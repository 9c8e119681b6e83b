import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createChangePoller } from '../../../tab/ui/change-poller.ts';
import { createManualClock } from '../../support/tab/manual-clock.ts';

const minute = 60_000;
const second = 1_000;

/** As many turns as an answer takes until the watch has it. */
const answered = () => Promise.resolve().then(() => Promise.resolve());

/** A page that is watched: what it asked when, and what it is answered from now on. */
function begin() {
  const clock = createManualClock();
  const page = { isHidden: false, isAnswered: true, skew: 0 };
  const asked: number[] = [];
  const from = clock.now();
  const watch = createChangePoller({
    now: () => clock.now() + page.skew,
    schedule: clock.after,
    isHidden: () => page.isHidden,
    poll: () => {
      asked.push(Math.round((clock.now() - from) / second));
      return Promise.resolve(page.isAnswered);
    },
  });
  /** Time goes by in steps, and each answer arrives before the next. */
  const pass = async (milliseconds: number): Promise<void> => {
    await answered();
    for (let left = milliseconds; left > 0; left -= second) {
      clock.pass(Math.min(second, left));
      await answered();
    }
  };
  return { clock, page, asked, watch, pass };
}

describe('the watch for changes', () => {
  it('asks once a minute, and not before the first is over', async () => {
    const { asked, pass } = begin();
    await pass(minute - second);
    expect(asked).toEqual([]);
    await pass(3 * minute);
    expect(asked).toEqual([60, 120, 180]);
  });

  it('asks nothing while the page is hidden, and once as soon as somebody is back', async () => {
    const { asked, pass, page, watch } = begin();
    page.isHidden = true;
    await pass(90 * minute);
    watch.onWake();
    expect(asked).toEqual([]);
    page.isHidden = false;
    watch.onWake();
    watch.onWake();
    await pass(second);
    expect(asked).toEqual([5_400]);
    await pass(minute);
    expect(asked).toHaveLength(2);
  });

  it('asks at once for whoever comes back, and no more often than every ten seconds', async () => {
    const { asked, pass, watch } = begin();
    watch.onWake();
    await pass(9 * second);
    watch.onWake();
    expect(asked).toEqual([]);
    await pass(second);
    for (let times = 0; times < 1_000; times += 1) watch.onWake();
    await pass(second);
    expect(asked).toEqual([10]);
    await pass(58 * second);
    expect(asked).toEqual([10]);
    await pass(second);
    expect(asked).toEqual([10, 70]);
  });

  it('asks once for a night that the machine slept through', async () => {
    const { asked, clock, pass, watch } = begin();
    clock.sleep(9 * 60 * minute);
    // The timer that is late, and whoever opened the lid.
    await pass(second);
    watch.onWake();
    await pass(second);
    expect(asked).toHaveLength(1);
  });

  it('goes on where the clock is set back, and asks once where it is set forward', async () => {
    const { asked, page, pass, watch } = begin();
    await pass(minute);
    page.skew = -24 * 60 * minute;
    watch.onWake();
    await pass(second);
    expect(asked).toEqual([60, 60]);
    await pass(minute);
    expect(asked).toHaveLength(3);
    page.skew = 24 * 60 * minute;
    watch.onWake();
    watch.onWake();
    await pass(second);
    expect(asked).toHaveLength(4);
  });

  it('asks more and more rarely where nobody answers, and each minute again once somebody does', async () => {
    const { asked, page, pass, watch } = begin();
    page.isAnswered = false;
    await pass(60 * minute);
    // After one minute, and then after 1, 2, 4, 8, 16 and 16 more.
    expect(asked.map((at) => at / 60)).toEqual([1, 2, 4, 8, 16, 32, 48]);
    page.isAnswered = true;
    watch.onWake();
    await pass(second);
    await pass(2 * minute);
    expect(asked).toHaveLength(10);
  });

  it('asks nothing more once it has ended, also where an answer is on its way', async () => {
    const { asked, pass, watch, clock } = begin();
    await pass(minute - second);
    clock.pass(second);
    watch.stop();
    watch.onWake();
    await pass(10 * minute);
    expect(asked).toEqual([60]);
    expect(clock.isWaiting()).toBe(false);
  });

  it('asks no more than once in ten seconds, never hidden, and always again, whatever happens to the page', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 200 }) }),
      fc.record({ kind: fc.constantFrom('woke', 'hide', 'show', 'sleep', 'fail', 'answer'), seconds: fc.nat(600) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { asked, clock, page, pass, watch } = begin();
        for (const { kind, seconds } of steps) {
          const before = asked.length;
          if (kind === 'pass') await pass(seconds * second);
          if (kind === 'woke') watch.onWake();
          if (kind === 'hide') page.isHidden = true;
          if (kind === 'show') {
            page.isHidden = false;
            watch.onWake();
          }
          if (kind === 'sleep') clock.sleep(seconds * second);
          if (kind === 'fail' || kind === 'answer') page.isAnswered = kind === 'answer';
          if (page.isHidden) expect(asked).toHaveLength(before);
        }
        asked.slice(1).forEach((at, place) => expect(at - (asked[place] ?? 0)).toBeGreaterThanOrEqual(10));
        page.isHidden = false;
        page.isAnswered = true;
        const before = asked.length;
        watch.onWake();
        await pass(17 * minute);
        expect(asked.length).toBeGreaterThan(before);
      }),
      { numRuns: 300 },
    );
  });
});
