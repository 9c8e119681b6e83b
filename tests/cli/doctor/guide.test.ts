import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { exitCodes, findingKinds, findingTable } from '../../../cli/doctor/findings.ts';

const guide = readFileSync(join(resolve(import.meta.dirname, '../../..'), 'docs/guides/doctor.md'), 'utf8');

describe('the guide of the doctor', () => {
  it('has each kind in the order in which they are to be put right, its code, and the name of all that it finds', () => {
    const rows = [...guide.matchAll(/^\| ([a-z]+) \| (\d+|none) \| (.+) \|$/gmu)].map(([, kind, code, names = '']) => [
      kind,
      code,
      names.split(', '),
    ]);
    const named = Map.groupBy(Object.entries(findingTable), ([, { kind }]) => kind);
    const told = [...findingKinds, 'unseen' as const].map((kind) => [
      kind,
      kind === 'unseen' ? 'none' : String(exitCodes[kind]),
      named.get(kind)?.map(([name]) => `\`${name}\``),
    ]);
    expect(rows).toEqual(told);
  });

  it('has no code that is another’s', () => {
    const kept = [0, 1, 2];
    expect(new Set([...kept, ...Object.values(exitCodes)]).size).toBe(kept.length + findingKinds.length);
  });

  it('calms: nobody is shouted at or blamed', () => {
    expect(guide).not.toMatch(/!(?!\[)/u);
    expect(guide).not.toMatch(/\b(?:simply|just|obviously|user error)\b/iu);
  });
});
