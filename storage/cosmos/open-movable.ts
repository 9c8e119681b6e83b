import type { Movable } from '../moving/movable.ts';
import { containersIn } from './containers.ts';
import { cosmosConnection } from './cosmos-account.ts';
import { cosmosCalls } from './cosmos-calls.ts';
import { cosmosDocuments } from './cosmos-documents.ts';
import { cosmosMovable } from './movable.ts';
import type { CosmosSettings } from './open-cosmos-store.ts';

const patience = { retries: 30, deadlineMs: 300_000, requestTimeoutMs: 60_000, followsRegions: true } as const;

/** The store in Cosmos DB for export and import. Its containers must exist. */
export function openCosmosMovable(settings: CosmosSettings): Movable {
  const connection = cosmosConnection({ ...settings, ...patience });
  const calls = cosmosCalls(connection.http, patience);
  const database = connection.client.database(settings.database);
  const containers = containersIn((name) => cosmosDocuments(database.container(name), calls));
  return cosmosMovable(containers, settings.clock, async () => connection.close());
}
