import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import { clouds } from '../../bot/config/clouds.ts';
import { createServiceUrlCheck, serviceOrigin } from '../../bot/config/service-url.ts';
import { type Connector, startConnector } from '../fakes/connector.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { invokeActivity, messageActivity, newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';

const moved = { channelId: '19:somewhere-else@thread.tacv2', teamId: '19:team@thread.tacv2' } as const;
let bot: RunningBot;
let elsewhere: Connector;
beforeAll(async () => {
  bot = await startBot({ entryPoint: 'dialog' });
  // The worst that an issuer could do: endorse its key for every channel.
  bot.issuer.endorse('msteams', 'webchat', 'directline', 'emulator', ' ');
  elsewhere = await startConnector();
});
afterAll(async () => {
  await Promise.all([bot.stop(), elsewhere.stop()]);
});

async function post(activity: object, serviceurl = bot.connector.serviceUrl, to = bot) {
  const authorization = to.entryPoint === 'chat' ? '' : `Bearer ${await to.issuer.token({ serviceurl })}`;
  const headers = { 'content-type': 'application/json', authorization };
  const response = await fetch(to.endpoint(), { method: 'POST', headers, body: JSON.stringify(activity) });
  return { status: response.status, body: await response.text() };
}
const refused = { status: 401, body: '{"code":"notAuthorised"}' };
const targets = () => bot.store().targets.all();
const reserve = newPerson('en-GB', developmentPeople.reserve);
const reserveHere = () => messageActivity(createTeamsClient(bot, reserve).surroundings(moved), 'reserve alerts here');

describe('an activity of another channel than Teams', () => {
  it.each([' ', 'webchat', 'directline', 'emulator', 'Msteams', 'msteams ', 'msteams\u0000', 'm', 'skype'])(
    'is refused, whatever its token is endorsed for, and moves no target: %j',
    async (channelId) => {
      const before = await targets();
      expect(await post({ ...reserveHere(), channelId })).toEqual(refused);
      expect(bot.log.at(-1)).toContain('"reason":"channel"');
      expect(await targets()).toEqual(before);
    },
  );

  it('is refused in development as well', async () => {
    const open = await startBot({ entryPoint: 'chat' });
    const client = createTeamsClient(open);
    const hello = messageActivity(client.surroundings(), 'hello');
    expect(await post(hello, undefined, open)).toMatchObject({ status: 200 });
    for (const channelId of [' ', 'webchat', 'emulator']) {
      expect(await post({ ...hello, channelId }, undefined, open)).toEqual(refused);
    }
    for (const serviceUrl of ['https://service.example/', 'http://192.0.2.1/', 'https://127.0.0.1.example/']) {
      expect(await post({ ...hello, serviceUrl }, undefined, open)).toEqual(refused);
    }
    await open.stop();
  });
});

describe('somebody without an object id of Entra', () => {
  const named = [
    ['no object id, and the id of the reserve as their own', { id: developmentPeople.reserve }],
    ['an empty one', { id: developmentPeople.reserve, aadObjectId: '' }],
    ['one that is none', { id: '29:x', aadObjectId: `${developmentPeople.reserve} ` }],
    ['one with a path', { id: '29:x', aadObjectId: `../${developmentPeople.reserve}` }],
  ] as const;

  it.each(named)('is nobody: with %s', async (_, from) => {
    const before = await targets();
    expect(await post({ ...reserveHere(), from })).toEqual({ status: 403, body: '{"code":"notAPerson"}' });
    const asked = invokeActivity(createTeamsClient(bot).surroundings(), 'task/fetch', {});
    expect(await post({ ...asked, from })).toMatchObject({ status: 403 });
    expect(bot.log.at(-1)).toContain('"reason":"person"');
    expect(await targets()).toEqual(before);
  });
});

describe('an activity from a host that is none of Teams', () => {
  it('is refused with a token that was made for that host, posts nothing there and moves no target', async () => {
    const before = await targets();
    for (const { channelId } of [moved, ...before.map((target) => ({ channelId: target.conversationId }))]) {
      const place = { channelId, teamId: moved.teamId };
      const surroundings = { ...createTeamsClient(bot, reserve).surroundings(place), serviceUrl: elsewhere.serviceUrl };
      expect(await post(messageActivity(surroundings, 'reserve alerts here'), elsewhere.serviceUrl)).toEqual(refused);
    }
    expect(bot.log.at(-1)).toContain('"reason":"service"');
    expect(await targets()).toEqual(before);
    expect(elsewhere.requests).toEqual([]);
  });

  it('is taken where the setting names the host, and refreshes the target', async () => {
    const { serviceUrl } = elsewhere;
    await bot.restart({ BOT_SERVICE_HOSTS: `${bot.connector.serviceUrl} ${new URL(serviceUrl).origin}` });
    const [acu] = (await targets()).filter(({ name }) => name === 'acu');
    const place = { channelId: acu?.conversationId ?? '', teamId: moved.teamId };
    const activity = messageActivity({ ...createTeamsClient(bot).surroundings(place), serviceUrl }, 'help');
    expect(await post(activity, serviceUrl)).toMatchObject({ status: 200 });
    expect((await targets()).find(({ name }) => name === 'acu')).toMatchObject({ serviceUrl });
    await bot.restart();
  });

  it('gets no alert either, where a target names it from before', async () => {
    const [acu] = (await targets()).filter(({ name }) => name === 'acu');
    if (acu === undefined) throw new Error('no target');
    await bot.store().targets.write({ ...acu, serviceUrl: 'https://service.example/' });
    const record = createCase();
    const alert = createAlert(record.caseId, { urgency: 'urgent', dueAt: bot.clock.now().toISOString() });
    await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
    const posted = () => bot.connector.posts.find(({ activity }) => JSON.stringify(activity).includes(record.caseId));
    bot.postDueAlerts();
    expect(await waitFor('an alert', posted)).toBeDefined();
  });
});

describe('the addresses of Teams', () => {
  const isOurs = createServiceUrlCheck({
    cloud: clouds.public,
    hosts: ['other.example'],
    allowLoopback: false,
  });

  it.each([
    'https://smba.trafficmanager.net/uk/',
    'https://SMBA.trafficmanager.net:443/uk/11111111-1111-4111-8111-111111111111/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://other.example/',
  ])('are %s', (address) => {
    expect(isOurs(address)).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net./',
    'https://smba.trafficmanager.net.example/',
    'https://x.smba.trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    'https://somebody@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@service.example/',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://127.0.0.1/',
    'http://localhost:1234/',
    'ftp://smba.trafficmanager.net/',
    'smba.trafficmanager.net',
    '',
  ])('are not %s', (address) => {
    expect(isOurs(address)).toBe(false);
  });

  it('are named in the settings by a host, or by an origin: without TLS of this machine alone', () => {
    expect(serviceOrigin('relay.example')).toBe('https://relay.example');
    expect(serviceOrigin('https://relay.example:8443')).toBe('https://relay.example:8443');
    expect(serviceOrigin('http://127.0.0.1:4000')).toBe('http://127.0.0.1:4000');
    const odd = ['http://relay.example', '*', '*.example', 'relay.example/path', 'https://a@relay.example', 'a b', '.'];
    expect(odd.map(serviceOrigin)).toEqual(odd.map(() => undefined));
  });
});
