import { afterAll, beforeAll } from '@jest/globals';
import { allContracts } from '../contracts/all-contracts.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { newDatabase } from '../support/storage/cosmos-database.ts';

let cosmos: StrictCosmos;

beforeAll(async () => {
  cosmos = await startStrictCosmos({ tls: true });
});
afterAll(() => cosmos.stop());

allContracts('Cosmos DB', async () => {
  const database = await newDatabase(cosmos);
  const store = database.open();
  return { store, standing: database.standing, close: () => store.close() };
});
