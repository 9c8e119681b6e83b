import { describe, expect, it } from '@jest/globals';
import { barsOf, selfByName } from './cpu-profile.ts';
import { median, quantile, slope } from './figures.ts';
import { unitsOfBatch } from './request-units.ts';
import { atLeast, atMost, rowsOf } from './row.ts';
import { tableOf } from './table.ts';

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
});

describe('a row', () => {
  const row = rowsOf('A group');
  it('says whether its goal was met, in the table as well', () => {
    const rows = [row('fast', 2, 's', atMost(2)), row('many', 1, '/s', atLeast(2)), row('seen', 1_234.5, 'MB')];
    expect(rows.map(({ met }) => met)).toEqual([true, false, undefined]);
    const [group, ...lines] = tableOf(rows).trim().split('\n');
    expect(group).toBe('A group');
    expect(lines.map((line) => line.trim().split(/\s{2,}/u))).toEqual([
      ['fast', '2 s', '≤ 2 s', 'met'],
      ['many', '1 /s', '≥ 2 /s', 'MISSED'],
      ['seen', '1,235 MB'],
    ]);
  });

  it('without a value meets no goal', () => {
    expect(row('fast', Number.NaN, 's', atMost(2)).met).toBe(false);
    expect(row('many', Number.NaN, '/s', atLeast(2)).met).toBe(false);
  });
});

describe('request units', () => {
  const operation = (operationType: string, kilobytes: number, more = {}) => {
    const resourceBody = { ...more, words: '' };
    const room = kilobytes * 1_024 - JSON.stringify(resourceBody).length;
    return { operationType, resourceBody: { ...resourceBody, words: 'x'.repeat(room) } };
  };
  const units = (...operations: readonly object[]): number =>
    unitsOfBatch({ body: JSON.stringify(operations) }, ['week', 'state']);

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
      { id: 1, callFrame: frame('(root)', ''), children: [2, 5, 6] },
      { id: 2, callFrame: frame('turn', 'file:///x/bot/doors/teams/turn.ts'), children: [3] },
      { id: 3, callFrame: frame('expand', 'file:///x/node_modules/@scope/pack/a.js'), children: [4] },
      { id: 4, callFrame: frame('', 'file:///x/node_modules/@scope/pack/b.js') },
      { id: 5, callFrame: frame('(idle)', '') },
      { id: 6, callFrame: frame('load', 'node:internal/modules/esm/loader') },
    ],
    samples: [2, 3, 4, 5, 6],
    timeDeltas: [25, 25, 50, 1_000, 1_000],
  };

  it('shows functions of ours and packages of others, without what was idle or loaded', () => {
    expect(barsOf(profile, { fromMs: 0, toMs: 3 })).toEqual([
      {
        name: 'turn (bot/doors/teams/turn.ts)',
        total: 1,
        self: 0.25,
        inside: [{ name: '@scope/pack', total: 0.75, self: 0.75, inside: [] }],
      },
    ]);
    expect(selfByName(barsOf(profile, { fromMs: 0, toMs: 3 }))[0]).toEqual({ name: '@scope/pack', self: 0.75 });
  });

  it('is of a part of the time only', () => {
    const turn = { name: 'turn (bot/doors/teams/turn.ts)', total: 1, self: 1, inside: [] };
    expect(barsOf(profile, { fromMs: 0, toMs: 0.05 })).toEqual([turn]);
    const [rest] = barsOf(profile, { fromMs: 0.05, toMs: 3 });
    expect([rest?.total, rest?.self]).toEqual([1, 0]);
  });
});
