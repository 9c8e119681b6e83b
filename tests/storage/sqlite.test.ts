import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { allContracts } from '../contracts/all-contracts.ts';
import { sqliteStoredRecords } from '../support/storage/stored-records-sqlite.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

allContracts('SQLite', async () => {
  const folder = createTemporaryFolder();
  const path = join(folder, 'candour.db');
  const store = openSqliteStore(path);
  return {
    store,
    standing: sqliteStoredRecords(path),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});
