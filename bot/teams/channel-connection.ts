import type { Activity, ConversationParameters } from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';
import { z } from 'zod';
import type { PersonId } from '../../core/model/roles.ts';
import { DeadlineError, withinDeadline } from '../../dialogs/answer-deadline.ts';
import { clouds } from '../config/clouds.ts';
import { type ConnectorRequest, createSendTracker, disableRetries } from './connector-client.ts';

/** Has a code and the wait in milliseconds that the call asked for, nothing else. */
export class ChannelError extends Error {
  readonly code: string;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  constructor(code: string, status?: number, afterMs?: number) {
    super(`channel: ${code}`);
    this.name = 'ChannelError';
    this.code = code;
    this.status = status;
    this.retryAfterMs = afterMs;
  }
}

/** Calls are not retried, end at the deadline, and throw ChannelError. */
export interface ChannelConnection {
  post(
    channelId: string,
    tenantId: string,
    activity: Partial<Activity>,
  ): Promise<{ conversationId: string; activityId: string }>;
  update(conversationId: string, activityId: string, activity: Partial<Activity>): Promise<void>;
  /** The id of the bot's chat with a person who has the app. */
  createChat(objectId: PersonId, tenantId: string): Promise<string>;
  /** If it throws, the message may have arrived, unless the code is `unsent`. */
  sendToChat(chatId: string, activity: Partial<Activity>): Promise<{ readonly activityId: string | undefined }>;
}

const headersSchema = z.custom<{ get(name: string): string | undefined }>(
  (value) => typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function',
);
const sdkErrorSchema = z.looseObject({
  name: z.string().optional(),
  code: z.union([z.string(), z.number()]).optional(),
  statusCode: z.number().optional(),
  response: z.looseObject({ headers: headersSchema.optional() }).optional().catch(undefined),
});

function parseRetryAfter(text: string | undefined): number | undefined {
  if (text === undefined || text === null) return undefined;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, 15 * 60_000) : undefined;
}

/** An SDK error holds the request with its body and token. */
export function toChannelError(error: unknown): ChannelError {
  if (error instanceof ChannelError) return error;
  if (error instanceof DeadlineError) return new ChannelError('noAnswer');
  const thrown = sdkErrorSchema.safeParse(error).data ?? {};
  // It may have been done.
  if (thrown.statusCode !== undefined && thrown.statusCode < 300) return new ChannelError('noSuchAnswer');
  if (thrown.statusCode !== undefined) {
    return new ChannelError(
      `http${thrown.statusCode}`,
      thrown.statusCode,
      parseRetryAfter(thrown.response?.headers?.get('retry-after')),
    );
  }
  return new ChannelError(thrown.name === 'AbortError' || thrown.name === 'TimeoutError' ? 'noAnswer' : 'connection');
}

const idSchema = z.string().min(1).max(2_000);
const postSchema = z.object({ id: idSchema, activityId: idSchema });
/** One person's message never goes to a channel or group, even if an answer gives its id. */
const chatSchema = z.object({ id: idSchema.refine((id) => !id.includes('@thread')) });

const messageSchema = z.object({ id: idSchema });
const connectErrorCodes: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

function parsePost(answer: unknown): { readonly conversationId: string; readonly activityId: string } {
  const place = postSchema.safeParse(answer).data;
  if (place === undefined) throw new ChannelError('noSuchAnswer');
  return { conversationId: place.id, activityId: place.activityId };
}

interface ConversationClient {
  readonly conversations: {
    createConversation(
      parameters: Omit<ConversationParameters, 'activity' | 'members'> & {
        readonly activity?: Partial<Activity>;
        readonly members?: readonly { readonly id: string }[];
      },
      options: ConnectorRequest,
    ): Promise<unknown>;
    sendToConversation(
      conversationId: string,
      activity: Partial<Activity>,
      options: ConnectorRequest,
    ): Promise<unknown>;
    updateActivity(
      conversationId: string,
      activityId: string,
      activity: Partial<Activity>,
      options: ConnectorRequest,
    ): Promise<unknown>;
  };
}

/** Caches one client per service URL. */
export function createChannelConnections(deps: {
  readonly authentication: BotFrameworkAuthentication;
  readonly appId: string;
  readonly deadlineMs: number;
  readonly oauthScope?: string;
}): (serviceUrl: string) => ChannelConnection {
  const claims = new ClaimsIdentity(
    [
      { type: AuthenticationConstants.AudienceClaim, value: deps.appId },
      { type: AuthenticationConstants.AppIdClaim, value: deps.appId },
    ],
    'bot',
  );
  const sendTracker = createSendTracker();
  const clients = new Map<string, Promise<ConversationClient>>();
  const getClient = (serviceUrl: string): Promise<ConversationClient> => {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const created = deps.authentication
      .createConnectorFactory(claims)
      .create(serviceUrl, deps.oauthScope ?? clouds.public.oauthScope)
      .then(disableRetries)
      .then((client): ConversationClient => sendTracker.watch(client));
    clients.set(serviceUrl, created);
    created.catch(() => clients.delete(serviceUrl));
    return created;
  };
  // The client's own timeout leaves a timer that keeps the process alive.
  const requestOptions = () => ({ abortSignal: AbortSignal.timeout(deps.deadlineMs) });
  const bot = { id: deps.appId === '' ? 'candour' : `28:${deps.appId}`, name: 'Candour' };

  return (serviceUrl) => {
    // The signal stops the call of a late token, not the token.
    const withTimeout = <T>(
      call: (conversations: ConversationClient['conversations'], options: ConnectorRequest) => Promise<T>,
    ): Promise<T> => {
      const work = async () => {
        const options = requestOptions();
        return call((await getClient(serviceUrl)).conversations, options);
      };
      return withinDeadline(deps.deadlineMs, work, (error) => {
        throw toChannelError(error);
      });
    };

    return {
      post: (channelId, tenantId, activity) =>
        withTimeout(async (conversations, limit) => {
          const conversation = { isGroup: true, bot, tenantId, channelData: { channel: { id: channelId } }, activity };
          return parsePost(await conversations.createConversation(conversation, limit));
        }),
      update: (conversationId, activityId, activity) =>
        withTimeout(async (conversations, limit) => {
          await conversations.updateActivity(conversationId, activityId, activity, limit);
        }),
      createChat: (objectId, tenantId) =>
        withTimeout(async (conversations, limit) => {
          // Teams refuses it as `aadObjectId` (msteams-docs #14079).
          const tenantFields = { tenantId, channelData: { tenant: { id: tenantId } } };
          const chat = { isGroup: false, bot, ...tenantFields, members: [{ id: objectId }] };
          const created = chatSchema.safeParse(await conversations.createConversation(chat, limit)).data;
          if (created === undefined) throw new ChannelError('noSuchAnswer');
          return created.id;
        }),
      sendToChat: (chatId, activity) => {
        const limit = requestOptions();
        const work = async () => {
          const { conversations } = await getClient(serviceUrl);
          const answer = await conversations.sendToConversation(chatId, activity, limit);
          return { activityId: messageSchema.safeParse(answer).data?.id };
        };
        return withinDeadline(deps.deadlineMs, work, (error) => {
          sendTracker.forbid(limit.abortSignal);
          const isUnsent =
            !sendTracker.has(limit.abortSignal) ||
            connectErrorCodes.includes(sdkErrorSchema.safeParse(error).data?.code);
          throw isUnsent ? new ChannelError('unsent') : toChannelError(error);
        });
      },
    };
  };
}
