import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import { describe, expect, it } from '@jest/globals';
import { toChannelError, ChannelError, createChannelConnections } from '../../../bot/teams/channel-connection.ts';
import { disableRetries } from '../../../bot/teams/connector-client.ts';
import { startConnector } from '../../fakes/connector.ts';

const authentication = new ConfigurationBotFrameworkAuthentication({});
const claims = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: '' }], 'bot');
const client = () =>
  authentication.createConnectorFactory(claims).create('http://127.0.0.1:9', 'https://api.botframework.com');

describe('the hidden retries of the connector client', () => {
  it('are there to be taken out, under the name that we know', async () => {
    const standing = await client();
    expect(disableRetries(standing)).toBe(standing);
  });

  it('are missed loudly where they are not', async () => {
    const standing = disableRetries(await client());
    expect(() => disableRetries(standing)).toThrow('defaultRetryPolicy');
  });
});

describe('what a channel throws', () => {
  it('is kept as a code and a wait alone', () => {
    const headers = { get: () => '3' };
    const thrown = Object.assign(new Error('a request with its token'), {
      statusCode: 429,
      body: 'words',
      request: { headers: 'Bearer token' },
      response: { headers },
    });
    const error = toChannelError(thrown);
    expect(error).toMatchObject({ code: 'http429', status: 429, retryAfterMs: 3_000, message: 'channel: http429' });
    expect(error.cause).toBeUndefined();
    expect(JSON.stringify(Object.values(error))).not.toMatch(/words|token/u);
  });

  it.each([{}, { headers: null }, { headers: { 'retry-after': '3' } }])(
    'is kept as a code also where its headers cannot be asked: %j',
    (response) => {
      const error = toChannelError(Object.assign(new Error('x'), { statusCode: 503, response }));
      expect(error).toMatchObject({ code: 'http503', status: 503, retryAfterMs: undefined });
    },
  );

  it.each([
    [Object.assign(new Error('x'), { name: 'AbortError' }), 'noAnswer'],
    [Object.assign(new Error('x'), { code: 'ECONNRESET' }), 'connection'],
    ['x', 'connection'],
    [undefined, 'connection'],
  ])('is told apart: %s', (thrown, code) => {
    expect(toChannelError(thrown)).toMatchObject({ code });
  });

  it.each(['soon', '-1', ''])('has no wait where the header says "%s"', (text) => {
    const thrown = { statusCode: 503, response: { headers: { get: () => text } } };
    expect(toChannelError(thrown).retryAfterMs ?? 0).toBe(0);
  });
});

describe('a connection', () => {
  it('names the bot, the tenant and the channel, and gives back where the post stands', async () => {
    const connector = await startConnector();
    const connect = createChannelConnections({ authentication, appId: '', deadlineMs: 1_000 });
    const made = await connect(connector.serviceUrl).post('19:channel', 'tenant', { type: 'message', text: 'x' });
    expect(made).toEqual({ conversationId: '19:channel;messageid=1700', activityId: '1700' });
    expect(connector.posts[0]).toMatchObject({ kind: 'create', tenantId: 'tenant' });
    await connect(connector.serviceUrl).update(made.conversationId, made.activityId, { type: 'message', text: 'y' });
    expect(connector.updates).toHaveLength(1);
    await connector.stop();
  });

  it('that is refused for now says how long it was asked to wait', async () => {
    const connector = await startConnector();
    connector.plan({ status: 429, retryAfter: 7 });
    const connect = createChannelConnections({ authentication, appId: '', deadlineMs: 1_000 });
    const refused = connect(connector.serviceUrl).post('19:channel', 'tenant', { type: 'message', text: 'x' });
    await expect(refused).rejects.toMatchObject({ code: 'http429', status: 429, retryAfterMs: 7_000 });
    await connector.stop();
  });

  it('says by which id what was said can be changed, where it is told', async () => {
    const connector = await startConnector();
    const connect = createChannelConnections({ authentication, appId: '', deadlineMs: 1_000 });
    expect(await connect(connector.serviceUrl).sendToChat('a:chat', { type: 'message' })).toEqual({
      activityId: '1700',
    });
    connector.plan({ status: 200, text: '{}' });
    expect(await connect(connector.serviceUrl).sendToChat('a:chat', { type: 'message' })).toEqual({
      activityId: undefined,
    });
    await connector.stop();
  });

  it('that lost its answer is told apart from one that never came about', async () => {
    const connector = await startConnector();
    connector.plan('accept-then-reset', 'reset');
    const connect = createChannelConnections({ authentication, appId: '', deadlineMs: 1_000 });
    const say = (url: string) => connect(url).sendToChat('a:chat', { type: 'message' });
    await expect(say(connector.serviceUrl)).rejects.toMatchObject({ code: 'connection' });
    await expect(say(connector.serviceUrl)).rejects.toMatchObject({ code: 'connection' });
    await expect(say('http://127.0.0.1:9')).rejects.toMatchObject({ code: 'unsent' });
    await connector.stop();
  });

  it('to nowhere is an error with a code, and works again once somebody is there', async () => {
    const connect = createChannelConnections({ authentication, appId: '', deadlineMs: 1_000 });
    const nowhere = connect('http://127.0.0.1:9').post('19:channel', 'tenant', { type: 'message' });
    await expect(nowhere).rejects.toBeInstanceOf(ChannelError);
  });
});
