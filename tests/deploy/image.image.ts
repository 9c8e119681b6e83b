import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureDevelopmentKeys } from '../../development/development-keys.ts';
import { startMicrosoft, type Microsoft } from '../fakes/microsoft.ts';
import { buildArtefact } from '../support/deploy/built-artefact.ts';
import { assertImageTools, createImageBuilder, type ImageConfig, startInImage } from '../support/deploy/image-tools.ts';
import { installNodeStub } from '../support/deploy/node-stub.ts';
import { newAppId, createBotSettings, tenantId } from '../support/journeys/bot-settings.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const image = 'localhost/candour:test';
const standIn = 'localhost/node-stand-in';
let refusedTag: string | undefined;
let refused: string | undefined;
let config: ImageConfig;
let files: string;
let size: string;
let data: string;
let microsoft: Microsoft;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  assertImageTools();
  const folder = createTemporaryFolder();
  const made = await buildArtefact(join(folder, 'candour'), {});
  const archive = readdirSync(made).find((name) => name.endsWith('.tar.gz')) ?? '';
  execFileSync('tar', ['-xzf', join(made, archive), '-C', folder]);
  const context = join(folder, archive.replace('.tar.gz', ''));
  const recipe = join(context, 'deploy', 'Containerfile');
  const builder = createImageBuilder(join(folder, 'images'));
  installNodeStub(join(folder, 'node'));
  expect(builder.build(standIn, join(folder, 'node'), join(folder, 'node', 'Containerfile'))).toBeUndefined();
  refusedTag = builder.build(image, context, recipe, `NODE_IMAGE=${standIn}:latest`);
  refused = builder.build(image, context, recipe, `NODE_IMAGE=${standIn}@${builder.getDigest(standIn)}`);
  expect(refused).toBeUndefined();
  config = builder.getConfig(image);
  size = builder.getSize(image);
  files = builder.mount(image);

  data = join(folder, 'data');
  mkdirSync(data);
  microsoft = await startMicrosoft({ tenantId, appId: newAppId() });
  const { recipients } = await ensureDevelopmentKeys(createTemporaryFolder());
  const { issuer } = microsoft;
  const serviceUrl = 'http://127.0.0.1:9/';
  const given = createBotSettings({ door: 'dialog', folder: '/data', serviceUrl, issuer, store: 'sqlite', recipients });
  const settings = Object.entries(given).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  environment = { ...Object.fromEntries(settings), PORT: '0', HOST: '127.0.0.1' };
  chownSync(data, 0, 0);
  // Whatever runs an image makes these two, as places for what is the system's.
  for (const place of ['proc', 'dev']) mkdirSync(join(files, place), { recursive: true });
});
afterAll(() => microsoft?.stop());

describe('the image', () => {
  it('is not built on a tag, which can become another image', () => {
    expect(refusedTag).toContain('NODE_IMAGE must be named by its digest');
  });

  it('is under 160 MB, and says so', () => {
    process.stdout.write(`The image: ${size}.\n`);
    expect(Number(/^([\d.]+) MB$/u.exec(size)?.[1])).toBeLessThan(160);
  });

  it('runs as nobody in particular, with its data apart, and asks itself how it is', () => {
    expect(config).toMatchObject({
      User: '65532:65532',
      Entrypoint: ['/usr/local/bin/node', '/opt/candour/candour.mjs'],
      Cmd: ['serve'],
      Volumes: { '/data': {} },
      ExposedPorts: { '3978/tcp': {} },
      Healthcheck: { Test: ['CMD', '/usr/local/bin/node', '/opt/candour/candour.mjs', 'health'] },
    });
    expect(config.Env).toEqual(expect.arrayContaining(['HOST=0.0.0.0', 'SQLITE_PATH=/data/candour.db']));
    expect(config.Env).toContain('NODE_OPTIONS=--max-semi-space-size=16');
    expect(config.Labels).toMatchObject({ 'org.opencontainers.image.licenses': 'MIT' });
  });

  it('has no shell, no program but Node, and the licences of what it is made of', () => {
    const programs = readdirSync(files, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\/s?bin$/u.test(entry.parentPath))
      .map((entry) => entry.name);
    expect(programs).toEqual(['node']);
    for (const name of ['bin/sh', 'usr/bin/sh', 'bin/bash', 'etc/shadow'])
      expect(existsSync(join(files, name))).toBe(false);
    expect(readdirSync(join(files, 'licences')).length).toBeGreaterThan(1);
    expect(existsSync(join(files, 'opt/candour/THIRD-PARTY-LICENCES.txt'))).toBe(true);
    expect(existsSync(join(files, 'opt/candour/docs'))).toBe(false);
  });
});

describe('the image, with a root that nobody can write to and no capability', () => {
  it('serves the pages, says how it is, and ends well', async () => {
    const began = performance.now();
    const server = startInImage(files, data, config, config.Cmd, environment);
    let printed = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    }
    const ended = once(server, 'close').then(([code]) => Number(code));
    const port = await new Promise<string>((resolve, reject) => {
      server.stdout?.on('data', () => {
        const found = /"event":"started","port":(\d+)/u.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      });
      void ended.then(() => reject(new Error(`it ended: ${printed}`)));
    });
    const readyMs = performance.now() - began;
    const inside = execFileSync('pgrep', ['-f', '/usr/local/bin/node /opt/candour/candour.mjs serve'], {
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'))
      .find((status) => status.startsWith('Name:\tnode') || /^Name:\s+MainThread/u.test(status));
    expect(/^CapEff:\s+(\w+)/mu.exec(inside ?? '')?.[1]).toMatch(/^0+$/u);
    expect(/^NoNewPrivs:\s+(\d)/mu.exec(inside ?? '')?.[1]).toBe('1');
    const residentKb = Number(/^VmRSS:\s+(\d+)/mu.exec(inside ?? '')?.[1]);
    process.stdout.write(`Ready in ${Math.round(readyMs)} ms, ${Math.round(residentKb / 1_024)} MiB in memory.\n`);

    for (const path of ['/tab/', '/guidance/cy', '/privacy']) {
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200);
    }
    expect((await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST' })).status).toBe(401);
    const asked = startInImage(files, data, config, ['health'], { ...environment, PORT: port });
    const [code] = await once(asked, 'close');
    expect(Number(code)).toBe(0);
    process.kill(Number(/^Pid:\s+(\d+)/mu.exec(inside ?? '')?.[1]), 'SIGTERM');
    expect(await ended).toBe(0);
    expect(printed).toContain('"event":"stopped"');
    expect(readdirSync(data)).toContain('candour.db');
  });

  it('cannot write beside its data', async () => {
    const elsewhere = { ...environment, SQLITE_PATH: '/opt/candour/candour.db' };
    const server = startInImage(files, data, config, config.Cmd, elsewhere);
    let complained = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => (complained += text));
    const [code] = await once(server, 'close');
    expect([Number(code), complained.includes('SQLITE_PATH')]).toEqual([69, true]);
  });
});
