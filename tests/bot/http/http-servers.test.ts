import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { startBot } from '../../support/journeys/running-bot.ts';
import { messageActivity, newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { rawRequest } from '../../support/http/raw-request.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const mark = 'words-of-somebody-7c1f';
const bot = setUpSharedBot({ entryPoint: 'dialog' });

const root = () => new URL('/', bot.endpoint()).href;
const port = () => Number(new URL(bot.endpoint()).port);
const post = async (body: BodyInit, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(bot.endpoint(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: await bot.authorization(), ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
};
const get = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(new URL(path, root()), init);
  return { status: response.status, body: await response.text(), headers: response.headers };
};
const activity = () => messageActivity(createTeamsClient(bot, newPerson()).surroundings(), 'hello');
const stands = async () => (await get('/healthz')).status;
const neutralBody = /^(\{"code":"[a-zA-Z]+"\})?$/u;

describe('a connection', () => {
  it('stays open for longer than a proxy in front keeps it, so that no step comes on one that is just being closed', async () => {
    const { headers } = await get('/healthz');
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });
});

describe('a request that no client of Teams sends', () => {
  it.each([
    ['an address that cannot be read', 'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['a Host that cannot be read', 'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'],
    ['a Host with a space', `GET /healthz HTTP/1.1\r\nHost: a b:${mark}\r\nConnection: close\r\n\r\n`],
    ['no HTTP at all', `${mark}\r\n\r\n`],
    ['an odd method', `BREW /api/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    ['two lengths', 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
    ['a path with a broken escape', `GET /%zz${mark} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    ['a very long header', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('with %s is refused without a word of it, and the server stands', async (_, request) => {
    const answer = await rawRequest(port(), request);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u);
    expect(answer).not.toContain(mark);
    expect(await stands()).toBe(200);
  });

  it.each([
    ['no JSON', `{"text":"${mark}"`, 400],
    ['nothing', '', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['a text', `"${mark}"`, 400],
    ['an activity without a sender', JSON.stringify({ type: 'message', text: mark }), 400],
    ['an odd type', JSON.stringify({ type: mark }), 400],
    ['more than any card can send', JSON.stringify({ text: mark.repeat(60_000) }), 413],
  ])('as %s is refused in a word', async (_, body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(neutralBody);
    expect(await stands()).toBe(200);
  });

  it.each([
    ['from', 7],
    ['conversation', 'x'],
    ['serviceUrl', mark],
    ['type', null],
    ['membersAdded', {}],
    ['entities', 'x'],
    ['channelData', 1],
    ['text', {}],
    ['locale', []],
    ['channelId', ''],
  ])('as an activity with another kind of %s is refused in a word', async (field, value) => {
    const answer = await post(JSON.stringify({ ...activity(), [field]: value }));
    expect(answer).toEqual({ status: 400, body: '{"code":"notAnActivity"}' });
  });

  it('compressed is refused, whether it can be unpacked or not', async () => {
    for (const body of [gzipSync(JSON.stringify(activity())), Buffer.from(mark)]) {
      const answer = await post(new Uint8Array(body), { 'content-encoding': 'gzip' });
      expect(answer).toEqual({ status: 415, body: '{"code":"encoded"}' });
    }
    expect(await stands()).toBe(200);
  });

  it('of another content type is read as what it is: an activity or nothing', async () => {
    for (const type of ['text/plain', 'multipart/form-data', 'application/octet-stream', 'x']) {
      expect((await post(JSON.stringify(activity()), { 'content-type': type })).status).toBe(200);
      expect(await post(mark, { 'content-type': type })).toMatchObject({ status: 400 });
    }
  });

  it('that ends in the middle of its body ends nothing else', async () => {
    const authorization = await bot.authorization();
    const socket = rawRequest(
      port(),
      `POST /api/messages HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Length: 5\r\nConnection: close\r\n\r\nx`,
      '\r\n\r\n\r\n\r\n',
    );
    expect(await socket).toMatch(/^HTTP\/1\.1 400 /u);
    expect(await stands()).toBe(200);
  });

  it.each(['/unknown', '/api', '/api/messages/', '/.env', `/${mark}`, '/privacy/../x', '/constructor'])(
    'for %s is answered with a status alone',
    async (path) => {
      const answer = await get(path);
      expect([400, 404, 405]).toContain(answer.status);
      expect(answer.body).toMatch(neutralBody);
    },
  );

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('by %s on the door of the bot is not allowed', async (method) => {
    expect(await get('/api/messages', { method })).toMatchObject({ status: 405, body: '{"code":"notAnswered"}' });
  });

  it('is logged by its reason alone', () => {
    const log = bot.log.join('');
    for (const reason of ['url', 'shape', 'size']) expect(log).toContain(`"reason":"${reason}"`);
    expect(log).not.toContain(mark);
  });
});

describe('every answer', () => {
  it.each(['/', '/healthz', '/readyz', '/privacy', '/terms', '/support', '/unknown'])(
    'at %s forbids what it can',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('strict-transport-security')).toContain('max-age=');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );
});

describe('the health checks', () => {
  it('say alive and ready', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, body: '{"status":"alive"}' });
    expect(await get('/readyz')).toMatchObject({ status: 200, body: '{"status":"ready"}' });
  });

  it('say alive and not ready where the store is broken, and no more', async () => {
    const broken = await startBot({ entryPoint: 'dialog' });
    await broken.store().close();
    const ask = async (path: string) => {
      const response = await fetch(new URL(path, broken.endpoint()));
      return [response.status, await response.text()];
    };
    expect(await ask('/healthz')).toEqual([200, '{"status":"alive"}']);
    expect(await ask('/readyz')).toEqual([503, '{"status":"notReady"}']);
    await broken.stop();
  });
});

describe('the pages that the app package links to', () => {
  it.each([
    ['/', 'Report a concern in confidence', 'Rhoi gwybod am bryder yn gyfrinachol'],
    ['/privacy', 'Privacy', 'Preifatrwydd'],
    ['/terms', 'Terms of use', 'Telerau defnyddio'],
    ['/support', 'Support', 'Cefnogaeth'],
  ])('open at %s in both languages without signing in', async (path, en, cy) => {
    const { status, body, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(body).toContain(`<section lang="en" id="en">\n<h2>${en}</h2>`);
    expect(body).toContain(`<section lang="cy" id="cy">\n<h2>${cy}</h2>`);
    expect(body).not.toContain('<script');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/u);
    expect(bot.log.join('')).not.toContain(path === '/' ? 'GET' : path.slice(1));
  });
});
