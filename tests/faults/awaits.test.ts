import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { awaits } from './awaits.ts';
import { awaitsIn } from './awaits-in.ts';
import { points } from './fault-points.ts';

const root = join(import.meta.dirname, '../..');

describe('the way from the last card to the marked alert', () => {
  it.each(Object.entries(awaits))('has every await of %s in the table of faults', (file, rows) => {
    const found = awaitsIn(readFileSync(join(root, file), 'utf8'));
    expect(found).toEqual(rows.map(([waitsFor]) => waitsFor));
  });

  it('names every point that the tests strike, and no other', () => {
    const named = Object.values(awaits).flatMap((rows) => rows.map(([, struck]) => struck));
    expect(points.filter((point) => !named.includes(point))).toEqual([]);
  });

  it('notices an await that is new', () => {
    expect(awaitsIn('const a = await deps.cases.read(id);\n// await nothing\nreturn { b: await late, c };')).toEqual([
      'deps.cases.read',
      'late',
    ]);
  });
});
