import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { allContracts } from '../contracts/all-contracts.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';

allContracts('SQLite', async () => {
  const folder = temporaryFolder();
  const store = openSqliteStore(join(folder, 'candour.db'));
  return {
    store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});
