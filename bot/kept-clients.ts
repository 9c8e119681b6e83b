import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

/** Teams calls from a few addresses. More than these and the oldest is made anew when it is needed. */
const mostKept = 50;

/** What a name was made into the first time; what failed to be made is forgotten. */
function kept<T>(): (name: string, make: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name, make) => {
    const standing = known.get(name);
    if (standing) return standing;
    const made = make();
    known.set(name, made);
    made.catch(() => known.delete(name));
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return made;
  };
}

class KeptConnectors extends ConnectorFactory {
  readonly #create: (serviceUrl: string, audience: string) => Promise<Connector>;

  constructor(create: (serviceUrl: string, audience: string) => Promise<Connector>) {
    super();
    this.#create = create;
  }

  override create(serviceUrl: string, audience: string): Promise<Connector> {
    return this.#create(serviceUrl, audience);
  }
}

/**
 * The same authentication, whose clients are made once: the Bot Framework makes two for every turn, each with an HTTP
 * pipeline of its own, and an invoke uses neither. That was a ninth of a step (docs/performance.md).
 */
class KeptClients extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #connectors = kept<Connector>();
  readonly #tokenClients = kept<UserTokenClient>();

  constructor(inner: BotFrameworkAuthentication) {
    super();
    this.#inner = inner;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const caller = await this.#inner.authenticateRequest(activity, header);
    const { connectorFactory, claimsIdentity } = caller;
    if (connectorFactory === undefined) return caller;
    const create = (serviceUrl: string, audience: string): Promise<Connector> =>
      this.#connectors(`${appOf(claimsIdentity)} ${audience} ${serviceUrl}`, () =>
        connectorFactory.create(serviceUrl, audience),
      );
    return { ...caller, connectorFactory: new KeptConnectors(create) };
  }

  override authenticateStreamingRequest(header: string, channelId: string): Promise<AuthenticateRequestResult> {
    return this.#inner.authenticateStreamingRequest(header, channelId);
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#inner.createConnectorFactory(identity);
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#tokenClients(appOf(identity), () => this.#inner.createUserTokenClient(identity));
  }
}

/** The app that a token was made for; none where tokens are not checked. */
const appOf = (identity: ClaimsIdentity): string => identity.getClaimValue('aud') ?? '';

/** An authentication that makes each client once. */
export const withKeptClients = (authentication: BotFrameworkAuthentication): BotFrameworkAuthentication =>
  new KeptClients(authentication);
