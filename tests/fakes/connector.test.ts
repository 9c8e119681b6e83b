import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationParameters,
  type ConversationReference,
  type ConversationResourceResponse,
  MessageFactory,
  type ResourceResponse,
  TeamsInfo,
} from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Connector, startConnector } from './connector.ts';

const members = [
  { id: '29:1', aadObjectId: 'one' },
  { id: '29:2', aadObjectId: 'two' },
];
const authentication = new ConfigurationBotFrameworkAuthentication({});
const claims = new ClaimsIdentity(
  [AuthenticationConstants.AudienceClaim, AuthenticationConstants.AppIdClaim].map((type) => ({ type, value: '' })),
  'bot',
);
/** The client by what a bot sends: its own types ask for fields that only an activity which comes in has. */
interface Client {
  readonly conversations: {
    createConversation(
      parameters: Partial<Omit<ConversationParameters, 'activity'>> & { readonly activity?: Partial<Activity> },
      options?: { readonly abortSignal: AbortSignal; readonly timeout: number },
    ): Promise<ConversationResourceResponse>;
    sendToConversation(conversationId: string, activity: Partial<Activity>): Promise<ResourceResponse>;
    replyToActivity(conversationId: string, activityId: string, activity: Partial<Activity>): Promise<ResourceResponse>;
    updateActivity(conversationId: string, activityId: string, activity: Partial<Activity>): Promise<unknown>;
    deleteActivity(conversationId: string, activityId: string): Promise<unknown>;
  };
}
const pipelineSchema = z.looseObject({
  client: z.looseObject({
    pipeline: z.custom<{ removePolicy(policy: { name: string }): unknown }>((value) => value !== undefined),
  }),
});

let connector: Connector;
let client: Client;
beforeEach(async () => {
  connector = await startConnector({ members, channels: [{ id: '19:alerts@thread.tacv2', name: 'Alerts' }] });
  client = await authentication
    .createConnectorFactory(claims)
    .create(connector.serviceUrl, 'https://api.botframework.com');
  pipelineSchema.parse(client).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
});
afterEach(() => connector.stop());

const patience = (ms: number) => ({ abortSignal: AbortSignal.timeout(ms), timeout: ms });
const post = async (text = 'new case', ms = 5_000) =>
  client.conversations.createConversation(
    {
      isGroup: true,
      channelData: { channel: { id: '19:alerts@thread.tacv2' } },
      activity: MessageFactory.text(text),
    },
    patience(ms),
  );
const failure = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    (error: unknown) => error,
  );

describe('the connector', () => {
  it('starts a thread in a channel, takes what is added to it and changes what stands there', async () => {
    const made = await post();
    expect(made).toMatchObject({ id: '19:alerts@thread.tacv2;messageid=1700', activityId: '1700' });
    const sent = await client.conversations.sendToConversation(made.id, MessageFactory.text('more'));
    await client.conversations.replyToActivity(made.id, sent.id, MessageFactory.text('answer'));
    await client.conversations.updateActivity(made.id, '1700', MessageFactory.text('seen'));
    expect(connector.posts.map(({ kind, activityId, replyTo }) => [kind, activityId, replyTo])).toEqual([
      ['create', '1700', undefined],
      ['send', '1701', undefined],
      ['reply', '1702', '1701'],
    ]);
    expect(connector.updates).toMatchObject([
      { conversationId: made.id, activityId: '1700', activity: { text: 'seen' } },
    ]);
  });

  it('knows no activity that it never gave out, in another conversation, or that was deleted', async () => {
    const made = await post();
    const changed = MessageFactory.text('x');
    const update = (conversation: string, id: string) =>
      failure(client.conversations.updateActivity(conversation, id, changed));
    expect(await update(made.id, '1')).toMatchObject({ statusCode: 404 });
    expect(await update('19:other', made.activityId)).toMatchObject({ statusCode: 404 });
    await client.conversations.deleteActivity(made.id, made.activityId);
    expect(connector.deletions).toEqual([{ conversationId: made.id, activityId: made.activityId }]);
    expect(await update(made.id, made.activityId)).toMatchObject({ statusCode: 404 });
    expect(connector.updates).toEqual([]);
  });

  it('refuses as planned, in order, with the wait that it asks for', async () => {
    connector.plan({ status: 429, retryAfter: 7 }, 502);
    const refused = await failure(post());
    expect(refused).toMatchObject({ statusCode: 429 });
    const { response } = z.looseObject({ response: z.looseObject({ headers: z.instanceof(Object) }) }).parse(refused);
    expect(JSON.stringify(response.headers)).toContain('"retry-after":"7"');
    expect(await failure(post())).toMatchObject({ statusCode: 502 });
    expect(connector.posts).toEqual([]);
    expect(await failure(post())).toBe('done');
  });

  it.each(['reset', 'hang'] as const)('by %s takes nothing', async (answer) => {
    connector.plan(answer);
    expect(await failure(post('new case', 200))).toBeInstanceOf(Error);
    expect(connector.posts).toEqual([]);
  });

  it.each(['accept-then-reset', 'accept-then-hang'] as const)('by %s has taken the post', async (answer) => {
    connector.plan(answer);
    expect(await failure(post('new case', 200))).toBeInstanceOf(Error);
    expect(connector.posts).toHaveLength(1);
  });

  it('refuses a thread without a first activity and a message that is too large', async () => {
    const empty = { isGroup: true, channelData: { channel: { id: '19:alerts@thread.tacv2' } } };
    expect(await failure(client.conversations.createConversation(empty))).toMatchObject({ statusCode: 400 });
    expect(await failure(post('x'.repeat(110_000)))).toMatchObject({ statusCode: 413 });
  });

  it('refuses who it does not know', async () => {
    const strict = await startConnector({ isKnown: (authorization) => authorization === 'Bearer good' });
    const ask = (authorization: string) =>
      fetch(`${strict.serviceUrl}/v3/conversations/c/members`, { headers: { authorization } });
    expect((await ask('Bearer bad')).status).toBe(401);
    expect((await ask('Bearer good')).status).toBe(200);
    await strict.stop();
  });

  it("answers the adapter's turns and look-ups", async () => {
    const adapter = new CloudAdapter(authentication);
    const reference: Partial<ConversationReference> = {
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation: { id: 'a:chat', isGroup: false, conversationType: 'personal', name: '' },
      bot: { id: '28:bot', name: 'Candour' },
      user: { id: '29:1', name: '' },
    };
    await adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity({ type: ActivityTypes.Message, text: 'hello' });
      expect((await TeamsInfo.getMember(context, 'two')).id).toBe('29:2');
      expect((await TeamsInfo.getPagedMembers(context, 1)).members).toHaveLength(1);
      expect((await TeamsInfo.getTeamChannels(context, '19:team')).map(({ id }) => id)).toEqual([
        '19:alerts@thread.tacv2',
      ]);
      await expect(TeamsInfo.getMember(context, 'nobody')).rejects.toThrow();
    });
    expect(connector.posts).toMatchObject([{ conversationId: 'a:chat', activity: { text: 'hello' } }]);
  });
});
