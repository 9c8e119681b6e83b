import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rawRequest } from '../support/http/raw-request.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { messageActivity } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { createTally } from '../support/access/tally.ts';

// The other tokens that are refused stand in tests/bot/tokens.test.ts.
let bot: RunningBot;
const tried = createTally();
beforeAll(async () => {
  bot = await startBot({ entryPoint: 'dialog' });
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await bot.stop();
  tried.print();
});

const hello = () => messageActivity(createTeamsClient(bot).surroundings(), 'hello');
const service = () => ({ serviceurl: bot.connector.serviceUrl });
const refused = { status: 401, body: '{"code":"notAuthorised"}', sent: 0 };

async function post(authorization: string, activity: object = hello()) {
  tried.add('tokens');
  const before = bot.connector.requests.length;
  const headers = { 'content-type': 'application/json', authorization };
  const response = await fetch(bot.endpoint(), { method: 'POST', headers, body: JSON.stringify(activity) });
  return { status: response.status, body: await response.text(), sent: bot.connector.requests.length - before };
}
const bearer = async (token: Promise<string>) => `Bearer ${await token}`;

/** A whole request with these Authorization headers, as bytes. */
async function raw(authorizations: readonly string[]): Promise<{ status: number; sent: number }> {
  tried.add('tokens');
  const before = bot.connector.requests.length;
  const body = JSON.stringify(hello());
  const lines = [
    'POST /api/messages HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...authorizations.map((value) => `Authorization: ${value}`),
    'Connection: close',
  ];
  const answer = await rawRequest(Number(new URL(bot.endpoint()).port), `${lines.join('\r\n')}\r\n\r\n${body}`);
  return { status: Number(answer.slice(9, 12)), sent: bot.connector.requests.length - before };
}

describe('a token that Entra gives and not Teams', () => {
  const tenant = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
  const issuers = [
    'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
    `https://sts.windows.net/${tenant}/`,
    `https://login.microsoftonline.com/${tenant}/v2.0`,
  ];
  const owners = [
    ['the bot itself, which its secret is enough for', () => bot.issuer.appId],
    ['another app', () => '3c1f8a52-7d1b-4f5e-9e0f-0d4b7a1c2e33'],
  ] as const;

  it.each(
    owners.flatMap(([name, appId]) =>
      issuers.flatMap((iss) => (['1.0', '2.0', '3.0'] as const).map((ver) => [name, ver, iss, appId] as const)),
    ),
  )('of %s, version %s by %s, is refused', async (_, ver, iss, appId) => {
    const claims = { ...service(), iss, ver, ...(ver === '1.0' ? { appid: appId() } : { azp: appId() }) };
    expect(await post(await bearer(bot.issuer.token(claims)))).toEqual(refused);
    expect(await post(await bearer(bot.issuer.token({ ...claims, ver: undefined })))).toEqual(refused);
  });
});

describe('a token of the issuer', () => {
  it('is no use on an activity that asks to be answered elsewhere', async () => {
    const authorization = await bot.authorization();
    for (const serviceUrl of [
      'https://service.example/',
      `${bot.connector.serviceUrl}/more`,
      bot.connector.serviceUrl.replace('127.0.0.1', 'localhost'),
      bot.connector.serviceUrl.replace('http:', 'https:'),
    ]) {
      expect(await post(authorization, { ...hello(), serviceUrl })).toEqual(refused);
    }
    expect(await post(authorization)).toMatchObject({ status: 200, sent: 1 });
  });

  it.each(['AseChannel', 'directline', 'webchat', 'emulator', 'email', 'MSTEAMS ', 'msteams\u0000'])(
    'is no use on the channel %j',
    async (channelId) => {
      expect(await post(await bot.authorization(), { ...hello(), channelId })).toEqual(refused);
    },
  );

  it('of a few minutes ago or ahead is taken, as clocks differ, and not of ten', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const at = (times: Readonly<Record<string, number>>) => bearer(bot.issuer.token({ ...service(), ...times }));
    expect(await post(await at({ exp: now - 60 }))).toMatchObject({ status: 200 });
    expect(await post(await at({ nbf: now + 60 }))).toMatchObject({ status: 200 });
    expect(await post(await at({ exp: now - 600 }))).toEqual(refused);
    expect(await post(await at({ nbf: now + 600 }))).toEqual(refused);
  });
});

describe('the header of a token', () => {
  it.each(['Basic', 'Token', 'Bearerx', 'Negotiate', 'JWT', 'bearer', 'BEARER'])(
    'of the scheme %s is refused',
    async (scheme) => {
      expect(await post(`${scheme} ${await bot.issuer.token(service())}`)).toEqual(refused);
    },
  );

  it('with more than a token is refused', async () => {
    const token = await bot.issuer.token(service());
    for (const header of [`Bearer ${token} x`, `Bearer  ${token}`, `Bearer ${token}.${token}`, `Bearer ${token},`]) {
      expect(await post(header)).toEqual(refused);
    }
  });

  it('that is far too long is refused before anything is read', async () => {
    expect(await raw([`Bearer ${'a'.repeat(60_000)}`])).toEqual({ status: 431, sent: 0 });
    expect(await post(`Bearer ${'a'.repeat(9_000)}`)).toEqual(refused);
  });

  it('given twice counts as the first, which alone is checked', async () => {
    const good = await bot.authorization();
    const bad = `Bearer ${await bot.issuer.forgedToken('otherKey', service())}`;
    expect(await raw([bad, good])).toEqual({ status: 401, sent: 0 });
    expect(await raw([good, bad])).toMatchObject({ status: 200, sent: 1 });
    expect(await raw([good, good])).toMatchObject({ status: 200 });
  });
});

describe('a new key of the issuer', () => {
  it('is learnt while the bot runs, within five minutes, and the old one is forgotten', async () => {
    const start = Date.now() + 400_000;
    jest.spyOn(Date, 'now').mockImplementation(() => start);
    const old = await bot.authorization();
    expect(await post(old)).toMatchObject({ status: 200 });
    await post(await bearer(bot.issuer.token(service(), { kid: 'unknown' })));
    await bot.issuer.rotate();
    const fresh = await bot.authorization();
    expect(await post(fresh)).toEqual(refused);
    expect(await post(old)).toMatchObject({ status: 200 });
    // Whoever asked for the new one was the first in five minutes to ask for a key that nobody knew.
    const later = start + 301_000;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    expect(await post(await bot.authorization())).toMatchObject({ status: 200 });
    expect(await post(old)).toEqual(refused);
  });
});
