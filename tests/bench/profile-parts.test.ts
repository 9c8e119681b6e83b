import { expect, it } from '@jest/globals';
import type { Bar } from './cpu-profile.ts';
import { sharesOfParts, tableOfParts } from './profile-parts.ts';

const bar = (name: string, self: number, ...inside: readonly Bar[]): Bar => ({ name, self, total: 0, inside });

it('what anybody may use counts for whoever called it', () => {
  const shares = sharesOfParts([
    bar('restify', 0.1, bar('seal (dialogs/carried-state.ts)', 0.2, bar('node:zlib', 0.3)), bar('zod', 0.15)),
    bar('node:buffer', 0.05),
    bar('garbage collection', 0.2),
  ]);
  expect([...shares].map(([part, share]) => [part, share.toFixed(2)])).toEqual([
    ['restify, and our server around it', '0.25'],
    ['seal the carried state', '0.50'],
    ['Node and all else', '0.05'],
    ['garbage collection', '0.20'],
  ]);
});

it('prints a column for each, and a part that one of them has not', () => {
  const columns = [
    { name: 'a step', shares: new Map([['draw the card', 0.2]]) },
    {
      name: 'a report',
      shares: new Map([
        ['draw the card', 0.1],
        ['SQLite', 0.4],
        ['next to nothing', 0.001],
      ]),
    },
  ];
  expect(tableOfParts(columns).split('\n')).toEqual([
    '|  | a step | a report |',
    '| --- | --- | --- |',
    '| draw the card | 20% | 10% |',
    '| SQLite | 0% | 40% |',
  ]);
});
