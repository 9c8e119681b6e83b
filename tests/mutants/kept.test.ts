import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { keep, readKept, stateOf, without } from './kept.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bug = { commit: 'now', area: 'door', name: 'let in', verdict: 'caught', by: 'a test', seconds: 1 } as const;
const test = { commit: 'now', test: 'a.test.ts', passed: true };

describe('what is kept', () => {
  it('is there in its order, and nothing where nothing was kept', () => {
    const file = join(folder, 'results', 'kept.jsonl');
    expect(readKept(file)).toEqual({ bugs: [], tests: [] });
    keep(file, bug);
    keep(file, test);
    keep(file, { ...bug, verdict: 'MISSED' });
    expect(readKept(file)).toEqual({ bugs: [bug, { ...bug, verdict: 'MISSED' }], tests: [test] });
  });

  it('loses a line that was cut off, and none beside it', () => {
    const file = join(folder, 'kept.jsonl');
    keep(file, bug);
    appendFileSync(file, '\n{"commit":"now","area":"do');
    keep(file, test);
    appendFileSync(file, '\n{"commit":"now","area":"door","name":"let in","verdict":"praised","by":"","seconds":1}');
    expect(readKept(file)).toEqual({ bugs: [bug], tests: [test] });
  });

  it('of one state is left out by a run that begins anew, which counts what it adds', () => {
    const before = { bugs: [bug, { ...bug, commit: 'before' }], tests: [test] };
    const now = { bugs: [...before.bugs, { ...bug, name: 'added' }], tests: [test, test] };
    expect(without(now, before, 'now')).toEqual({
      bugs: [
        { ...bug, commit: 'before' },
        { ...bug, name: 'added' },
      ],
      tests: [test],
    });
  });
});

describe('the state of a project', () => {
  const git = (...asked: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...asked], {
      cwd: folder,
      encoding: 'utf8',
    });

  it('is its commit, and another with each change to what is in it or beside it', () => {
    git('init', '-q');
    writeFileSync(join(folder, '.gitignore'), 'results\n');
    writeFileSync(join(folder, 'a.ts'), 'one');
    git('add', '.');
    git('commit', '-q', '-m', 'Begin');
    const commit = git('rev-parse', '--short=10', 'HEAD').trim();
    const states = [stateOf(folder)];
    writeFileSync(join(folder, 'results'), 'kept');
    expect(stateOf(folder)).toBe(commit);
    writeFileSync(join(folder, 'a.ts'), 'two');
    states.push(stateOf(folder));
    writeFileSync(join(folder, 'b.ts'), 'one');
    states.push(stateOf(folder));
    writeFileSync(join(folder, 'b.ts'), 'two');
    states.push(stateOf(folder));
    expect(states[0]).toBe(commit);
    expect(new Set(states).size).toBe(4);
    for (const state of states.slice(1)) expect(state).toMatch(new RegExp(`^${commit} and changes [0-9a-f]{8}$`, 'u'));
  });
});
