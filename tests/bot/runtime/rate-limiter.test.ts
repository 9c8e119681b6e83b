import { describe, expect, it } from '@jest/globals';
import { createKeyedRateLimiter } from '../../../bot/runtime/rate-limiter.ts';

function throttled() {
  let now = Date.parse('2026-11-25T10:00:00Z');
  const held: number[] = [];
  const throttle = createKeyedRateLimiter({ clock: () => new Date(now), hold: async (ms) => void held.push(ms) });
  const turns = async (person: string, count: number) => {
    const answers: string[] = [];
    for (let turn = 0; turn < count; turn += 1) answers.push(await throttle.acquire(person));
    return answers;
  };
  return { throttle, turns, held, later: (ms: number) => void (now += ms) };
}

describe('the throttle', () => {
  it('holds nobody back who fills in cards at any human pace', async () => {
    const { turns, held, later } = throttled();
    for (let card = 0; card < 200; card += 1) {
      expect(await turns('a', 1)).toEqual(['go']);
      later(800);
    }
    expect(held).toEqual([]);
  });

  it('slows down whoever floods, then says so, and lets them go on after a while', async () => {
    const { turns, held, later } = throttled();
    expect(await turns('a', 30)).toEqual(Array.from({ length: 30 }, () => 'go'));
    expect(held).toEqual([]);
    expect(await turns('a', 10)).toEqual([
      ...Array.from({ length: 3 }, () => 'go'),
      ...Array.from({ length: 7 }, () => 'tooOften'),
    ]);
    expect(held).toEqual([500, 1_000, 1_500]);
    later(1_000);
    expect(await turns('a', 1)).toEqual(['go']);
  });

  it('keeps one person’s flood from anybody else: a training group of 30 is served', async () => {
    const { turns, held } = throttled();
    await turns('flooder', 100);
    held.length = 0;
    for (let person = 0; person < 30; person += 1) {
      expect(await turns(`trainee ${person}`, 9)).toEqual(Array.from({ length: 9 }, () => 'go'));
    }
    expect(held).toEqual([]);
  });

  it('holds nobody for longer because the clock was set back', async () => {
    const { turns, held, later } = throttled();
    await turns('a', 40);
    held.length = 0;
    later(-3_600_000);
    expect(await turns('a', 1)).toEqual(['go']);
    expect(held).toEqual([]);
  });

  it('forgets people soon after their last turn', async () => {
    const { throttle, turns, later } = throttled();
    await turns('a', 3);
    await turns('b', 1);
    expect(throttle.keyCount()).toBe(2);
    later(15_000);
    await turns('c', 1);
    expect(throttle.keyCount()).toBe(1);
  });
});
