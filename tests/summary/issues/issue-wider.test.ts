import { expect, it } from '@jest/globals';
import { ledgerInMemory, widerDoor } from '../../support/summary/wider-world.ts';

it.each([
  ['2026-W47', 'week'],
  ['2026-W40-to-2026-W43', 'block'],
  ['2026-Q3', 'quarter'],
  ['2026-W27-to-2026-W39', 'quarter'],
  ['2025-26', 'year'],
])('%s is issued, and the same when it is asked for again', async (text, level) => {
  const ledger = ledgerInMemory();
  const first = await widerDoor(new Map(), ledger)(text);
  expect(first).toMatchObject({ kind: 'issued', level, number: 1, quiet: true });
  expect(await widerDoor(new Map(), ledger, '2028-01-26T12:00:00Z')(text)).toEqual(first);
  expect(await ledger.all()).toHaveLength(1);
});
