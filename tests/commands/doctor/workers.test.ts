import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { askDoctor, deploymentIn, wrongIn } from '../../support/commands/ask-doctor.ts';
import { temporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('WORKERS beside the machine that it is for', () => {
  it.each([
    ['2', { cores: 2, memory: 4 }, []],
    ['1', { cores: 1, memory: 0.25 }, []],
    ['3', { cores: 2, memory: 4 }, ['workers-beyond-cores']],
    ['4', { cores: 8, memory: 1.5 }, ['workers-beyond-memory']],
    ['4', { cores: 1, memory: 1 }, ['workers-beyond-cores', 'workers-beyond-memory']],
    [undefined, { cores: 1, memory: 0.25 }, []],
  ])('%s processes on a machine of %o find %o', async (WORKERS, { cores, memory }, expected) => {
    const environment = { ...(await deploymentIn(folder)), WORKERS };
    const machine = { cores, memory: memory * 2 ** 30, mayStart: true };
    expect(wrongIn(await askDoctor(environment, [], { machine }))).toEqual(expected);
  });
});
