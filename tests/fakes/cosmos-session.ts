import https from 'node:https';
import { type Container, type ContainerDefinition, CosmosClient } from '@azure/cosmos';
import { type StrictCosmos, startStrictCosmos } from './strict-cosmos.ts';

/** The real SDK in front of a stand-in of its own, with a clock that the test moves. */
export interface CosmosSession {
  readonly cosmos: StrictCosmos;
  readonly client: CosmosClient;
  /** Makes a container of the next name. Without definition: partitioned by /caseId. */
  container(definition?: Partial<ContainerDefinition>): Promise<Container>;
  /** Lets so many seconds pass for `_ts` and expiry. */
  pass(seconds: number): void;
  stop(): Promise<void>;
}

/** Starts both, over HTTPS, and makes a database. The client repeats nothing where it can be told so. */
export async function openCosmosSession(): Promise<CosmosSession> {
  // By a clock that stood still: what a busy machine takes between two requests would be a second that nobody let pass.
  let now = Date.parse('2026-11-26T12:00:00Z');
  let made = 0;
  const cosmos = await startStrictCosmos({ tls: true, now: () => now });
  const client = new CosmosClient({
    endpoint: cosmos.endpoint,
    key: cosmos.key,
    agent: new https.Agent({ ca: cosmos.ca, keepAlive: true }),
    connectionPolicy: {
      enableEndpointDiscovery: false,
      // No request hangs for ever; a machine that others keep busy is waited for.
      requestTimeout: 300_000,
      retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 1 },
    },
  });
  const { database } = await client.databases.create({ id: 'candour' });
  return {
    cosmos,
    client,
    async container(definition = {}) {
      made += 1;
      const answer = await database.containers.create({
        id: `container-${made}`,
        partitionKey: { paths: ['/caseId'] },
        ...definition,
      });
      return answer.container;
    },
    pass(seconds) {
      now += seconds * 1_000;
    },
    async stop() {
      client.dispose();
      await cosmos.stop();
    },
  };
}
