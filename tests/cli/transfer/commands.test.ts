import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../../package.json' with { type: 'json' };
import { fileErrorText } from '../../../bot/runtime/file-error.ts';
import { createLinesWriter, writeWholeFile } from '../../../cli/transfer/export-folder.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createWorkedCase } from '../../support/transfer/filled-store.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { childEnvironment } from '../../support/child-environment.ts';
import { importedPath } from '../../support/imported-file.ts';
import { nodeArguments } from '../../support/npm-script.ts';

// Each run is a process of its own.

let folder: string;
beforeEach(async () => {
  folder = createTemporaryFolder();
  const store = openSqliteStore(join(folder, 'kept.db'));
  await createWorkedCase(store);
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: 'export-all' | 'import-all', ...args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly said: string }>((settle) => {
    const env = { ...childEnvironment, STORE: 'sqlite', SQLITE_PATH: 'kept.db' };
    const asked = ['--no-warnings', ...nodeArguments(packageJson.scripts[name]), ...args];
    execFile(process.execPath, asked, { cwd: folder, env }, (error, stdout, stderr) =>
      settle({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

describe('the commands of moving', () => {
  it('have everything leave and be taken in, check it at once, and say what is refused in one sentence', async () => {
    expect(await run('export-all', '--to', 'out')).toMatchObject({ code: 0 });
    const same = await run('import-all', '--from', 'out');
    expect([same.code, same.said]).toEqual([0, expect.stringContaining('All of them are intact.')]);
    const taken = await run('export-all', '--to', 'out');
    expect(taken).toEqual({
      code: 1,
      said: 'Not everything could be exported, so no folder was made. out exists already: name a folder that does not.\n',
    });
    rmSync(join(folder, 'out', 'people.ndjson'));
    expect(await run('import-all', '--from', 'out')).toEqual({
      code: 1,
      said: 'The folder was not imported, or not all of it. people.ndjson is missing, or may not be read.\n',
    });
    for (const name of ['export-all', 'import-all'] as const) {
      const { code, said } = await run(name);
      expect([code, said]).toEqual([2, expect.stringContaining(`npm run ${name} -- `)]);
    }
  });

  it('say that there is no room, and leave no folder that could be taken for whole', async () => {
    const script = nodeArguments(packageJson.scripts['export-all']);
    // No file longer than some kB, by how the shell counts: the system cuts the first that is off in the middle.
    const asked = [
      '-c',
      'ulimit -f 16 && exec "$@"',
      'sh',
      process.execPath,
      '--no-warnings',
      ...script,
      '--to',
      'out',
    ];
    const env = { PATH: process.env['PATH'], STORE: 'sqlite', SQLITE_PATH: 'kept.db' };
    const said = await new Promise<string>((settle) => {
      execFile('sh', asked, { cwd: folder, env }, (error, stdout, stderr) =>
        settle(`${error?.code} ${stdout}${stderr}`),
      );
    });
    expect(said).toMatch(/^1 Not everything could be exported, so no folder was made\. [^\n]+\n$/u);
    expect(readdirSync(folder).filter((name) => name.startsWith('out'))).toEqual([]);
  });

  it('say which file it is that finds no room, of those that they write', () => {
    const path = join(folder, 'cases.ndjson');
    const program = `
      import { ${fileErrorText.name} as sentence } from ${JSON.stringify(importedPath(() => import('../../../bot/runtime/file-error.ts'), import.meta.url))};
      import { ${createLinesWriter.name} as write, ${writeWholeFile.name} as writeWhole } from ${JSON.stringify(importedPath(() => import('../../../cli/transfer/export-folder.ts'), import.meta.url))};
      const [, path] = process.argv;
      const line = 'a'.repeat(100_000);
      for (const fill of [
        () => { const lines = write(path); lines.add(line); lines.end(); },
        () => writeWhole(path + '.whole', Buffer.from(line)),
      ]) try { fill(); } catch (error) { console.log(sentence(error)); }
    `;
    const asked = [process.execPath, '--no-warnings', '--input-type=module', '-e', program, path];
    const { stdout } = spawnSync('sh', ['-c', 'ulimit -f 16 && exec "$@"', 'sh', ...asked], { encoding: 'utf8' });
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/cases\.ndjson (?:cannot|finds)/u),
      expect.stringMatching(/cases\.ndjson\.whole (?:cannot|finds)/u),
    ]);
  });
});
