import type { BotFrameworkAuthentication } from 'botframework-connector';
import { z } from 'zod';

type ConnectorFactory = ReturnType<BotFrameworkAuthentication['createConnectorFactory']>;
export type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

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
const pipelineSchema = z.looseObject({
  client: z.looseObject({
    pipeline: z.custom<Pipeline>((value) => typeof value === 'object' && value !== null && 'removePolicy' in value),
  }),
});

/** They repeat a post that may have arrived. Throws if there are none. */
export function withoutHiddenRetries(client: Connector): Connector {
  const removed = pipelineSchema.parse(client).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new Error('the connector client has no defaultRetryPolicy: look for its new name');
  return client;
}

/** For calls without a signal: by default they wait for ever. */
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

/** Which calls, by their signals, have left this server. */
export interface Departures {
  has(signal: AbortSignal): boolean;
  forbid(signal: AbortSignal): void;
  watch(client: Connector): Connector;
}

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
      // After signing: a call without a token has not left.
      pipeline.addPolicy({ name: 'candourDepartures', sendRequest }, { phase: 'Sign' });
      return client;
    },
  };
}
