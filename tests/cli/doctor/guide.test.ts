import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { exitCodes, findingKinds, findingTable } from '../../../cli/doctor/findings.ts';

const guide = readFileSync(join(resolve(import.meta.dirname, '../../..'), 'docs/guides/doctor.md'), 'utf8');
const shown = (text: string): string => text.replace('{about}', '…');

describe('the guide of the doctor', () => {
  it('has a row for everything that can be found, in the words of the doctor, and none for anything else', () => {
    const rows = [...guide.matchAll(/^\| `([a-z-]+)` \| (.+) \| (.+) \|$/gmu)].map(([, name, says, toDo]) =>
      [name, says, toDo].join(' | '),
    );
    const told = Object.entries(findingTable).map(([name, { description, remedy: toDo }]) =>
      [name, shown(description), toDo].join(' | '),
    );
    expect(rows.toSorted()).toEqual(told.toSorted());
  });

  it('has the code of each kind, in the order in which they are to be put right, and no code is another’s', () => {
    const rows = [...guide.matchAll(/^\| ([a-z]+) \| (\d+) \|$/gmu)].map(([, kind, code]) => [kind, Number(code)]);
    expect(rows).toEqual(findingKinds.map((kind) => [kind, exitCodes[kind]]));
    const kept = [0, 1, 2];
    expect(new Set([...kept, ...Object.values(exitCodes)]).size).toBe(kept.length + findingKinds.length);
    const used = new Set<string>(Object.values(findingTable).map(({ kind }) => kind));
    expect(findingKinds.filter((kind) => !used.has(kind))).toEqual([]);
  });

  it('calms: nobody is shouted at or blamed', () => {
    expect(guide).not.toMatch(/!(?!\[)/u);
    expect(guide).not.toMatch(/\b(?:simply|just|obviously|user error)\b/iu);
  });
});
