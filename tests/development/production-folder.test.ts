import { execFile } from 'node:child_process';
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import type { StoreEnvironment } from '../../storage/sqlite/store-environment.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { nodeArguments } from '../support/npm-script.ts';

const [, mayStart = '', , serving = ''] = packageJson.scripts.start.split(' && ');
let folder: string;
let path: string;
beforeEach(() => {
  folder = createTemporaryFolder();
  path = join(folder, 'data.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const storeFor = (use: StoreEnvironment): Promise<void> => openSqliteStore(path, use).close();

/** Everything in the folder, with what stands in it and when that was written. */
const standing = () =>
  globSync('**/*', { cwd: folder })
    .sort()
    .map((name) => {
      const one = statSync(join(folder, name));
      return [name, one.mtimeMs, one.isFile() ? readFileSync(join(folder, name), 'base64') : ''];
    });

/** A script of npm as it runs in the folder, where `settings` stand in its `.env`. */
const run = (script: string, settings: Readonly<Record<string, string>>, args: readonly string[] = []) => {
  // Any port: the usual ones may be somebody's on this machine.
  const lines = Object.entries({ SQLITE_PATH: path, PORT: '0', PLAYGROUND_PORT: '0', ...settings }).map(
    ([name, value]) => `${name}=${value}\n`,
  );
  writeFileSync(join(folder, '.env'), lines.join(''));
  const before = standing();
  const node = ['--no-warnings', ...nodeArguments(script), ...args];
  return new Promise<{ code: number; said: string; unchanged: boolean }>((settle) => {
    const env = childEnvironment;
    execFile(process.execPath, node, { cwd: folder, env }, (error, stdout, stderr) => {
      const unchanged = JSON.stringify(standing()) === JSON.stringify(before);
      settle({ code: error ? Number(error.code) : 0, said: stdout + stderr, unchanged });
    });
  });
};

const refused = (part: string, undone = 'Candour cannot start.') => ({
  code: 1,
  unchanged: true,
  said: expect.stringMatching(new RegExp(`^${undone} [^\n]*${part}[^\n]*\n$`, 'u')),
});

describe('npm start in a folder that could be a force’s', () => {
  it('looks before the page is built or anything is read', () => {
    expect(packageJson.scripts.start.split(' && ')).toEqual([
      expect.any(String),
      mayStart,
      'npm run -s build -- --if-changed',
      serving,
    ]);
  });

  it.each([
    ['an environment that is production', { CANDOUR_ENVIRONMENT: 'production' }, 'CANDOUR_ENVIRONMENT'],
    ['an environment that is neither', { CANDOUR_ENVIRONMENT: 'Development' }, 'CANDOUR_ENVIRONMENT'],
    ['Cosmos DB', { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://127.0.0.1:9' }, 'Cosmos DB'],
    ['a bot’s registration', { BOT_APP_ID: '7f0f8f5a-8c1e-4d0a-9a0c-4f0d3c0f9b11' }, 'BOT_APP_ID'],
  ])('refuses %s in one sentence, and writes nothing', async (_, settings, part) => {
    expect(await run(mayStart, settings)).toEqual(refused(part));
  });

  it('refuses a store that it did not make, also without being asked before, and leaves it as it is', async () => {
    await storeFor('production');
    for (const program of [mayStart, serving]) {
      expect(await run(program, {})).toEqual(refused('SQLITE_PATH'));
    }
    expect(await run(mayStart, { CANDOUR_ENVIRONMENT: 'development', STORE: 'sqlite' })).toEqual(
      refused('SQLITE_PATH'),
    );
  });

  it('refuses what is no store at all', async () => {
    writeFileSync(path, 'words of somebody');
    expect(await run(mayStart, {})).toEqual(refused('SQLITE_PATH'));
  });

  it('goes on where there is no store yet, and where there is its own', async () => {
    expect(await run(mayStart, {})).toEqual({ code: 0, said: '', unchanged: true });
    await storeFor('development');
    expect(await run(mayStart, { CANDOUR_ENVIRONMENT: ' development ' })).toEqual({
      code: 0,
      said: '',
      unchanged: true,
    });
  });
});

describe('a command', () => {
  it('fills no weeks of a store that development did not make, nor where the settings are a force’s', async () => {
    const unfilled = 'The weeks could not be filled.';
    await storeFor('production');
    expect(await run(packageJson.scripts['fill-weeks'], {})).toEqual(refused('SQLITE_PATH', unfilled));
    rmSync(path);
    expect(await run(packageJson.scripts['fill-weeks'], { CANDOUR_ENVIRONMENT: 'production' })).toEqual(
      refused('CANDOUR_ENVIRONMENT', unfilled),
    );
    expect(await run(packageJson.scripts['fill-weeks'], { BOT_APP_ID: 'somebody' })).toEqual(
      refused('BOT_APP_ID', unfilled),
    );
  });

  it.each<[keyof typeof packageJson.scripts, string[], string]>([
    ['audit', [], 'The histories could not be checked.'],
    ['summary', [], 'The summary could not be made.'],
    ['backup', ['--to', 'copy.db'], 'The backup could not be made.'],
    ['restore', ['--from', 'data.db'], 'The backup could not be restored.'],
  ])('leaves a store of development alone where the settings are a force’s: %s', async (name, args, undone) => {
    await storeFor('development');
    expect(await run(packageJson.scripts[name], { STORE: 'sqlite' }, args)).toEqual(
      refused('made for development', undone),
    );
  });

  it('puts no copy of development in the place of a force’s store, and no other way round', async () => {
    await storeFor('development');
    const undone = 'The backup could not be restored.';
    const kept = join(folder, 'kept.db');
    const from = ['--from', path];
    const ofAForce = { STORE: 'sqlite', SQLITE_PATH: kept };
    expect(await run(packageJson.scripts.restore, ofAForce, from)).toEqual(refused('made for development', undone));
    await openSqliteStore(kept).close();
    expect(await run(packageJson.scripts.restore, ofAForce, from)).toEqual(refused('made for development', undone));
    const inDevelopment = { CANDOUR_ENVIRONMENT: 'development' };
    const before = readFileSync(path);
    const { code, said } = await run(packageJson.scripts.restore, inDevelopment, ['--from', kept]);
    expect([code, said]).toEqual([1, expect.stringContaining('SQLITE_PATH')]);
    expect(readFileSync(path)).toEqual(before);
  });

  it('works on a store of development in development', async () => {
    await storeFor('development');
    const copied = await run(packageJson.scripts.backup, { CANDOUR_ENVIRONMENT: 'development' }, ['--to', 'copy.db']);
    expect(copied).toMatchObject({ code: 0, said: 'The copy is complete.\nThere are no files yet.\n' });
  });
});
