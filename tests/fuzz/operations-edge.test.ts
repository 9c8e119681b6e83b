import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { developmentPeople } from '../../development/development-tenant.ts';
import { createTally } from '../support/access/tally.ts';
import { rawRequest } from '../support/http/raw-request.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { newRequestId } from '../support/journeys/tab-client.ts';
import { mark } from './mutations.ts';
import { openConnections } from './open-connections.ts';
import { operations, saved } from './recorded-operations.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import { tryAll } from './runs.ts';

const largestBody = 512 * 1024;
const odd = '{"code":"odd"}';
const tried = createTally();
const handler = { objectId: developmentPeople.handler };

let bot: RunningBot;
/** The answer to a body that was begun before all else, and never comes. */
let tooSlow: Promise<string>;
beforeAll(async () => {
  bot = await startBot({ entryPoint: 'dialog' });
  tooSlow = rawRequest(port(), `${await head('/api/tab/me')}Content-Length: 5000\r\n\r\n{`);
});
afterAll(async () => {
  await bot.stop();
  tried.print();
});

const port = () => Number(new URL(bot.endpoint()).port);
const bearer = async () => `Bearer ${await bot.entra.token(handler)}`;
/** The first lines of a request with a good token. */
const head = async (address: string, method = 'POST') =>
  `${method} ${address} HTTP/1.1\r\nHost: x\r\nAuthorization: ${await bearer()}\r\n`;
async function stands(): Promise<number> {
  const response = await fetch(new URL('/healthz', bot.endpoint()));
  await response.text();
  return response.status;
}

async function post(operation: string, body: BodyInit, headers: Readonly<Record<string, string>> = {}) {
  tried.add('bodies');
  bot.clock.forward(1_000);
  const response = await fetch(new URL(`/api/tab/${operation}`, bot.endpoint()), {
    method: 'POST',
    headers: { authorization: await bearer(), ...headers },
    body,
  });
  return [response.status, await response.text()] as const;
}

/** Sends a request as it is, on a connection of its own, and gives the status and the body; 0 where nothing comes. */
async function ask(start: string, ...headers: readonly string[]): Promise<readonly [number, string]> {
  tried.add('addresses, methods and headers');
  bot.clock.forward(1_000);
  const lines = [...headers, 'Content-Length: 2', 'Connection: close'].map((line) => `${line}\r\n`).join('');
  const answer = await rawRequest(port(), `${start}${lines}\r\n{}`);
  expect(answer).not.toContain(mark);
  const [first = '', ...rest] = answer.split('\r\n\r\n');
  return [Number(/^HTTP\/1\.1 (\d{3}) /u.exec(first)?.[1] ?? 0), rest.at(-1) ?? ''];
}

describe('a body', () => {
  it.each(['a', 'ŵ', '\u{1f6a8}'])('is read up to the limit, and refused a byte above it: of %j', async (letter) => {
    for (const [bytes, answers] of [
      [
        largestBody,
        [
          [200, '{"rows":[],"people":[]}'],
          [400, odd],
        ],
      ],
      [largestBody + 1, [[400, odd]]],
      [largestBody * 2, [[400, odd]]],
      [largestBody * 20, [[400, odd]]],
    ] as const) {
      // Line ends between the fields, which JSON does not count, and letters, which the contract does.
      const text = JSON.stringify({ text: 'x' });
      const blank = text.replace('{', `{${'\n'.repeat(bytes - Buffer.byteLength(text))}`);
      const letters = JSON.stringify({ text: letter.repeat((bytes - 20) / Buffer.byteLength(letter)) });
      const lettered = letters.replace('{', `{${'\n'.repeat(bytes - Buffer.byteLength(letters))}`);
      const given = await Promise.all(
        [blank, lettered].map((body) => post('cases.find', body).catch(() => [400, odd] as const)),
      );
      expect(given).toEqual([answers[0], answers.at(-1)]);
    }
    expect(await stands()).toBe(200);
  });

  it('that is one long seal is refused, whether it is nearly one or longer than any', async () => {
    const { caseId } = await saved(bot, {});
    const longest = 'A'.repeat(200_000);
    for (const [sealed, status] of [
      [createSealText('as long as one can be', 8, 131_072), 200],
      [longest, 400],
      [`${longest}AAAA`, 400],
      [`${longest.slice(1)}!`, 400],
      ['A'.repeat(400_000), 400],
      ['='.repeat(400_000), 400],
    ] as const) {
      const body = { caseId, request: newRequestId(), words: { for: 'handlers', sealed } };
      expect((await post('case.note', JSON.stringify(body)))[0]).toBe(status);
    }
  });

  it('that says it is longer than it is, or shorter, harms nobody', async () => {
    const start = `${await head('/api/tab/me')}Content-Length: `;
    const said = [`${start}100\r\n\r\n{}`, `${start}2\r\n\r\n{}{}{}`, `${start}99999999999999\r\n\r\n{}`];
    const open = await Promise.all(said.map((text) => openConnections(port(), 20, text)));
    tried.add('bodies', 60);
    expect(await post('me', '[]')).toEqual([400, odd]);
    for (const one of open) one.close();
  });

  it('that is compressed, cut off or without a token is refused in a word', async () => {
    expect(await post('me', '{}', { 'content-encoding': 'gzip' })).toEqual([400, odd]);
    expect(await post('me', mark.repeat(100), { authorization: mark })).toEqual([401, '{"code":"notSignedIn"}']);
    const cut = await openConnections(port(), 20, `${await head('/api/tab/me')}Content-Length: 5000\r\n\r\n${mark}`);
    await post('me', '{}');
    cut.close();
    await waitFor('the log to say so', () => bot.log.find((line) => line.includes('"reason":"cut"')));
    expect(await stands()).toBe(200);
  });
});

describe('an address', () => {
  /** How a name may be written that is read as it is without any of this. */
  const disguises: readonly ((name: string) => string)[] = [
    (name) => `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
    (name) => `${name}?${mark}=${mark}`,
    (name) => `${name}#${mark}`,
    (name) => `../tab/${name}`,
    (name) => `./${name}`,
    (name) => `${name}/`,
  ];
  it('that leads to an operation in a roundabout way leads to it alone', async () => {
    for (const disguise of disguises) {
      expect(await ask(await head(`/api/tab/${disguise('keys.publish')}`))).toEqual([400, odd]);
    }
  });

  const piece = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', ':operation', '*'),
    fc.constantFrom('.', '..', '%2e%2e', '..%2f', '%2f', '%5c', '%00', '%0d%0a', '%zz', '%', '%e0%a4%a', '%ff', '%25'),
    fc.constantFrom(...operations),
    fc.constantFrom(...operations).map((name) => name.toUpperCase()),
    fc.constantFrom(mark, mark.repeat(20), mark.repeat(500)),
    fc.webFragments(),
    fc.string({ unit: fc.constantFrom(...Array.from('!$&\'()*+,;=:@~_-.|^`{}"<>\\ŵé')), maxLength: 8 }),
  );
  const name = fc
    .array(piece, { minLength: 1, maxLength: 3 })
    .map((pieces) => pieces.join(''))
    .filter((text) => !operations.some((operation) => text === operation) && !/[\s?#]/u.test(text));

  it('of no operation is said to be odd, as a page of another build asks, whatever stands in it', async () => {
    await tryAll(name, async (text) => {
      const [status, body] = await ask(await head(`/api/tab/${text}`));
      // With these it leads on from there, and perhaps to an operation: either slash is one.
      const leadsOn = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\]|$)|[/\\]$/iu.test(text);
      const refusals = [
        [400, odd],
        [404, '{"code":"notAnswered"}'],
        [400, ''],
      ];
      if (leadsOn) expect([200, 400, 403, 404]).toContain(status);
      else expect(refusals).toContainEqual([status, body]);
    });
    expect(await stands()).toBe(200);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'])(
    'of an operation is not answered to %s',
    async (method) => {
      expect(await ask(await head('/api/tab/me', method))).toEqual([405, '{"code":"notAnswered"}']);
    },
  );

  it('of an operation is not answered to a method that is none', async () => {
    for (const [method, status] of [
      ['HEAD', 405],
      ['CONNECT', 0],
      ['post', 400],
      ['BREW', 400],
      [mark, 400],
      ['', 400],
    ] as const) {
      expect([method, ...(await ask(await head('/api/tab/me', method)))]).toEqual([method, status, '']);
    }
    expect(await stands()).toBe(200);
  });
});

describe('a header', () => {
  it.each([
    ['another method', 'X-HTTP-Method-Override: GET', 200],
    ['another host', `X-Forwarded-Host: ${mark}`, 200],
    ['another site', `Origin: https://${mark}`, 200],
    ['what it accepts', `Accept: text/${mark}`, 200],
    ['another version', `Accept-Version: ${mark}`, 200],
    ['another type', `Content-Type: text/${mark}`, 200],
    ['a cookie', `Cookie: ${mark}=${mark}`, 200],
    ['another protocol', `Upgrade: ${mark}\r\nConnection: Upgrade`, 200],
    ['a socket', `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${mark}`, 200],
    ['a second token', `Authorization: Bearer ${mark}`, 200],
    ['that it waits', 'Expect: 100-continue', 100],
    ['that it expects something', `Expect: ${mark}`, 417],
    ['two ways to end', 'Transfer-Encoding: chunked', 400],
    ['an odd length', `Content-Length: 7${mark}`, 400],
    ['too much', `X: ${mark.repeat(3_000)}`, 431],
    ['what is no header', `${mark}\u0001: x`, 400],
  ])('that says %s changes nothing but whether the request is taken', async (_, line, status) => {
    const [given] = await ask(await head('/api/tab/me'), line);
    expect(given).toBe(status);
    expect(await stands()).toBe(200);
  });

  it('lets nobody read an answer at another site’s page', async () => {
    const origin = { origin: 'https://example.org', 'access-control-request-method': 'POST' };
    for (const method of ['POST', 'OPTIONS']) {
      const response = await fetch(new URL('/api/tab/me', bot.endpoint()), { method, headers: origin });
      await response.text();
      expect([...response.headers.keys()].filter((key) => key.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('a report at the page', () => {
  it('is taken while 1,000 bodies of a good token come letter by letter', async () => {
    const connections = await openConnections(
      port(),
      1_000,
      `${await head('/api/tab/me')}Content-Length: 5000\r\n\r\n{`,
    );
    const trickle = setInterval(() => connections.trickle(' '), 20);
    tried.add('slow bodies', 1_000);
    try {
      const { report, teams } = await newReporter(bot);
      const page = createPageClient(bot.tab({ objectId: teams.person.objectId }), 'en');
      await sendFullReport({ teams: page }, report);
      expect((await decryptSavedReport(bot, await readSavedCase(bot, page.card()))).report.answers).toEqual(report);
    } finally {
      clearInterval(trickle);
      connections.close();
    }
  });
});

describe('in the end', () => {
  it('a body that does not come is given up in a word, and its connection is closed', async () => {
    const answer = await tooSlow;
    expect(answer).toMatch(/^HTTP\/1\.1 400 /u);
    expect(answer).toContain('\r\nConnection: close\r\n');
    expect(answer.endsWith(odd)).toBe(true);
    expect(bot.log.join('')).toContain('"reason":"tooSlow"');
  });

  it('no word of any of it was logged, and no fault', () => {
    expect(bot.log.join('')).not.toContain(mark);
    expect(bot.log.filter((line) => /tabFailed|answerFailed|crashed|libraryWrote/u.test(line))).toEqual([]);
    for (const reason of ['operation', 'shape', 'tooLarge', 'encoded']) {
      expect(bot.log.join('')).toContain(`"reason":"${reason}"`);
    }
  });
});
