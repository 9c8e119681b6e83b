import { allContracts } from '../contracts/all-contracts.ts';
import { createDatabase } from '../support/storage/cosmos-database.ts';
import { setUpCosmos } from '../support/storage/set-up-cosmos.ts';

const cosmos = setUpCosmos();

allContracts('Cosmos DB', async () => {
  const database = await createDatabase(cosmos);
  const store = database.open();
  return { store, standing: database.standing, close: () => store.close() };
});
