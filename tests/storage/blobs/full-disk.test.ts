import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, describe } from '@jest/globals';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const script = join(import.meta.dirname, '../../support/files/full-disk-process.ts');
/** A disk of 600 kB that the process alone has. */
const onSmallDisk = 'mount -t tmpfs -o size=600k tmpfs "$0" && exec "$@"';
/** No file longer than 100 or 200 kB, by how the shell counts: a part is longer, and is cut off in the middle. */
const withShortFiles = 'ulimit -f 200 && exec "$@"';

let folder: string;
beforeEach(() => {
  folder = join(createTemporaryFolder(), 'disk');
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const processOf = (command: string, args: readonly string[]): Promise<unknown> =>
  new Promise((settle, fail) => {
    const own = [folder, process.execPath, '--no-warnings', script, folder];
    execFile(command, [...args, ...own], (error, stdout, stderr) =>
      error ? fail(new Error(stderr)) : settle(JSON.parse(stdout)),
    );
  });

const asPromised = {
  failure: 'full',
  check: 'full',
  left: [],
  isWhole: true,
  isLost: true,
  isFirstKept: true,
  again: 'none',
};

describe('a folder of files in which a part is cut off by the system itself', () => {
  it('on a disk that is really full, where the system lends a small one: nothing half is left, and the rest goes on', async () => {
    const own = ['-rm', 'sh', '-c', onSmallDisk];
    const isLent = spawnSync('unshare', [...own, folder, 'true']).status === 0;
    // Where no process may have a disk of its own, the other limit of the system has to do.
    const said = isLent ? await processOf('unshare', own) : await processOf('sh', ['-c', withShortFiles]);
    expect(said).toEqual(asPromised);
  });

  it('by the longest file that a process may write: nothing half is left, and the rest goes on', async () => {
    expect(await processOf('sh', ['-c', withShortFiles])).toEqual(asPromised);
  });
});
