import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { readinessAddress } from '../../bot/config/readiness-address.ts';
import { startLoopbackServer } from '../fakes/loopback-server.ts';
import { importedPath } from '../support/imported-file.ts';

const program = importedPath(() => import('../../cli/candour.ts'), import.meta.url);

/** What the command prints and ends with, told nothing but the server's settings. */
async function asked(settings: Readonly<Record<string, string>>) {
  const run = promisify(execFile)(process.execPath, ['--no-warnings', program, 'health'], { env: settings });
  return await run.then(
    ({ stdout, stderr }) => [0, stdout, stderr],
    (error: { code: number; stdout: string; stderr: string }) => [error.code, error.stdout, error.stderr],
  );
}

it.each([
  ['a server that can do its work', 200, [0, 'ready\n', '']],
  ['one whose store is away', 503, [1, 'not ready\n', '']],
])('npm run health says of %s how it is, and ends by that', async (_, status, said) => {
  const server = await startLoopbackServer(({ path }) => ({
    kind: 'answer',
    status: path === '/readyz' ? status : 404,
    body: { trouble: 'said by the server alone' },
  }));
  try {
    const port = String(server.port);
    expect(await asked({ PORT: port })).toEqual(said);
    expect(await asked({ PORT: '1', HOST: '0.0.0.0', HEALTH_PORT: port })).toEqual(said);
  } finally {
    await server.stop();
  }
});

it('npm run health says where nothing answers, and which setting nobody can ask by', async () => {
  expect(await asked({ PORT: '1' })).toEqual([1, 'no answer\n', '']);
  const [code, said, complained] = await asked({ PORT: '0' });
  expect([code, said]).toEqual([1, '']);
  expect(complained).toContain('PORT (a port');
});

it.each([
  [{ HOST: '0.0.0.0', PORT: '80' }, 'http://127.0.0.1:80/readyz'],
  [{ HOST: '::', PORT: '80' }, 'http://[::1]:80/readyz'],
  [{ HOST: '::1', PORT: '80' }, 'http://[::1]:80/readyz'],
  [{ HOST: '10.0.0.4', PORT: '80', HEALTH_PORT: '81' }, 'http://127.0.0.1:81/readyz'],
  [{}, 'http://127.0.0.1:3978/readyz'],
])('with %j it is %s that is asked', (settings, address) => {
  expect(readinessAddress(settings)).toBe(address);
});
