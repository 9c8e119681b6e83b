import { describe, expect, it } from '@jest/globals';
import { cpuShares } from './cpu-profile.ts';
import { median, quantile, shareBelow, slope } from './statistics.ts';
import { batchUnits } from './request-units.ts';
import { atLeast, atMost, createRows } from './row.ts';
import { renderPageTable, renderTable } from './table.ts';
import { runInterleaved } from './timing.ts';
import { importedProjectPath } from '../support/imported-file.ts';

describe('figures', () => {
  it('take the value at a rank, whatever order they came in', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile(values, 0.99), quantile(values, 1)]).toEqual([
      50, 95, 99, 100,
    ]);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([])).toBeNaN();
    // No rank is right beside a value that is not known.
    expect(median([1, Number.NaN, 1])).toBeNaN();
  });

  it('grow by the slope of the line that fits them best', () => {
    expect(slope([1, 2, 3, 4].map((x) => ({ x, y: 7 + 3 * x })))).toBeCloseTo(3);
    expect(slope([1, 2, 3].map((x) => ({ x, y: 5 })))).toBe(0);
  });

  it('are below others in a half of all pairs if they are alike', () => {
    expect(shareBelow([1, 3], [2, 4])).toBe(0.75);
    expect(shareBelow([1, 2], [1, 2])).toBe(0.25);
    expect(shareBelow([1, 4], [2, 3])).toBe(0.5);
  });

  it('are taken in turn, each round beginning with another, without the rounds that warm up', async () => {
    const order: string[] = [];
    const works = new Map(['a', 'b'].map((name) => [name, (round: number) => order.push(`${name}${round}`)]));
    const times = await runInterleaved(works, async (work) => work(), 2, { warmUps: 1 });
    expect(order).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
    expect([...times]).toEqual([
      ['a', [4, 5]],
      ['b', [3, 6]],
    ]);
  });
});

describe('a row', () => {
  const row = createRows('A group');
  it('says whether its goal was met, in the table as well', () => {
    const rows = [row('fast', 2, 's', atMost(2)), row('many', 1, '/s', atLeast(2)), row('seen', 1_234.5, 'MB')];
    expect(rows.map(({ met }) => met)).toEqual([true, false, undefined]);
    const [group, ...lines] = renderTable(rows).trim().split('\n');
    expect(group).toBe('A group');
    expect(lines.map((line) => line.trim().split(/\s{2,}/u))).toEqual([
      ['fast', '2 s', '≤ 2 s', 'met'],
      ['many', '1 /s', '≥ 2 /s', 'MISSED'],
      ['seen', '1,235 MB'],
    ]);
  });

  it('without a value meets no goal', () => {
    expect(row('fast', Number.NaN, 's', atMost(2)).met).toBe(false);
    const none = row('many', Number.NaN, '/s', atLeast(2));
    expect(none.met).toBe(false);
    expect(renderTable([none])).toMatch(/many {2}no figure {2}≥ 2 \/s {2}MISSED$/u);
  });

  it('stands in a table for a page by what was measured and its group, in bold if a goal was missed', () => {
    const rows = ['SQLite, 10 cases', 'SQLite, 20 cases'].flatMap((group, at) => {
      const one = createRows(group);
      return [
        one('open: p50', 1, 'ms'),
        one('open: p95', 99 + at * 3, 'ms', atMost(100)),
        one('open: shown', 8 + at, 'cases'),
        one('counts: p95', 1.25, 'ms', atMost(100)),
      ];
    });
    const ratio = createRows('ratio')('open: p95', 1.03, 'times');
    expect(renderPageTable([...rows, ratio], ['p95', 'shown']).split('\n')).toEqual([
      '| | SQLite, 10 cases | SQLite, 20 cases | ratio |',
      '|---|---|---|---|',
      '| open | 99, 8 | **102**, 9 | 1 |',
      '| counts | 1.3 | 1.3 | – |',
      '',
    ]);
    expect(renderPageTable(rows, ['none'])).toBe('');
  });
});

describe('request units', () => {
  const operation = (operationType: string, kilobytes: number, more = {}) => {
    const resourceBody = { ...more, words: '' };
    const room = kilobytes * 1_024 - JSON.stringify(resourceBody).length;
    return { operationType, resourceBody: { ...resourceBody, words: 'x'.repeat(room) } };
  };
  const units = (...operations: readonly object[]): number =>
    batchUnits({ body: JSON.stringify(operations) }, ['week', 'state']);

  it('are those published for a size, and between two sizes on a line', () => {
    expect(units(operation('Create', 1))).toBeCloseTo(4.95);
    expect(units(operation('Create', 8))).toBeCloseTo(7.04);
    expect(units(operation('Create', 12))).toBeCloseTo((7.04 + 9.52) / 2);
  });

  it('are more for each indexed field, twice as many for a replacement, and the sum for a batch', () => {
    expect(units(operation('Create', 1, { week: 'w', other: 1 }))).toBeCloseTo(5.15);
    expect(units(operation('Replace', 1, { week: 'w', state: 's' }))).toBeCloseTo(2 * 5.35);
    expect(units(operation('Create', 1), operation('Replace', 1))).toBeCloseTo(3 * 4.95);
  });
});

describe('a profile', () => {
  const frame = (functionName: string, url: string) => ({ functionName, url });
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(root)', ''), children: [2, 5, 6, 7] },
      {
        id: 2,
        callFrame: frame(
          'turn',
          `file:///x/${importedProjectPath(() => import('../../bot/teams/handlers/turn-handler.ts'), import.meta.url)}`,
        ),
        children: [3],
      },
      {
        id: 3,
        callFrame: frame(
          'seal',
          `file:///x/${importedProjectPath(() => import('../../dialogs/bot-framework/sealed-state.ts'), import.meta.url)}`,
        ),
        children: [4],
      },
      { id: 4, callFrame: frame('', 'file:///x/node_modules/@scope/pack/b.js') },
      { id: 5, callFrame: frame('(idle)', '') },
      { id: 6, callFrame: frame('load', 'node:internal/modules/esm/loader') },
      { id: 7, callFrame: frame('deflate', 'node:zlib') },
    ],
    samples: [2, 3, 4, 7, 5, 6],
    timeDeltas: [25, 25, 25, 25, 1_000, 1_000],
  };

  it('gives what anyone may use to the part that called it, without what was idle or loaded', () => {
    expect([...cpuShares(profile, { fromMs: 0, toMs: 3 })]).toEqual([
      ['doors, alerts, log, schedule', 0.25],
      ['seal the carried state', 0.5],
      ['Node and all else', 0.25],
    ]);
  });

  it('is of a part of the time only', () => {
    expect([...cpuShares(profile, { fromMs: 0, toMs: 0.03 })]).toEqual([['doors, alerts, log, schedule', 1]]);
  });
});
