import { z } from 'zod';
import { type ConnectorAnswer, connectorError, isAccepted, toWireAnswer } from './connector-answer.ts';
import { startLoopbackServer, type WireAnswer } from './loopback-server.ts';

/** One request of many, as the stand-in decides on it. */
export interface CampaignRequest {
  readonly kind: 'send' | 'update';
  readonly conversationId: string;
  /** How many requests came before it. */
  readonly before: number;
}

/** A stand-in for Teams' connector that counts what each conversation received, and keeps no request. */
export interface CampaignConnector {
  readonly serviceUrl: string;
  /** How many messages arrived in each conversation, also where their sender never heard so. */
  readonly delivered: ReadonlyMap<string, number>;
  /** The text of the last message of each conversation, as it stands now. */
  readonly shown: ReadonlyMap<string, string>;
  readonly requests: () => number;
  /** The most requests that came within so long, wherever it is laid. */
  readonly mostWithin: (ms: number) => number;
  stop(): Promise<void>;
}

const activitySchema = z.looseObject({ text: z.string().optional() });
const pathOf = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?\/?$/u;

/** The most instants, in their order, that lie within `ms` of each other. */
export function maxWithin(instants: readonly number[], ms: number): number {
  let [from, most] = [0, 0];
  for (const [to, at] of instants.entries()) {
    while (at - (instants[from] ?? at) >= ms) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Starts it on 127.0.0.1. `answerOf` decides on each request; it is accepted where that says nothing. */
export async function startCampaignConnector(
  answerOf: (request: CampaignRequest) => ConnectorAnswer | undefined = () => undefined,
): Promise<CampaignConnector> {
  const arrived = new Map<string, number>();
  const shown = new Map<string, string>();
  const ids = new Map<string, string>();
  const instants: number[] = [];
  let given = 1_700_000_000_000;

  function perform(
    kind: CampaignRequest['kind'],
    conversationId: string,
    activityId: string,
    text: string,
  ): WireAnswer {
    if (kind === 'update') {
      if (ids.get(conversationId) !== activityId) return connectorError(404, 'ActivityNotFoundInConversation');
      shown.set(conversationId, text);
      return { kind: 'answer', status: 200, body: { id: activityId } };
    }
    given += 1;
    arrived.set(conversationId, (arrived.get(conversationId) ?? 0) + 1);
    shown.set(conversationId, text);
    ids.set(conversationId, String(given));
    return { kind: 'answer', status: 201, body: { id: String(given) } };
  }

  const server = await startLoopbackServer(({ method, path, body }) => {
    const [, conversation, activity] = pathOf.exec(path) ?? [];
    if (conversation === undefined) return connectorError(404, 'NotFound');
    instants.push(performance.now());
    const conversationId = decodeURIComponent(conversation);
    const kind = method === 'PUT' ? 'update' : 'send';
    const { text = '' } = activitySchema.parse(JSON.parse(body));
    const answer = answerOf({ kind, conversationId, before: instants.length - 1 });
    const done = (): WireAnswer => perform(kind, conversationId, decodeURIComponent(activity ?? ''), text);
    if (answer === undefined) return done();
    return toWireAnswer(answer, isAccepted(answer) ? done() : undefined);
  });
  return {
    serviceUrl: server.url,
    delivered: arrived,
    shown,
    requests: () => instants.length,
    mostWithin: (ms) => maxWithin(instants, ms),
    stop: () => server.stop(),
  };
}
