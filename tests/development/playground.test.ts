import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createWebServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { developmentPeople, developmentTeam, developmentTenantId } from '../../development/development-tenant.ts';
import { type Playground, playgroundConfigFolder, startPlayground } from '../../development/playground.ts';
import { importedPath } from '../support/imported-file.ts';

const botEndpoint = 'http://127.0.0.1:9/api/messages';
const person = z.object({ name: z.string(), aadObjectId: z.string() });
const served = z.object({
  config: z.object({
    tenantId: z.string(),
    currentUser: person,
    users: z.array(person),
    teams: z.array(
      z.object({ id: z.string(), name: z.string(), channels: z.array(z.object({ id: z.string(), name: z.string() })) }),
    ),
  }),
});

let configFolder: string;
let started: Playground | undefined;
beforeEach(async () => {
  configFolder = await mkdtemp(join(tmpdir(), 'candour-playground-'));
  await copyFile(join(playgroundConfigFolder, 'playground.yml'), join(configFolder, 'playground.yml'));
});
afterEach(async () => {
  await started?.stop();
  started = undefined;
  await rm(configFolder, { recursive: true, force: true });
});

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (reached: boolean) => () => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });

describe('the Playground of development', () => {
  it('knows the people, the tenant and the Alerts channel that the code knows', async () => {
    // Before it shows its configuration it waits for a bot, if only for one that says nothing.
    const silent = createWebServer((_, response) => response.end());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = z.object({ port: z.number() }).parse(silent.address());
    started = await startPlayground({ port: 0, botEndpoint: `http://127.0.0.1:${port}/api/messages`, configFolder });
    const { config } = served.parse(await (await fetch(`${started.url}/_internal/v1/config`)).json());
    expect(config.tenantId).toBe(developmentTenantId);
    const ids = [config.currentUser, ...config.users].map(({ name, aadObjectId }) => [name, aadObjectId]);
    expect(ids).toEqual([
      ['Staff member', developmentPeople.staff],
      ['ACU handler', developmentPeople.handler],
      ['Identity custodian', developmentPeople.custodian],
      ['Reserve handler', developmentPeople.reserve],
      ['Admin', developmentPeople.admin],
      ['Summary reader', developmentPeople.summaryReader],
    ]);
    expect(config.teams).toEqual([
      {
        id: developmentTeam.id,
        name: developmentTeam.name,
        channels: [
          { id: developmentTeam.id, name: 'General' },
          { id: developmentTeam.alertsChannelId, name: 'Alerts' },
        ],
      },
    ]);
    silent.close();
    silent.closeAllConnections();
  });

  it('is reached at 127.0.0.1 alone, and writes no log', async () => {
    started = await startPlayground({ port: 0, botEndpoint, configFolder });
    const port = Number(new URL(started.url).port);
    expect(await reaches('127.0.0.1', port)).toBe(true);
    // A server on every interface would answer here as well.
    expect(await reaches('127.0.0.2', port)).toBe(false);
    await started.stop();
    await started.stop();
    expect(await reaches('127.0.0.1', port)).toBe(false);
    expect(await readdir(configFolder)).toEqual(['playground.yml']);
  });

  it('refuses a port that something else has', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = z.object({ port: z.number() }).parse(other.address());
    await expect(startPlayground({ port, botEndpoint, configFolder })).rejects.toMatchObject({ code: 'port-taken' });
    await new Promise((resolve) => other.close(resolve));
  });

  it('says so when it ends before it is ready', async () => {
    const file = join(configFolder, 'playground.yml');
    const four = (await readFile(file, 'utf8')).replace(/.*Summary reader.*\n/, '');
    await writeFile(file, four);
    await expect(startPlayground({ port: 0, botEndpoint, configFolder })).rejects.toMatchObject({ code: 'ended' });
  });

  it('gives up when it is not ready in time', async () => {
    const late = startPlayground({ port: 0, botEndpoint, configFolder, timeoutMs: 1 });
    await expect(late).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('ends when the process that started it is killed', async () => {
    const code = `
      import { ${startPlayground.name} as start } from ${JSON.stringify(importedPath(() => import('../../development/playground.ts'), import.meta.url))};
      const { url } = await start(${JSON.stringify({ port: 0, botEndpoint, configFolder })});
      process.stdout.write(url, () => process.kill(process.pid, 'SIGKILL'));`;
    const url = await new Promise<string>((resolve) => {
      execFile(process.execPath, ['--no-warnings', '--input-type=module', '-e', code], (_, stdout) => resolve(stdout));
    });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const port = Number(new URL(url).port);
    // A connection to it, if there still is one to be had, ends with it.
    await new Promise((resolve) => connect({ host: '127.0.0.1', port }).once('error', resolve).once('close', resolve));
    expect(await reaches('127.0.0.1', port)).toBe(false);
  });
});
