import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { nodeArguments } from '../support/npm-script.ts';

// Each run is a process of its own.

let folder: string;
beforeEach(async () => {
  folder = createTemporaryFolder();
  await openSqliteStore(join(folder, 'kept.db')).close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: 'backup' | 'restore', ...args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly said: string }>((settle) => {
    const env = { ...childEnvironment, STORE: 'sqlite', SQLITE_PATH: 'kept.db' };
    const asked = ['--no-warnings', ...nodeArguments(packageJson.scripts[name]), ...args];
    execFile(process.execPath, asked, { cwd: folder, env }, (error, stdout, stderr) =>
      settle({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

function damage(name: string): void {
  const path = join(folder, name);
  writeFileSync(path, readFileSync(path).fill(0xff, 4096, 12_288));
}

describe('a copy of the store', () => {
  it('that cannot be made names the file at fault: the store, or what has the name of the copy', async () => {
    writeFileSync(join(folder, 'copy.db'), 'words of somebody');
    expect(await run('backup', '--to', 'copy.db')).toEqual({
      code: 1,
      said: expect.stringMatching(/^The backup could not be made\. The copy copy\.db exists already[^\n]*\n$/u),
    });
    damage('kept.db');
    expect(await run('backup', '--to', 'other.db')).toEqual({
      code: 1,
      said: expect.stringMatching(/^The backup could not be made\. The store kept\.db is damaged[^\n]*\n$/u),
    });
  });

  it('that cannot be put back names the copy, and leaves the store as it is', async () => {
    expect(await run('backup', '--to', 'copy.db')).toMatchObject({ code: 0 });
    damage('copy.db');
    const before = readFileSync(join(folder, 'kept.db'));
    for (const [name, why] of [
      ['copy.db', 'is damaged'],
      ['none.db', 'cannot be reached'],
    ] as const) {
      const { code, said } = await run('restore', '--from', name);
      expect([code, said]).toEqual([1, expect.stringContaining(`The store ${name} ${why}`)]);
    }
    expect(readFileSync(join(folder, 'kept.db'))).toEqual(before);
  });
});
