import type { BotFrameworkAuthentication } from 'botframework-connector';
import { z } from 'zod';

type ConnectorFactory = ReturnType<BotFrameworkAuthentication['createConnectorFactory']>;
/** The SDK's client of a connector. */
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

/** A call of a client, as far as its pipeline is concerned. */
export interface CallOfClient {
  abortSignal?: AbortSignal;
}
interface Pipeline {
  removePolicy(policy: { name: string }): readonly unknown[];
  addPolicy(
    policy: {
      name: string;
      sendRequest(call: CallOfClient, next: (call: CallOfClient) => Promise<unknown>): Promise<unknown>;
    },
    options?: { readonly phase: 'Sign' },
  ): void;
}
// The client keeps its HTTP pipeline in a field that its types do not show.
const pipelineSchema = z.looseObject({
  client: z.looseObject({
    pipeline: z.custom<Pipeline>((value) => typeof value === 'object' && value !== null && 'removePolicy' in value),
  }),
});

/** Takes out the client's own retries, which repeat a post that may have arrived. Throws where there are none to take out. */
export function withoutHiddenRetries(client: Connector): Connector {
  const removed = pipelineSchema.parse(client).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new Error('the connector client has no defaultRetryPolicy: look for its new name');
  return client;
}

/** Gives each call of a client that long, where it says nothing of its own: by itself the client waits for ever. */
export function withDeadline(client: Connector, deadlineMs: number): Connector {
  pipelineSchema.parse(client).client.pipeline.addPolicy({
    name: 'candourDeadline',
    sendRequest(call, next) {
      call.abortSignal ??= AbortSignal.timeout(deadlineMs);
      return next(call);
    },
  });
  return client;
}

/** Which calls have left this server, by their signals. */
export interface Departures {
  has(signal: AbortSignal): boolean;
  /** Lets a call that has not left do so no more. */
  forbid(signal: AbortSignal): void;
  watch(client: Connector): Connector;
}

/** Departures of calls: the last thing that a client does before the network is to note that one leaves. */
export function createDepartures(): Departures {
  const left = new WeakSet<AbortSignal>();
  const forbidden = new WeakSet<AbortSignal>();
  return {
    has: (signal) => left.has(signal),
    forbid: (signal) => void forbidden.add(signal),
    watch(client) {
      const { pipeline } = pipelineSchema.parse(client).client;
      const sendRequest = async (call: CallOfClient, next: (call: CallOfClient) => Promise<unknown>) => {
        if (call.abortSignal && forbidden.has(call.abortSignal)) throw new Error('too late');
        if (call.abortSignal) left.add(call.abortSignal);
        return next(call);
      };
      // Whatever signs the call comes before: a token that cannot be had is no message that may have arrived.
      pipeline.addPolicy({ name: 'candourDepartures', sendRequest }, { phase: 'Sign' });
      return client;
    },
  };
}
