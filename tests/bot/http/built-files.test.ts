import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'restify';
import { publicStyleDigest } from '../../../bot/http/public-layout.ts';
import { serveTabFiles } from '../../../bot/http/built-files-routes.ts';
import { readBuiltFiles, tabFolders } from '../../../bot/http/built-files.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import type { BuildFolders } from '../../../contract/build-metadata.ts';
import { tabHosts } from '../../../bot/config/tab-hosts.ts';
import { type RunningBot, startBot } from '../../support/journeys/running-bot.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { rawRequest } from '../../support/http/raw-request.ts';

const mark = 'words-of-somebody-5d2e';
const notAnswered = '{"code":"notAnswered"}';
/** Teams' own of Microsoft's list for tabs: learn.microsoft.com, "Tab requirements". */
const teamsHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.teams.cloud.microsoft',
];
/** The rest of it, for Outlook and Microsoft 365. */
const otherHosts = [
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

let production: RunningBot;
let development: RunningBot;
beforeAll(async () => {
  [production, development] = await Promise.all([startBot({ entryPoint: 'dialog' }), startBot({ entryPoint: 'chat' })]);
});
afterAll(() => Promise.all([production.stop(), development.stop()]));

const portOf = (bot: Pick<RunningBot, 'endpoint'>) => Number(new URL(bot.endpoint()).port);

/** What an address is answered with, as it comes over the wire: nothing is unpacked. */
async function get(bot: Pick<RunningBot, 'endpoint'>, path: string, ...lines: readonly string[]) {
  const head = [
    `GET ${path} HTTP/1.1`,
    ...lines,
    'Connection: close',
    ...(lines.length > 0 ? [] : ['Host: localhost']),
  ];
  const answer = await rawRequest(portOf(bot), `${head.join('\r\n')}\r\n\r\n`);
  const end = answer.indexOf('\r\n\r\n');
  const [first = '', ...headers] = answer.slice(0, end).split('\r\n');
  return {
    status: Number(first.split(' ')[1]),
    headers: new Headers(
      headers.map((line): [string, string] => [line.split(': ')[0] ?? '', line.replace(/^[^:]*: /u, '')]),
    ),
    bytes: Buffer.from(answer.slice(end + 4), 'latin1'),
    answer,
  };
}
const page = async (bot: RunningBot) => (await get(bot, '/tab')).bytes.toString('utf8');

/** A policy by its directives. */
const policyIn = (headers: Headers): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
/** The names under which the page loads its files, as it says itself. */
const loaded = (html: string): readonly string[] =>
  [...html.matchAll(/(?:src|href)="([^"]+)"/gu)].flatMap(([, path]) => path ?? []);

describe('the page of the tab', () => {
  it.each(['/tab', '/tab/', '/tab/?page=report'])('is handed out at %s, kept by nobody', async (path) => {
    const { status, headers, bytes } = await get(production, path);
    expect([status, bytes.toString('utf8')]).toEqual([200, readBuiltFiles(tabFolders)?.index]);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('may run its own scripts alone, and speak to its own server alone', async () => {
    const { headers } = await get(production, '/tab');
    const { 'frame-ancestors': _, ...policy } = policyIn(headers);
    expect(policy).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      // An empty style element, which Fluent fills by rule, and that of the public pages, which the preview shows.
      'style-src': ["'self'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", publicStyleDigest],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'frame-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
  });

  it('has no script, style or handler in itself, and nothing of another server', async () => {
    for (const bot of [production, development]) {
      const html = await page(bot);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=|javascript:|<base|<iframe/iu);
      expect(loaded(html).filter((path) => !/^\/tab\/assets\/[\w.-]+$/u.test(path))).toEqual([]);
      expect(loaded(html).length).toBeGreaterThan(3);
    }
  });

  it('may be framed by Teams’ hosts alone, in development by the page that stands in for them as well', async () => {
    const { headers } = await get(production, '/tab');
    expect(policyIn(headers)['frame-ancestors']).toEqual(teamsHosts);
    // It knows one host, and would win where a browser does not know the policy.
    expect(headers.get('x-frame-options')).toBeNull();
    const { headers: there } = await get(development, '/tab');
    expect(policyIn(there)['frame-ancestors']).toEqual(["'self'", ...teamsHosts]);
  });

  it('is for Teams alone, or for Outlook and Microsoft 365 as well: frames and tokens by one setting', async () => {
    const everywhere = await startBot({ entryPoint: 'dialog', environment: { TAB_HOSTS: 'microsoft365' } });
    const answered = async (bot: RunningBot, azp: string): Promise<number> => {
      const person = { objectId: developmentPeople.handler, claims: { azp } };
      return (await bot.tab(person).send('report.begin', {})).status;
    };
    const { headers } = await get(everywhere, '/tab');
    expect(policyIn(headers)['frame-ancestors']).toEqual([...teamsHosts, ...otherHosts]);
    for (const azp of tabHosts.microsoft365.clients) {
      const isTeams = tabHosts.teams.clients.includes(azp);
      expect([azp, await answered(everywhere, azp)]).not.toEqual([azp, 401]);
      expect((await answered(production, azp)) === 401).toBe(!isTeams);
    }
    await everywhere.stop();
  });

  it('is told in development alone that its host is a stand-in', async () => {
    const meta = '<meta name="candour-host" content="development" />';
    expect(await page(production)).not.toContain('candour-host');
    expect((await page(development)).replace(meta, '')).toBe(await page(production));
  });
});

describe('a page that was not built', () => {
  it('is none, and whoever asks for it is told what to do', async () => {
    const folder = createTemporaryFolder();
    const files = readBuiltFiles({ built: folder, previous: join(folder, 'before') });
    expect(files).toBeUndefined();
    const server = createServer();
    serveTabFiles(server, files, { development: true, framedBy: [] });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { status, headers, bytes } = await get({ endpoint: () => server.url }, '/tab');
    expect([status, headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(bytes.toString('utf8')).toContain('npm run build');
    server.close();
  });
});

/** Two builds with these files, each of which holds the name of its folder. */
function twoBuilds(built: readonly string[], before: readonly string[]): BuildFolders {
  const folder = createTemporaryFolder();
  const folders = { built: join(folder, 'tab'), previous: join(folder, 'tab-before') };
  for (const [place, names] of [
    [folders.built, built],
    [folders.previous, before],
  ] as const) {
    mkdirSync(join(place, 'assets'), { recursive: true });
    for (const name of names) writeFileSync(join(place, 'assets', name), place);
    writeFileSync(join(place, 'index.html'), `<html><head></head>${names.join()}`);
  }
  return folders;
}

describe('a page that was opened before a new build', () => {
  it('finds its files among those that are handed out, and never in place of those of the build itself', () => {
    const folders = twoBuilds(['new.js', 'both.js'], ['old.js', 'both.js']);
    const files = readBuiltFiles(folders);
    expect([...(files?.assets.keys() ?? [])].toSorted()).toEqual(['both.js', 'new.js', 'old.js']);
    expect(files?.assets.get('both.js')?.bytes.toString()).toBe(folders.built);
    expect(files?.index).toContain('new.js');
    rmSync(folders.previous, { recursive: true });
    expect([...(readBuiltFiles(folders)?.assets.keys() ?? [])].toSorted()).toEqual(['both.js', 'new.js']);
  });

  it('learns from every answer, also from a refusal and from a file that is gone, which build is handed out', async () => {
    const build = /<meta name="candour-build" content="([\w-]{16})" \/>/u.exec(await page(production))?.[1];
    expect(build).toBeDefined();
    const gone = await get(production, '/tab/assets/gone-12345678.js');
    expect([gone.status, gone.headers.get('candour-build'), gone.headers.get('cache-control')]).toEqual([
      404,
      build,
      'no-store',
    ]);
    const tab = production.tab({ objectId: developmentPeople.handler });
    for (const [body, token] of [[{}], [{ odd: true }], [{}, 'Bearer none']] as const) {
      expect((await tab.send('me', body, token)).headers.get('candour-build')).toBe(build);
    }
  });

  it('is of another build where anything in it changed', () => {
    const names = [['a.js'], ['a.js'], ['b.js']].map((built) => readBuiltFiles(twoBuilds(built, []))?.build);
    expect(names[0]).toBe(names[1]);
    expect(names[2]).not.toBe(names[0]);
  });
});

describe('everything else', () => {
  it.each([
    '/',
    '/privacy',
    '/terms',
    '/healthz',
    '/readyz',
    '/api/tab/me',
    '/tab/assets/none.js',
    '/tab/x',
    '/unknown',
  ])('may be framed by nobody: %s', async (path) => {
    const { headers } = await get(production, path);
    expect(policyIn(headers)).toMatchObject({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });
  });

  it('of the API may be framed by nobody, and is kept by nobody, whether it is answered or refused', async () => {
    for (const body of [{}, { odd: true }]) {
      const { headers } = await production.tab({ objectId: developmentPeople.handler }).send('me', body);
      expect(policyIn(headers)).toMatchObject({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('a file of the tab', () => {
  const built = readBuiltFiles(tabFolders)?.assets ?? new Map<never, never>();
  const types = {
    js: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
    ttf: 'font/ttf',
  } as const;

  it('that the page loads is there', async () => {
    for (const path of loaded(await page(production))) expect((await get(production, path)).status).toBe(200);
  });

  it.each(Object.entries(types))(
    'that ends in %s is kept for good, plain or compressed as it is taken',
    async (ending, type) => {
      const [name, file] = [...built].find(([one]) => one.endsWith(`.${ending}`)) ?? [];
      if (name === undefined || file === undefined) throw new Error(`there is no file that ends in ${ending}`);
      // Its name holds a digest of what is in it.
      expect(name).toMatch(/-[\w-]{8}\.\w+$/u);
      for (const takes of ['Accept-Encoding: gzip', 'Accept-Encoding: br, gzip;q=0.5', 'Accept-Encoding: br', 'X: x']) {
        const { status, headers, bytes } = await get(production, `/tab/assets/${name}`, 'Host: x', takes);
        expect([status, headers.get('content-type')]).toEqual([200, type]);
        expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect(headers.get('vary')).toBe('Accept-Encoding');
        expect(headers.get('content-length')).toBe(`${bytes.length}`);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        const packed = takes.includes('gzip');
        expect(headers.get('content-encoding')).toBe(packed ? 'gzip' : null);
        expect((packed ? gunzipSync(bytes) : bytes).equals(file.bytes)).toBe(true);
        if (packed && file.bytes.length > 1_000) expect(bytes.length).toBeLessThan(file.bytes.length);
      }
    },
  );

  it('is handed out without where it came from', () => {
    for (const [name, { bytes }] of built) {
      expect({ name, map: name.endsWith('.map') || bytes.includes('sourceMappingURL') }).toEqual({ name, map: false });
    }
  });

  it.each([
    'none.js',
    `${mark}.js`,
    '',
    '.',
    '..',
    '../index.html',
    '..%2findex.html',
    '..%2f..%2f..%2fpackage.json',
    '..%2f.vite%2fmanifest.json',
    '..%5cindex.html',
    '%2e%2e/index.html',
    '%2e%2e%2f%2e%2e%2fbot%2fserver.ts',
    '%252e%252e%252findex.html',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'index.html%00.js',
    `${mark}%0d%0aX-Injected:%20${mark}`,
    '__proto__',
    'constructor',
    'get',
    'size',
    '%zz',
    'a'.repeat(5_000),
  ])('that is not one of them is not there, and its name does not come back: %s', async (name) => {
    const { status, headers, bytes, answer } = await get(production, `/tab/assets/${name}`);
    // The way up to the page itself is the only one that leads anywhere.
    if (['.', '..'].includes(name)) expect([200, 404]).toContain(status);
    else expect([status, bytes.toString('utf8')]).toEqual([404, notAnswered]);
    expect(answer).not.toContain(mark);
    expect(headers.get('x-injected')).toBeNull();
  });

  it.each([
    '/tab/index.html',
    '/tab/.vite/manifest.json',
    '/tab/assets',
    '/tab/teams/teams-host.ts',
    '/dist/tab/index.html',
  ])('is not reached at %s', async (path) => {
    expect((await get(production, path)).bytes.toString('utf8')).toBe(notAnswered);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not answered to %s', async (method) => {
    const [first = ''] = loaded(await page(production));
    for (const path of ['/tab', first]) {
      const response = await fetch(new URL(path, production.endpoint()), { method });
      expect([response.status, await response.text()]).toEqual([405, notAnswered]);
    }
  });

  it('is of a kind that a page is made of: nothing else that lies in the folder is handed out', () => {
    const folders = twoBuilds(['page.js', 'page.js.map', '.env', 'notes.txt', 'page.html'], ['.env', 'old.html']);
    expect([...(readBuiltFiles(folders)?.assets.keys() ?? [])]).toEqual(['page.js']);
  });

  it('stands in no line of the log, whatever was asked for', () => {
    expect(production.log.join('')).not.toContain(mark);
  });
});

describe('the page that stands in for Teams', () => {
  const token = (bot: RunningBot, host: string, person: string = 'handler', ...lines: readonly string[]) => {
    const body = JSON.stringify({ person });
    const head = [`Host: ${host}`, ...lines, `Content-Length: ${body.length}`, 'Connection: close'];
    return rawRequest(portOf(bot), `POST /development/token HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body}`);
  };

  it('is not there in production, and no token is', async () => {
    const paths = [
      '/development',
      '/development/',
      '/development/teams',
      '/development/teams?language=cy',
      '/development/token',
    ];
    for (const path of paths) {
      const { status, bytes } = await get(production, path, `Host: 127.0.0.1:${portOf(production)}`);
      expect([status, bytes.toString('utf8')]).toEqual([404, notAnswered]);
    }
    const answer = await token(production, `127.0.0.1:${portOf(production)}`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /u);
    expect(answer.endsWith(`\r\n\r\n${notAnswered}`)).toBe(true);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]'])('is there in development, by the name %s', async (name) => {
    for (const host of [name, `${name}:${portOf(development)}`]) {
      const { status, headers, bytes } = await get(development, '/development/teams', `Host: ${host}`);
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(bytes.toString('utf8')).toContain('<iframe');
      const policy = policyIn(headers);
      expect(policy['frame-ancestors']).toEqual(["'none'"]);
      expect(policy['connect-src']).toEqual(["'self'"]);
      expect(policy['script-src']?.join()).toMatch(/^'nonce-[\w+/]{22}=='$/u);
      expect(await token(development, host)).toMatch(/^HTTP\/1\.1 200 [^]*\{"token":"[\w-]+\.[\w-]+\.[\w-]+"\}$/u);
    }
  });

  it.each([
    'example.org',
    'candour.example.org:443',
    '127.0.0.1.example.org',
    'localhost.example.org',
    'example.org:127.0.0.1',
    'xlocalhost',
    'localhost:3978x',
    '127.0.0.2',
    '127.1',
    '2130706433',
    '0.0.0.0',
    '[::]',
    '192.168.0.1',
    'LOCALHOST.',
    '',
  ])('is not there by the name %j, which another page could have been given, and no token is', async (host) => {
    const { bytes } = await get(development, '/development/teams', `Host: ${host}`);
    expect(bytes.toString('utf8')).not.toContain('<iframe');
    for (const forwarded of [[], ['X-Forwarded-Host: localhost'], ['Forwarded: host=localhost']]) {
      const answer = await token(development, host, 'handler', ...forwarded);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u);
      expect(answer).not.toContain('token');
    }
  });

  it('has no token for anybody whom it does not name', async () => {
    for (const person of ['', mark, '__proto__', 'constructor', 'toString', 'HANDLER']) {
      const answer = await token(development, 'localhost', person);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /u);
      expect(answer.endsWith(notAnswered)).toBe(true);
    }
    expect(await token(development, 'localhost', 'x'.repeat(5_000))).toMatch(/^HTTP\/1\.1 404 /u);
  });

  it('makes tokens that production takes from nobody', async () => {
    const answer = await token(development, 'localhost');
    const made = /"token":"([^"]+)"/u.exec(answer)?.[1] ?? '';
    expect(made).not.toBe('');
    const tab = production.tab({ objectId: developmentPeople.handler });
    expect(await tab.send('me', {}, `Bearer ${made}`)).toMatchObject({ status: 401, text: '{"code":"notSignedIn"}' });
  });
});
