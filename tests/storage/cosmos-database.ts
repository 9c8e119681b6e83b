import { randomUUID } from 'node:crypto';
import { Agent } from 'node:https';
import { CosmosClient } from '@azure/cosmos';
import type { Store } from '../../concerns/ports/store.ts';
import { createContainers } from '../../storage/cosmos/containers.ts';
import { type CosmosSettings, openCosmosStore } from '../../storage/cosmos/open-cosmos-store.ts';
import { now } from '../contracts/records.ts';
import type { StrictCosmos } from '../fakes/strict-cosmos.ts';

export interface CosmosDatabase {
  readonly name: string;
  /** A store in the database, which its test closes. */
  open(settings?: Partial<CosmosSettings>): Store;
}

/** A new database in the stand-in with its containers, over the real SDK. */
export async function newDatabase(cosmos: StrictCosmos): Promise<CosmosDatabase> {
  const name = `test-${randomUUID()}`;
  const agent = () => new Agent({ keepAlive: true, ca: cosmos.ca });
  const client = new CosmosClient({
    endpoint: cosmos.endpoint,
    key: cosmos.key,
    agent: agent(),
    connectionPolicy: { enableBackgroundEndpointRefreshing: false },
  });
  await createContainers(client, name);
  client.dispose();
  return {
    name,
    open: (settings = {}) =>
      openCosmosStore({
        endpoint: cosmos.endpoint,
        credential: { key: cosmos.key },
        database: name,
        clock: () => now,
        agent: agent(),
        ...settings,
      }),
  };
}
