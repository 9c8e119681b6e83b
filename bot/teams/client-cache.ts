import { type ClaimsIdentity, ConnectorFactory, type UserTokenClient } from 'botframework-connector';
import { type Admitted, type Bearer, type Calling, CheckedAuthentication } from './checked-authentication.ts';
import type { CheckedHeader } from './connector-token.ts';
import { withDeadline, withoutHiddenRetries } from './connector-pipeline.ts';

type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

const mostKept = 50;

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
 * The Bot Framework makes two clients for each turn, and an invoke uses neither: a ninth of a step
 * (docs/performance.md). Calls are sent once: the client itself repeats a message that may have arrived.
 */
class ClientCache extends CheckedAuthentication {
  readonly #inner: CheckedAuthentication;
  readonly #connectors = kept<Connector>();
  readonly #tokenClients = kept<UserTokenClient>();
  readonly #deadlineMs: number;

  constructor(inner: CheckedAuthentication, deadlineMs: number) {
    super();
    this.#inner = inner;
    this.#deadlineMs = deadlineMs;
  }

  override checkHeader(authorization: string): Promise<CheckedHeader> {
    return this.#inner.checkHeader(authorization);
  }

  override admit(bearer: Bearer, activity: Calling): Admitted {
    const admitted = this.#inner.admit(bearer, activity);
    if (admitted.kind === 'refused') return admitted;
    const { connectorFactory, claimsIdentity } = admitted.caller;
    if (connectorFactory === undefined) return admitted;
    const create = (serviceUrl: string, audience: string): Promise<Connector> =>
      this.#connectors(`${appOf(claimsIdentity)} ${audience} ${serviceUrl}`, async () =>
        withDeadline(withoutHiddenRetries(await connectorFactory.create(serviceUrl, audience)), this.#deadlineMs),
      );
    return { kind: 'caller', caller: { ...admitted.caller, connectorFactory: new KeptConnectors(create) } };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#inner.createConnectorFactory(identity);
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#tokenClients(appOf(identity), () => this.#inner.createUserTokenClient(identity));
  }

  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience();
  }
}

const appOf = (identity: ClaimsIdentity): string => identity.getClaimValue('aud') ?? '';

/** Makes each client once; its calls end after `deadlineMs`. */
export const withClientCache = (authentication: CheckedAuthentication, deadlineMs: number): CheckedAuthentication =>
  new ClientCache(authentication, deadlineMs);
