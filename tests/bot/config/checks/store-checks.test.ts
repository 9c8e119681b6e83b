import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkStartup } from '../../../../bot/config/checks/startup-checks.ts';
import { openSqliteStore } from '../../../../storage/sqlite/open-sqlite-store.ts';
import { forceEnvironment } from '../../../support/config/force-environment.ts';
import { createTemporaryFolder } from '../../../support/storage/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const told = async (more: Readonly<Record<string, string>> = {}) =>
  await checkStartup({ ...forceEnvironment(`${folder}/candour.db`), ...more });

describe('the place of an embedded store', () => {
  it('is no trouble where it can be made, or is ours already', async () => {
    expect(await told({ SQLITE_PATH: `${folder}/not/there/yet/candour.db` })).toEqual([]);
    await openSqliteStore(`${folder}/candour.db`, 'production').close();
    expect(await told()).toEqual([]);
  });

  it.each<[string, () => unknown, string]>([
    ['a folder', () => mkdirSync(`${folder}/candour.db`), 'SQLITE_PATH names a folder'],
    [
      'no database',
      () => writeFileSync(`${folder}/candour.db`, 'no database'),
      'SQLITE_PATH names a file that is not a database',
    ],
    ['of development', () => openSqliteStore(`${folder}/candour.db`, 'development').close(), 'made for development'],
  ])('is told where it is %s, and left alone', async (_, make, expected) => {
    await make();
    const troubles = await told();
    expect(troubles.map(({ sentence }) => sentence)).toEqual([expect.stringContaining(expected)]);
    expect(troubles[0]?.settings).toEqual(['SQLITE_PATH']);
  });

  it('is told where a file stands in its way; the place of files keeps no server from starting', async () => {
    writeFileSync(`${folder}/file`, '');
    const troubles = await told({ SQLITE_PATH: `${folder}/file/candour.db`, FILES_FOLDER: `${folder}/file/files` });
    expect(troubles.map(({ kind, settings }) => [kind, ...settings])).toEqual([['store', 'SQLITE_PATH']]);
  });

  it('is looked at beside settings that have nothing to do with it, and not where its own are wrong', async () => {
    mkdirSync(`${folder}/candour.db`);
    const named = async (more: Readonly<Record<string, string>>) =>
      (await told(more)).flatMap(({ settings }) => settings);
    expect(await named({ TENANT_ID: 'x' })).toEqual(['TENANT_ID', 'SQLITE_PATH']);
    expect(await named({ STORE: 'x' })).toEqual(['STORE']);
  });
});

describe('the address of a server', () => {
  it('is told where something else listens there, as no fault of the settings', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const troubles = await told({ PORT: port, HEALTH_PORT: '0', HEALTH_HOST: '192.0.2.1' });
    await new Promise((resolve) => server.close(resolve));
    expect(troubles.map(({ kind, settings }) => [kind, ...settings])).toEqual([
      ['other', 'HOST', 'PORT'],
      ['settings', 'HEALTH_HOST', 'HEALTH_PORT'],
    ]);
    expect(troubles.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('another program already listens there'),
      expect.stringContaining('HEALTH_HOST is not an address of this machine'),
    ]);
  });
});
