import { expect, it } from '@jest/globals';
import { atMost, rowsOf } from '../row.ts';
import { scaleTable } from './table.ts';

it('the table of what is asked among a million cases says four figures of each store, and which goal is missed', () => {
  const rows = ['SQLite, 10 cases', 'SQLite, 20 cases'].flatMap((store, at) => {
    const row = rowsOf(store);
    return [
      row('a report: p50', 3.25, 'ms'),
      row('a report: p95', 80, 'ms', atMost(100)),
      row('a report: longest', 99 + at * 3, 'ms', atMost(100)),
      row('a report: held up everybody for', 12, 'ms', atMost(20)),
      row('size of the copy', 1, 'GB'),
    ];
  });
  expect(scaleTable(rows).split('\n')).toEqual([
    '| | SQLite, 10 cases | SQLite, 20 cases |',
    '|---|---|---|',
    '| a report | 3.3, 80, 99, 12 | 3.3, 80, **102**, 12 |',
    '',
  ]);
  expect(scaleTable([])).toBe('');
});
