import { describe, expect, it } from '@jest/globals';
import { leadSettings, workersIn } from '../../../bot/settings/workers.ts';
import { productionEnvironment } from '../../support/settings/production-environment.ts';

const gigabyte = 2 ** 30;

describe('how many processes a server has', () => {
  it('is one for each core that has memory enough, where it is not set', () => {
    const cores = [1, 2, 4, 16].map((count) =>
      workersIn({ WORKERS: undefined }, { cores: count, memory: 4 * gigabyte }),
    );
    expect(cores).toEqual([1, 2, 4, 8]);
    expect(workersIn({ WORKERS: undefined }, { cores: 4, memory: gigabyte / 4 })).toBe(1);
    expect(workersIn({ WORKERS: 3 }, { cores: 1, memory: gigabyte / 4 })).toBe(3);
  });

  it('is at least one on this machine', () => {
    expect(leadSettings(productionEnvironment).workers).toBeGreaterThanOrEqual(1);
  });

  it('is one for each core where it cannot be right: who serves says that, once', () => {
    for (const wrong of ['0', '65', 'all', '1.5']) {
      expect(leadSettings({ ...productionEnvironment, WORKERS: wrong }).workers).toBe(
        leadSettings(productionEnvironment).workers,
      );
    }
  });
});
