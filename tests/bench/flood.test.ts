import { describe, expect, it } from '@jest/globals';
import { workLimits } from '../../bot/runtime/work-budget.ts';
import { forEachStore } from './filled-stores.ts';
import { floodStore } from './groups/flood.ts';

const minute = 60_000;

describe('a flood of urgent reports', () => {
  it('keeps no alert of anybody else from a post of its own within a minute, asks no channel that said 429, and fills no store', async () => {
    await forEachStore(async (store) => {
      const come = await floodStore(store, 10, 4 * minute);
      expect(come.genuine).toBe(3);
      expect(come.waits.every((ms) => ms <= minute)).toBe(true);
      expect(come).toMatchObject({ refused: 0, askedWhileHeld: 0 });
      expect(come.combined).toBeGreaterThan(0);
      expect(come.kept).toBeLessThanOrEqual(10 * workLimits.hour.reports);
      expect(come.kept).toBeLessThan(come.tried);
    });
  });
});
