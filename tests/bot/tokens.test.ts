import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { invokeActivity, messageActivity } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });

const seconds = () => Math.floor(Date.now() / 1_000);
const service = () => ({ serviceurl: bot.connector.serviceUrl });
const hello = () => messageActivity(createTeamsClient(bot).surroundings(), 'hello');

async function post(authorization: string | undefined, activity: object = hello()) {
  const before = bot.connector.requests.length;
  const response = await fetch(bot.endpoint(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(activity),
  });
  return {
    status: response.status,
    body: await response.text(),
    sent: bot.connector.requests.length - before,
  };
}
const refused = { status: 401, body: '{"code":"notAuthorised"}', sent: 0 };
const bearer = async (token: Promise<string>) => `Bearer ${await token}`;

describe('a caller', () => {
  it('with a token of the issuer is answered', async () => {
    expect(await post(await bot.authorization())).toMatchObject({ status: 200, sent: 1 });
  });

  it.each([
    ['another audience', () => ({ aud: 'another' })],
    ['another issuer', () => ({ iss: 'https://issuer.example' })],
    ['an end that has passed', () => ({ exp: seconds() - 4_000 })],
    ['a start to come', () => ({ nbf: seconds() + 4_000 })],
    ['another service', () => ({ serviceurl: 'https://service.example' })],
    ['no service', () => ({ serviceurl: undefined })],
    ['no audience', () => ({ aud: undefined })],
  ])('with a token of %s is refused', async (_, claims) => {
    expect(await post(await bearer(bot.issuer.token({ ...service(), ...claims() })))).toEqual(refused);
  });

  it.each(['otherKey', 'publicKeyAsSecret', 'unsigned'] as const)(
    'with a token forged by %s is refused',
    async (how) => {
      expect(await post(await bearer(bot.issuer.forgedToken(how, service())))).toEqual(refused);
    },
  );

  it('with a token of an unknown key is refused', async () => {
    expect(await post(await bearer(bot.issuer.token(service(), { kid: 'unknown' })))).toEqual(refused);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer abc.def.ghi',
    'Bearer e30.e30.e30',
    'Basic dXNlcjpwYXNz',
    'x y z',
    `Bearer ${'a'.repeat(4_000)}`,
  ])('with %s in place of a token is refused', async (authorization) => {
    expect(await post(authorization)).toEqual(refused);
  });

  it('on a channel that the key is not endorsed for is refused', async () => {
    expect(await post(await bot.authorization(), { ...hello(), channelId: 'webchat' })).toEqual(refused);
  });

  it('that says it is an emulator or a skill needs a token as well', async () => {
    expect(await post('', { ...hello(), channelId: 'emulator' })).toEqual(refused);
    expect(await post('', { ...hello(), recipient: { id: '28:bot', role: 'skill' } })).toEqual(refused);
  });
});

describe('a token that was answered before', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is refused from another service, on another channel and after its end, and shown to no log', async () => {
    const authorization = await bot.authorization();
    for (let times = 0; times < 3; times += 1) expect(await post(authorization)).toMatchObject({ status: 200 });
    expect(await post(authorization, { ...hello(), serviceUrl: 'https://service.example/' })).toEqual(refused);
    expect(await post(authorization, { ...hello(), channelId: 'webchat' })).toEqual(refused);
    expect(await post(authorization)).toMatchObject({ status: 200 });
    const later = Date.now() + 66 * 60_000;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    expect(await post(authorization)).toEqual(refused);
    for (const part of authorization.slice(7).split('.')) expect(bot.log.join('')).not.toContain(part.slice(0, 20));
  });
});

describe('an activity with a good token', () => {
  const elsewhere = { conversationType: 'personal', tenantId: 'another-tenant', id: 'a:chat' };

  it.each([
    ['of another tenant', { conversation: elsewhere, channelData: { tenant: { id: 'another-tenant' } } }],
    ['of no tenant', { conversation: { ...elsewhere, tenantId: undefined }, channelData: {} }],
    ['of two tenants', { conversation: elsewhere }],
  ])('%s is refused, and nobody is answered', async (_, differences) => {
    const answer = await post(await bot.authorization(), { ...hello(), ...differences });
    expect(answer).toEqual({ status: 403, body: '{"code":"notOurTenant"}', sent: 0 });
    const asked = { ...invokeActivity(createTeamsClient(bot).surroundings(), 'task/fetch', {}), ...differences };
    expect(await post(await bot.authorization(), asked)).toMatchObject({ status: 403 });
  });
});

describe('the log', () => {
  it('says why callers were refused, and nothing of what they sent', async () => {
    const token = await bot.issuer.token({ ...service(), exp: seconds() - 4_000 });
    const before = bot.log.length;
    await post(`Bearer ${token}`);
    expect(bot.log.slice(before).map((line) => ({ ...JSON.parse(line), at: undefined }))).toEqual([
      { event: 'activityRefused', reason: 'token' },
    ]);
    expect(bot.log.join('')).toContain('"reason":"tenant"');
    expect(bot.log.join('')).not.toContain(token.slice(0, 20));
  });
});

describe('a key that is endorsed for other channels alone', () => {
  it.each([[], ['webchat', 'directline'], ['MSTEAMS', 'msteams ']])('signs for nobody: %j', async (...channels) => {
    const other = await startBot({ entryPoint: 'dialog' });
    other.issuer.endorse(...channels);
    const client = createTeamsClient(other);
    expect(await client.send(messageActivity(client.surroundings(), 'hello'))).toMatchObject({ status: 401 });
    await other.stop();
  });
});

describe('an issuer that cannot be reached', () => {
  let other: RunningBot;
  beforeAll(async () => {
    other = await startBot({ entryPoint: 'dialog' });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => other.stop());

  it('lets nobody in, says so to operators, and lets everybody in once it is back', async () => {
    const client = createTeamsClient(other);
    const ask = async () => (await client.send(messageActivity(client.surroundings(), 'hello'))).status;
    other.issuer.faults.next({ kind: 'status', status: 503, times: Infinity });
    expect(await ask()).toBe(401);
    expect(other.log.at(-1)).toContain('"reason":"keys"');
    other.issuer.faults.clear();
    const later = Date.now() + 31_000;
    jest.spyOn(Date, 'now').mockImplementation(() => later);
    expect(await ask()).toBe(200);
  });
});
