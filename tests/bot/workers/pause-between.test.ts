import { describe, expect, it } from '@jest/globals';
import { assert, nat, property } from 'fast-check';
import { endsInARow, pauseAfter } from '../../../bot/workers/pause-between.ts';

describe('the pause before another process takes the place of one that ended', () => {
  it('is doubled each time, up to a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map(pauseAfter)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
    ]);
  });

  it('begins anew after one that served for ten minutes, and never becomes shorter otherwise', () => {
    assert(
      property(nat({ max: 2_000 }), nat({ max: 1_200_000 }), (before, livedMs) => {
        const ends = endsInARow(before, livedMs);
        expect(ends).toBe(livedMs >= 600_000 ? 1 : before + 1);
        expect(pauseAfter(ends)).toBeGreaterThanOrEqual(1_000);
        expect(pauseAfter(ends)).toBeLessThanOrEqual(60_000);
        if (livedMs < 600_000) expect(pauseAfter(ends)).toBeGreaterThanOrEqual(pauseAfter(Math.max(1, before)));
      }),
    );
  });
});
