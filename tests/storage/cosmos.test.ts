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
  const store = (await newDatabase(cosmos)).open();
  return { store, close: () => store.close() };
});
