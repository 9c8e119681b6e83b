import { z } from 'zod';
import { type ConnectorAnswer, connectorError, isAccepted, toWireAnswer } from './connector-answer.ts';
import { answerRosterRequest, type Roster } from './connector-roster.ts';
import { type ReceivedRequest, startLoopbackServer, type WireAnswer } from './loopback-server.ts';

const activitySchema = z.looseObject({ type: z.string() });
const creationSchema = z.looseObject({
  tenantId: z.string().optional(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: activitySchema.optional(),
});
type PostedActivity = z.infer<typeof activitySchema>;

/** An activity that arrived, also where its sender never heard so. */
interface ConnectorPost {
  /** `create` starts a conversation, `send` adds to one, `reply` answers an activity in it. */
  readonly kind: 'create' | 'send' | 'reply';
  readonly conversationId: string;
  readonly activityId: string;
  readonly activity: PostedActivity;
  readonly tenantId?: string;
  readonly replyTo?: string;
}

/** A running stand-in for Teams' connector. */
export interface Connector {
  readonly serviceUrl: string;
  /** Answers for the posts, updates and deletions to come, in order; what follows them is accepted. Look-ups use none. */
  plan(...answers: readonly ConnectorAnswer[]): void;
  /** The answer to whatever has this text in its body, until another is given for it; accepted again without one. */
  answerTo(text: string, answer?: ConnectorAnswer): void;
  readonly posts: readonly ConnectorPost[];
  readonly updates: readonly Pick<ConnectorPost, 'conversationId' | 'activityId' | 'activity'>[];
  readonly deletions: readonly Pick<ConnectorPost, 'conversationId' | 'activityId'>[];
  readonly requests: readonly ReceivedRequest[];
  stop(): Promise<void>;
}

// Teams counts a message in UTF-16, about 100 KB.
const maxMessageBytes = 100 * 1_024;

/**
 * Starts a connector on 127.0.0.1. It refuses as Teams does: a channel thread without a first activity (400), a
 * message that is too large (413), an activity it never gave out (404). `isKnown` checks the Authorization header of
 * every request; without it all are known.
 */
export async function startConnector(
  options: Roster & { readonly isKnown?: (authorization: string | undefined) => boolean } = {},
): Promise<Connector> {
  const planned: ConnectorAnswer[] = [];
  const standing = new Map<string, ConnectorAnswer>();
  const posts: ConnectorPost[] = [];
  const updates: Pick<ConnectorPost, 'conversationId' | 'activityId' | 'activity'>[] = [];
  const deletions: Pick<ConnectorPost, 'conversationId' | 'activityId'>[] = [];
  const requests: ReceivedRequest[] = [];
  let given = 1_699;
  const nextId = (): string => String((given += 1));
  const stands = (conversationId: string, activityId: string): boolean =>
    posts.some((post) => post.conversationId === conversationId && post.activityId === activityId) &&
    !deletions.some((gone) => gone.conversationId === conversationId && gone.activityId === activityId);
  const ok = (status: number, body: unknown): WireAnswer => ({ kind: 'answer', status, body });

  const create = (body: unknown): WireAnswer => {
    const asked = creationSchema.safeParse(body).data;
    if (!asked) return connectorError(400, 'BadSyntax');
    const channel = asked.channelData?.channel?.id;
    if (channel !== undefined && !asked.activity) return connectorError(400, 'BadSyntax');
    const activityId = nextId();
    const conversationId = channel === undefined ? `a:${activityId}` : `${channel};messageid=${activityId}`;
    const { activity, tenantId } = asked;
    if (activity) posts.push({ kind: 'create', conversationId, activityId, activity, tenantId });
    return ok(201, { id: conversationId, ...(activity && { activityId }) });
  };
  const send = (conversationId: string, replyTo: string | undefined, body: unknown): WireAnswer => {
    const activity = activitySchema.safeParse(body).data;
    if (!activity) return connectorError(400, 'BadSyntax');
    const activityId = nextId();
    const kind = replyTo === undefined ? 'send' : 'reply';
    posts.push({ kind, conversationId, activityId, activity, replyTo });
    return ok(201, { id: activityId });
  };
  const change = (method: string, conversationId: string, activityId: string, body: unknown): WireAnswer => {
    if (!stands(conversationId, activityId)) return connectorError(404, 'ActivityNotFoundInConversation');
    if (method === 'DELETE') {
      deletions.push({ conversationId, activityId });
      return ok(200, {});
    }
    const activity = activitySchema.safeParse(body).data;
    if (!activity) return connectorError(400, 'BadSyntax');
    updates.push({ conversationId, activityId, activity });
    return ok(200, { id: activityId });
  };

  const perform = ({ method, path, body }: ReceivedRequest): WireAnswer => {
    if (body.length > maxMessageBytes) return connectorError(413, 'MessageSizeTooBig');
    const [place = ''] = path.split('?');
    const [, conversation, activityId] =
      /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?\/?$/.exec(place) ?? [];
    const parsed = readJson(body);
    if (conversation === undefined) {
      return method === 'POST' && /^\/v3\/conversations\/?$/.test(place)
        ? create(parsed)
        : connectorError(404, 'NotFound');
    }
    const [conversationId, id] = [conversation, activityId ?? ''].map(decodeURIComponent);
    if (method === 'POST') return send(conversationId ?? '', id === '' ? undefined : id, parsed);
    return change(method, conversationId ?? '', id ?? '', parsed);
  };

  const server = await startLoopbackServer((request) => {
    requests.push(request);
    if (options.isKnown?.(request.headers.authorization) === false) return connectorError(401, 'Unauthorized');
    if (request.method === 'GET') return answerRosterRequest(request.path, options) ?? connectorError(404, 'NotFound');
    const [, ruled] = [...standing].find(([text]) => request.body.includes(text)) ?? [];
    const answer = ruled ?? planned.shift();
    if (answer === undefined) return perform(request);
    return toWireAnswer(answer, isAccepted(answer) ? perform(request) : undefined);
  });
  return {
    serviceUrl: server.url,
    plan: (...answers) => {
      planned.push(...answers);
    },
    answerTo: (text, answer) => {
      if (answer === undefined) standing.delete(text);
      else standing.set(text, answer);
    },
    posts,
    updates,
    deletions,
    requests,
    stop: () => server.stop(),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
