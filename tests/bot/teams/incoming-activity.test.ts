import { describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { startBot } from '../../support/journeys/running-bot.ts';
import { channels, newAppId, tenantId } from '../../support/journeys/bot-settings.ts';
import { type Activity, invokeActivity, messageActivity, newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });

async function send(activity: Activity, authorization?: string) {
  const response = await fetch(bot.endpoint(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: authorization ?? (await bot.authorization()) },
    body: JSON.stringify(activity),
  });
  return { status: response.status, body: await response.text() };
}
const person = newPerson();
const surroundings = () => createTeamsClient(bot, person).surroundings();
const hello = () => messageActivity(surroundings(), 'hello');
const showWelcome = { candour: { verb: 'show', card: 'welcome', language: 'en' }, what: null };
const nothing = { status: 200, body: '' };

describe('an activity in which Teams says null for what is not there', () => {
  it.each([
    { id: null, name: null, locale: null, action: null, replyToId: null, text: null },
    { entities: null, attachments: null, membersAdded: null, membersRemoved: null },
    { entities: [null, { type: null }], attachments: [null] },
    { channelData: null },
    { channelData: { tenant: { id: tenantId }, team: null, channel: null, eventType: null } },
    { channelData: { tenant: { id: null }, team: { id: null }, channel: { id: null } } },
    { channelData: { tenant: null } },
    { value: null, valueType: null, label: null, topicName: null, summary: null },
  ])('is taken as one without it: %j', async (nulls) => {
    const before = bot.connector.posts.length;
    expect(await send({ ...hello(), ...nulls })).toEqual(nothing);
    expect(bot.connector.posts.length).toBe(before + 1);
  });

  it('is taken with a sender and a conversation of which only the id is known', async () => {
    const { from, conversation, ...rest } = hello();
    const halves = { name: null, role: null, properties: null, isGroup: null };
    const sent = {
      ...rest,
      from: { ...Object(from), ...halves },
      conversation: { ...Object(conversation), ...halves },
    };
    expect(await send(sent)).toEqual(nothing);
  });

  it('moves a card as it does without', async () => {
    const action = { type: 'Action.Execute', id: null, verb: 'candour', title: null, data: showWelcome };
    const sent = invokeActivity(surroundings(), 'adaptiveCard/action', {
      action,
      trigger: null,
      authentication: null,
      state: null,
    });
    expect((await send(sent)).body).toContain('application/vnd.microsoft.card.adaptive');
  });
});

describe('an activity of a kind that nobody told the bot of', () => {
  it.each([
    'command',
    'commandResult',
    'handoff',
    'suggestion',
    'trace',
    'contactRelationUpdate',
    'somethingNew',
    'MESSAGE',
  ])('is answered with nothing, and nothing is done: %s', async (type) => {
    const before = [bot.connector.requests.length, bot.log.length];
    expect(await send({ ...hello(), type })).toEqual(nothing);
    expect([bot.connector.requests.length, bot.log.length]).toEqual(before);
  });

  it('is refused without a token, like any other', async () => {
    expect(await send({ ...hello(), type: 'somethingNew' }, '')).toMatchObject({ status: 401 });
  });

  it('is refused where it comes from another tenant', async () => {
    const { conversation } = hello();
    const other = { ...Object(conversation), tenantId: newAppId() };
    expect(await send({ ...hello(), type: 'somethingNew', conversation: other })).toMatchObject({ status: 403 });
  });
});

describe('a tenant and an app whose ids stand in capitals', () => {
  it('are the same as in small letters: in the settings, in activities and in tokens of the tab', async () => {
    const capitals = newAppId().toUpperCase();
    const there = await startBot({ entryPoint: 'dialog', environment: { TENANT_ID: capitals } });
    try {
      await there.restart({ BOT_APP_ID: there.settings.registration?.appId.toUpperCase() ?? '' });
      const hello = messageActivity(createTeamsClient(there, person).surroundings(), 'hello');
      const from = async (conversation: string, data: string) => {
        const response = await fetch(there.endpoint(), {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: await there.authorization() },
          body: JSON.stringify({
            ...hello,
            conversation: { ...Object(hello['conversation']), tenantId: conversation },
            channelData: { tenant: { id: data } },
          }),
        });
        return response.status;
      };
      const small = capitals.toLowerCase();
      expect(await from(small, small)).toBe(200);
      expect(await from(capitals, small)).toBe(200);
      expect(await from(small, capitals)).toBe(200);
      expect(await from(small, tenantId)).toBe(403);
      for (const tid of [small, capitals]) {
        const tab = there.tab({ objectId: developmentPeople.handler, claims: { tid } });
        expect((await tab.call('me', {})).roles).toContain('handler');
      }
      const other = there.tab({ objectId: developmentPeople.handler, claims: { tid: tenantId } });
      expect(await other.send('me', {})).toMatchObject({ status: 401 });
    } finally {
      await there.stop();
    }
  });
});

describe('a button that comes without what it should send', () => {
  const place = { channelId: channels.acu, teamId: 'team', replyTo: '1700000000000' };
  const inChannel = () => ({ ...surroundings(), place });
  const answerTo = async (value: unknown) => {
    const { status, body } = await send(invokeActivity(inChannel(), 'adaptiveCard/action', value));
    return { status, answer: JSON.parse(body) };
  };

  it.each([
    { action: { type: 'Action.Execute', id: 'acknowledge', verb: 'candour' }, trigger: 'manual' },
    { action: { type: 'Action.Execute', verb: 'candour', data: null }, trigger: 'manual' },
    { action: { type: 'Action.Execute', verb: 'candour', data: {} }, trigger: 'manual' },
    { action: { type: 'Action.Execute', verb: 'candour', data: 'acknowledge' } },
    { action: { type: 'Action.Execute', verb: 'candour', data: { candour: { verb: 'acknowledge' } } } },
    { action: {} },
    { action: null },
    {},
    null,
  ])('leaves the alert in its channel as it is, with a sentence beside it: %j', async (value) => {
    const { status, answer } = await answerTo(value);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
    expect(answer.value).toMatch(/^\S.+\.$/u);
  });

  it('says nothing where the client sent it by itself', async () => {
    const { answer } = await answerTo({ action: null, trigger: 'automatic' });
    expect(answer).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: '' });
  });
});

describe('what a dialog sends', () => {
  const open = { candour: { verb: 'open', flow: 'comeBack', language: 'en' } };
  const task = async (name: 'task/fetch' | 'task/submit', data: unknown) =>
    (await send(invokeActivity(surroundings(), name, { data, context: { theme: 'default' } }))).body;

  it.each(['task/fetch', 'task/submit'] as const)('is the same as an object and as its text: %s', async (name) => {
    const asObject = await task(name, { ...open, msteams: { type: 'task/fetch' } });
    const asText = await task(name, JSON.stringify({ ...open, msteams: { type: 'task/fetch' } }));
    expect(asObject).toContain('"id":"code"');
    expect(asText).toContain('"id":"code"');
  });

  it.each(['', '{', '"open"', 'null', '[]', JSON.stringify(JSON.stringify(open)), '7'])(
    'is answered calmly where it is the text of something else: %j',
    async (data) => {
      expect(await task('task/submit', data)).toContain('"type":"continue"');
    },
  );
});
