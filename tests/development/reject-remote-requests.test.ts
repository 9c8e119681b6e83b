import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playgroundConfigFolder, type Playground, startPlayground } from '../../development/playground.ts';
import { loopbackOnlyMessage } from '../../bot/http/restrict-to-loopback.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { rawRequest } from '../support/http/raw-request.ts';

let development: RunningBot;
let production: RunningBot;
let playground: Playground;
beforeAll(async () => {
  [development, production] = await Promise.all([startBot({ entryPoint: 'chat' }), startBot({ entryPoint: 'dialog' })]);
  playground = await startPlayground({
    port: 0,
    botEndpoint: development.endpoint(),
    configFolder: playgroundConfigFolder,
  });
});
afterAll(() => Promise.all([development.stop(), production.stop(), playground.stop()]));

const body = JSON.stringify({ person: 'handler' });
/** Sends a request with these lines as they are, and gives its status and all that came back. */
async function ask(at: string, asked: string, lines: readonly string[]): Promise<{ status: number; answer: string }> {
  const head = [`${asked} HTTP/1.1`, ...lines, 'Connection: close', `Content-Length: ${body.length}`];
  const answer = await rawRequest(Number(new URL(at).port), `${head.join('\r\n')}\r\n\r\n${body}`);
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /u.exec(answer)?.[1]), answer };
}

const routes = [
  'POST /api/messages',
  'GET /',
  'GET /privacy',
  'GET /healthz',
  'GET /readyz',
  'GET /tab',
  'GET /tab/assets/none.js',
  'POST /tab/api/me',
  'POST /tab/api/report.begin',
  'GET /development/teams',
  'POST /development/token',
  'GET /nowhere',
  'OPTIONS /development/token',
];

/** What reaches this machine from another, or from a page that another could have written. */
const others: readonly (readonly [string, readonly string[]])[] = [
  ['X-Forwarded-For', ['Host: localhost', 'X-Forwarded-For: 203.0.113.9']],
  ['X-Forwarded-Host that names this machine', ['Host: localhost', 'X-Forwarded-Host: localhost']],
  ['an empty X-Forwarded-Proto, in capitals', ['Host: localhost', 'X-FORWARDED-PROTO:']],
  ['Forwarded', ['Host: localhost', 'Forwarded: for=127.0.0.1;host=localhost']],
  ['Via', ['Host: localhost', 'Via: 1.1 tunnel']],
  ['X-Real-IP', ['Host: localhost', 'X-Real-IP: 127.0.0.1']],
  ['the name of a tunnel', ['Host: candour.example.org']],
  ['a name that begins like ours', ['Host: localhost.example.org']],
  ['an address of every interface', ['Host: 0.0.0.0:3978']],
  ['a name with a user in it', ['Host: localhost@example.org']],
  ['an empty name', ['Host:']],
  ['two names', ['Host: localhost', 'Host: example.org']],
  ['a page of another address', ['Host: localhost', 'Origin: https://example.org']],
  ['a page of no address', ['Host: localhost', 'Origin: null']],
];

describe('development', () => {
  it.each(others)('answers nothing to a request with %s, on no route', async (_, lines) => {
    for (const route of routes) {
      const { status, answer } = await ask(development.endpoint(), route, lines);
      // Two names are refused by Node itself.
      expect([route, [400, 403].includes(status)]).toEqual([route, true]);
      expect(answer).not.toContain('"token"');
    }
  });

  it('says why in one sentence, and in the log without a word of the request', async () => {
    const { answer } = await ask(development.endpoint(), 'GET /tab', ['Host: candour.example.org']);
    expect(answer).toContain(loopbackOnlyMessage);
    expect(development.log.at(-1)).toContain('"event":"activityRefused","reason":"forwarded"');
    expect(development.log.join('')).not.toContain('candour.example.org');
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', 'localhost:3978'])(
    'answers this machine by the name %s',
    async (name) => {
      const lines = [`Host: ${name}`, `Origin: http://${name}`];
      expect((await ask(development.endpoint(), 'POST /development/token', lines)).status).toBe(200);
      expect((await ask(development.endpoint(), 'GET /healthz', lines)).status).toBe(200);
    },
  );

  it.each(others)('lets nobody with %s to the Playground, nor to its wire', async (_, lines) => {
    const wire = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
    for (const route of ['GET /', 'GET /_internal/v1/config', 'POST /_conversation/v1/invoke']) {
      expect([400, 403]).toContain((await ask(playground.url, route, lines)).status);
    }
    const head = ['GET /_notification HTTP/1.1', ...lines, 'Connection: Upgrade', ...wire];
    const answer = await rawRequest(Number(new URL(playground.url).port), `${head.join('\r\n')}\r\n\r\n`);
    expect(answer).not.toMatch(/^HTTP\/1\.1 (?:101|2)/u);
  });

  it('has a Playground that this machine reaches', async () => {
    expect((await ask(playground.url, 'GET /', ['Host: localhost'])).status).toBe(200);
  });
});

describe('production', () => {
  it('is reached through a proxy, by its name', async () => {
    const lines = ['Host: candour.example.org', 'X-Forwarded-For: 203.0.113.9', 'Forwarded: proto=https', 'Via: 1.1 x'];
    expect((await ask(production.endpoint(), 'GET /tab', lines)).status).toBe(200);
  });
});
