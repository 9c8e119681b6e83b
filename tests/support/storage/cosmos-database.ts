import { randomUUID } from 'node:crypto';
import { Agent } from 'node:https';
import { CosmosClient } from '@azure/cosmos';
import { z } from 'zod';
import type { Store } from '../../../core/ports/store.ts';
import { containerLayouts, type ContainerName, createContainers } from '../../../storage/cosmos/containers.ts';
import { type CosmosSettings, openCosmosStore } from '../../../storage/cosmos/open-cosmos-store.ts';
import { now } from '../contracts/records.ts';
import type { StoredRecords } from '../contracts/stored-records.ts';
import { cosmosStoredRecords } from './stored-records-cosmos.ts';
import type { StrictCosmos } from '../../fakes/strict-cosmos.ts';

export interface CosmosDatabase {
  readonly name: string;
  /** A store in the database, which its test closes. Patient where nothing else is asked: a busy machine may stop for seconds. */
  open(settings?: Partial<CosmosSettings>): Store;
  /** What stands in it, as another client has it. */
  readonly standing: StoredRecords;
  /** Changes a document as somebody does who can write to the database; removes it where nothing comes back. */
  tamper(
    container: ContainerName,
    id: string,
    partition: string,
    how: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> | undefined,
  ): Promise<void>;
}

/** Longer than any pause of a machine that others keep busy: no test but those that ask for less waits this long. */
export const longTimeouts = { requestTimeoutMs: 120_000, deadlineMs: 300_000 } as const;

const documentSchema = z.record(z.string(), z.unknown());

/** A new database in the stand-in with its containers, over the real SDK. */
export async function createDatabase(cosmos: StrictCosmos): Promise<CosmosDatabase> {
  const name = `test-${randomUUID()}`;
  const agent = () => new Agent({ keepAlive: true, ca: cosmos.ca });
  const newClient = () =>
    new CosmosClient({
      endpoint: cosmos.endpoint,
      key: cosmos.key,
      agent: agent(),
      connectionPolicy: { enableBackgroundEndpointRefreshing: false },
    });
  const client = newClient();
  await createContainers(client, name);
  client.dispose();
  return {
    name,
    standing: cosmosStoredRecords(async (work) => {
      const other = newClient();
      try {
        return await work(other.database(name));
      } finally {
        other.dispose();
      }
    }),
    open: (settings = {}) =>
      openCosmosStore({
        endpoint: cosmos.endpoint,
        credential: { key: cosmos.key },
        database: name,
        clock: () => now,
        agent: agent(),
        ...longTimeouts,
        ...settings,
      }),
    async tamper(container, id, partition, how) {
      const attacker = newClient();
      const item = attacker.database(name).container(container).item(id, partition);
      const changed = how(documentSchema.parse((await item.read()).resource));
      await (changed === undefined ? item.delete() : item.replace({ ...changed, id }));
      attacker.dispose();
    },
  };
}

/** Removes a container of a database, and makes it again with another layout where one is given. */
export async function replaceContainer(
  { endpoint, key, ca = '' }: StrictCosmos,
  database: string,
  name: ContainerName,
  layout: object | undefined,
): Promise<void> {
  const connectionPolicy = { enableBackgroundEndpointRefreshing: false };
  const client = new CosmosClient({ endpoint, key, agent: new Agent({ ca }), connectionPolicy });
  await client.database(database).container(name).delete();
  if (layout !== undefined) await client.database(database).containers.create({ ...containerLayouts[name], ...layout });
  client.dispose();
}
