import { expect, it } from '@jest/globals';
import { casesTable } from './cases-table.ts';
import { distanceOf } from './cases.ts';
import { atMost, rowsOf } from './row.ts';

it('the table of the lists says what each store shows and takes, and which goal is missed', () => {
  const rows = ['SQLite', 'Stand-in'].flatMap((kind) => [
    ...['10 cases', '20 cases'].flatMap((store, at) => {
      const row = rowsOf(`${kind}, ${store}`);
      return [
        row('open: p50', 1, 'ms'),
        row('open: p95', 99 + at * 3, 'ms', atMost(100)),
        row('open: shown', 8 + at, 'cases'),
        row('counts: p95', 1.25, 'ms', atMost(100)),
      ];
    }),
    rowsOf(`${kind}${distanceOf}20 cases over that of 5 cases`)('open', 7, 'times'),
    rowsOf(`${kind}${distanceOf}20 cases over that of 10 cases`)('open', 1.03, 'times', atMost(1.5)),
  ]);
  expect(casesTable(rows).split('\n')).toEqual([
    '| | shown | SQLite, 10 cases | SQLite, 20 cases | SQLite: ratio | Stand-in, 10 cases | Stand-in, 20 cases | Stand-in: ratio |',
    '|---|---|---|---|---|---|---|---|',
    '| open | 8, 9 | 99 | **102** | 1 | 99 | **102** | 1 |',
    '| counts | –, – | 1.3 | 1.3 | – | 1.3 | 1.3 | – |',
    '',
  ]);
  expect(casesTable([])).toBe('');
});
