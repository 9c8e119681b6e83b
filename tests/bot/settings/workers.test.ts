import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { leadSettings, workersIn } from '../../../bot/settings/workers.ts';
import { productionEnvironment } from '../../support/settings/production-environment.ts';
import { importedFile } from '../../support/imported-file.ts';

const gigabyte = 2 ** 30;

describe('how many processes a server has', () => {
  it('is one for each core that has memory enough, where it is not set', () => {
    const cores = [1, 2, 4, 16].map((count) =>
      workersIn({ WORKERS: undefined }, { cores: count, memory: 4 * gigabyte, mayStart: true }),
    );
    expect(cores).toEqual([1, 2, 4, 8]);
    expect(workersIn({ WORKERS: undefined }, { cores: 4, memory: gigabyte / 4, mayStart: true })).toBe(1);
    expect(workersIn({ WORKERS: 3 }, { cores: 1, memory: gigabyte / 4, mayStart: true })).toBe(3);
  });

  it('is one where Node may start no others, and is not set', () => {
    const machine = { cores: 4, memory: 4 * gigabyte, mayStart: false };
    expect(workersIn({ WORKERS: undefined }, machine)).toBe(1);
    expect(workersIn({ WORKERS: 2 }, machine)).toBe(2);
  });

  it('says at the start that Node may start no others, where more are set', () => {
    const program = importedFile(() => import('../../../bot/main.ts'), import.meta.url);
    const permitted = ['--no-warnings', '--permission', '--allow-fs-read=*'];
    const { status, stderr, stdout } = spawnSync(process.execPath, [...permitted, program], {
      env: { PATH: process.env['PATH'] ?? '', ...productionEnvironment, WORKERS: '2' },
      encoding: 'utf8',
    });
    expect({ status, stderr, stdout }).toEqual({
      status: 78,
      stderr:
        'Candour cannot start. Check these settings, which .env.example explains: WORKERS (1, or Node with --allow-child-process).\n',
      stdout: '',
    });
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
