import { type ClaimsIdentity, ConnectorFactory, type UserTokenClient } from 'botframework-connector';
import {
  type AdmissionResult,
  type ValidToken,
  type ActivityOrigin,
  CheckedAuthentication,
} from './teams-authentication.ts';
import type { TokenCheckResult } from './connector-token.ts';
import { z } from 'zod';

export type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

export interface ConnectorRequest {
  abortSignal?: AbortSignal;
}
interface Pipeline {
  removePolicy(policy: { name: string }): readonly unknown[];
  addPolicy(
    policy: {
      name: string;
      sendRequest(call: ConnectorRequest, next: (call: ConnectorRequest) => Promise<unknown>): Promise<unknown>;
    },
    options?: { readonly phase: 'Sign' },
  ): void;
}
const pipelineSchema = z.looseObject({
  client: z.looseObject({
    pipeline: z.custom<Pipeline>((value) => typeof value === 'object' && value !== null && 'removePolicy' in value),
  }),
});

/** Retries repeat a post that may have arrived. Throws if there are none. */
export function disableRetries(client: ConnectorClient): ConnectorClient {
  const removed = pipelineSchema.parse(client).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new Error('the connector client has no defaultRetryPolicy: look for its new name');
  return client;
}

/** Calls without a signal would wait for ever. */
function withDeadline(client: ConnectorClient, deadlineMs: number): ConnectorClient {
  pipelineSchema.parse(client).client.pipeline.addPolicy({
    name: 'candourDeadline',
    sendRequest(call, next) {
      call.abortSignal ??= AbortSignal.timeout(deadlineMs);
      return next(call);
    },
  });
  return client;
}

/** Knows, by their signals, which calls have left this server. */
export function createSendTracker(): {
  has(signal: AbortSignal): boolean;
  forbid(signal: AbortSignal): void;
  watch(client: ConnectorClient): ConnectorClient;
} {
  const left = new WeakSet<AbortSignal>();
  const forbidden = new WeakSet<AbortSignal>();
  return {
    has: (signal) => left.has(signal),
    forbid: (signal) => void forbidden.add(signal),
    watch(client) {
      const { pipeline } = pipelineSchema.parse(client).client;
      const sendRequest = async (call: ConnectorRequest, next: (call: ConnectorRequest) => Promise<unknown>) => {
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

export const withClientCache = (authentication: CheckedAuthentication, deadlineMs: number): CheckedAuthentication =>
  new ClientCachingAuthentication(authentication, deadlineMs);

const maxCachedClients = 50;

function createCache<T>(): (name: string, make: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name, make) => {
    const cached = known.get(name);
    if (cached) return cached;
    const created = make();
    known.set(name, created);
    created.catch(() => known.delete(name));
    const [oldest] = known.keys();
    if (known.size > maxCachedClients && oldest !== undefined) known.delete(oldest);
    return created;
  };
}

class CachedConnectorFactory extends ConnectorFactory {
  readonly #create: (serviceUrl: string, audience: string) => Promise<ConnectorClient>;

  constructor(create: (serviceUrl: string, audience: string) => Promise<ConnectorClient>) {
    super();
    this.#create = create;
  }

  override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    return this.#create(serviceUrl, audience);
  }
}

/**
 * The Bot Framework makes two clients a turn, and an invoke uses neither. The client itself repeats a message that may
 * have arrived, so calls are sent once.
 */
class ClientCachingAuthentication extends CheckedAuthentication {
  readonly #inner: CheckedAuthentication;
  readonly #connectors = createCache<ConnectorClient>();
  readonly #tokenClients = createCache<UserTokenClient>();
  readonly #deadlineMs: number;

  constructor(inner: CheckedAuthentication, deadlineMs: number) {
    super();
    this.#inner = inner;
    this.#deadlineMs = deadlineMs;
  }

  override checkHeader(authorization: string): Promise<TokenCheckResult> {
    return this.#inner.checkHeader(authorization);
  }

  override admit(bearer: ValidToken, activity: ActivityOrigin): AdmissionResult {
    const admitted = this.#inner.admit(bearer, activity);
    if (admitted.kind === 'refused') return admitted;
    const { connectorFactory, claimsIdentity } = admitted.caller;
    if (connectorFactory === undefined) return admitted;
    const create = (serviceUrl: string, audience: string): Promise<ConnectorClient> =>
      this.#connectors(`${getAppId(claimsIdentity)} ${audience} ${serviceUrl}`, async () =>
        withDeadline(disableRetries(await connectorFactory.create(serviceUrl, audience)), this.#deadlineMs),
      );
    return { kind: 'caller', caller: { ...admitted.caller, connectorFactory: new CachedConnectorFactory(create) } };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#inner.createConnectorFactory(identity);
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#tokenClients(getAppId(identity), () => this.#inner.createUserTokenClient(identity));
  }

  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience();
  }
}

const getAppId = (identity: ClaimsIdentity): string => identity.getClaimValue('aud') ?? '';
