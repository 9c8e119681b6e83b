// `npm run test:cosmos`: every contract against the account that the environment names.
import { CosmosClient } from '@azure/cosmos';
import { ManagedIdentityCredential } from '@azure/identity';
import { afterAll, beforeAll } from '@jest/globals';
import { z } from 'zod';
import { containerNames, createContainers } from '../../../storage/cosmos/containers.ts';
import { openCosmosStore } from '../../../storage/cosmos/open-cosmos-store.ts';
import { allContracts } from '../../contracts/all-contracts.ts';
import { now } from '../../support/contracts/records.ts';
import { cosmosStoredRecords } from '../../support/storage/stored-records-cosmos.ts';

const environmentSchema = z.object({
  COSMOS_ENDPOINT: z.url(),
  COSMOS_KEY: z.string().min(1).optional(),
  COSMOS_CLIENT_ID: z.string().optional(),
  // Everything in it is removed: a name without "test" is refused.
  COSMOS_TEST_DATABASE: z.string().regex(/test/iu),
});

function account() {
  const parsed = environmentSchema.safeParse(process.env);
  const named = parsed.success ? parsed.data : undefined;
  if (!named) {
    throw new Error(
      'Name an account for tests in the environment: COSMOS_ENDPOINT, COSMOS_TEST_DATABASE (its name must contain ' +
        '"test", since everything in it is removed), and COSMOS_KEY unless the machine has a managed identity.',
    );
  }
  return named;
}

const {
  COSMOS_ENDPOINT: endpoint,
  COSMOS_TEST_DATABASE: database,
  COSMOS_KEY: key,
  COSMOS_CLIENT_ID: clientId,
} = account();
const client = new CosmosClient({
  endpoint,
  ...(key ? { key } : { aadCredentials: new ManagedIdentityCredential(clientId ? { clientId } : {}) }),
});

const partitioned = z.object({ id: z.string(), caseId: z.string().optional() });

async function emptyContainers(): Promise<void> {
  for (const name of containerNames) {
    const container = client.database(database).container(name);
    const keyed = name === 'cases' ? 'c.id, c.caseId' : 'c.id';
    const found = await container.items.query<unknown>(`SELECT ${keyed} FROM c`).fetchAll();
    for (const document of found.resources) {
      const { id, caseId } = partitioned.parse(document);
      await container.item(id, caseId ?? id).delete();
    }
  }
}

// An identity may write documents but not make containers: for it they must stand.
beforeAll(async () => {
  if (key) await createContainers(client, database);
});
afterAll(async () => {
  await emptyContainers();
  client.dispose();
});

allContracts('the Cosmos DB account', async () => {
  await emptyContainers();
  const store = openCosmosStore({
    endpoint,
    credential: key ? { key } : { managedIdentity: true, ...(clientId && { clientId }) },
    database,
    clock: () => now,
    retries: 9,
    deadlineMs: 60_000,
    requestTimeoutMs: 10_000,
  });
  return {
    store,
    standing: cosmosStoredRecords((work) => work(client.database(database))),
    close: () => store.close(),
  };
});
