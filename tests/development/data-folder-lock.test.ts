import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { z } from 'zod';
import { assertNoServerRunning, lockDataFolder } from '../../development/data-folder-lock.ts';
import { startDevelopment } from '../../development/start-development.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { importedPath } from '../support/imported-file.ts';
import { nodeArguments } from '../support/npm-script.ts';

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (settings: Readonly<Record<string, string>> = {}) =>
  startDevelopment(() => undefined, {
    SQLITE_PATH: join(folder, 'candour.db'),
    PORT: '0',
    PLAYGROUND_PORT: '0',
    ...settings,
  });

describe('a data folder of development', () => {
  it('is one server’s: another is refused before it makes anything there', async () => {
    const held = lockDataFolder(folder);
    await expect(start()).rejects.toMatchObject({ code: 'running' });
    expect(existsSync(join(folder, 'candour.db'))).toBe(false);
    held.release();
  });

  it('is open to commands beside its server', async () => {
    const held = lockDataFolder(folder);
    const fill = nodeArguments(packageJson.scripts['fill-weeks']);
    const command = spawn(process.execPath, ['--no-warnings', ...fill], {
      cwd: folder,
      env: { ...childEnvironment, SQLITE_PATH: join(folder, 'candour.db') },
    });
    expect(await once(command, 'close')).toEqual([0, null]);
    held.release();
  });

  it('is free again once a start has failed', async () => {
    const other = createServer();
    await new Promise<void>((settle) => other.listen(0, '127.0.0.1', settle));
    const { port } = z.object({ port: z.number() }).parse(other.address());
    await expect(start({ PORT: `${port}` })).rejects.toMatchObject({ settings: ['HOST', 'PORT'] });
    await new Promise((settle) => other.close(settle));
    assertNoServerRunning(folder);
  });

  it('says so where its store goes on and its secret was removed', async () => {
    await (await start()).stop();
    rmSync(join(folder, 'carried-state.secret'));
    await expect(start()).rejects.toMatchObject({
      code: 'secret',
      message: expect.stringContaining(
        `The store ${join(folder, 'candour.db')} was used today with a CARRIED_STATE_SECRET other than`,
      ),
    });
  });

  it('is free again once the process that had it was killed', async () => {
    const lock = importedPath(() => import('../../development/data-folder-lock.ts'), import.meta.url);
    const code = `
      import { ${lockDataFolder.name} as hold } from ${JSON.stringify(lock)};
      const held = hold(${JSON.stringify(folder)});
      setInterval(() => held, 1_000);
      console.log('held');`;
    const server = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', code]);
    await once(server.stdout, 'data');
    expect(() => lockDataFolder(folder)).toThrow('Another "npm start"');
    server.kill('SIGKILL');
    await once(server, 'close');
    lockDataFolder(folder).release();
  });
});
