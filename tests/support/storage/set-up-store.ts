import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { Store } from '../../../core/ports/store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import type { StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { setUpShared } from '../set-up.ts';
import { type CosmosDatabase, createDatabase } from './cosmos-database.ts';
import { setUpCosmos } from './set-up-cosmos.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A folder for each test. Its function gives the path of a file in it. */
export function setUpFolder(): (...names: readonly string[]) => string {
  let folder = '';
  beforeEach(() => {
    folder = createTemporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return (...names) => join(folder, ...names);
}

/** A store in a SQLite file, one for all tests of a file or a block. */
export function setUpSqliteStore(): Store {
  let folder = '';
  const store = setUpShared(
    () => {
      folder = createTemporaryFolder();
      return openSqliteStore(join(folder, 'candour.db'));
    },
    (opened) => opened.close(),
  );
  afterAll(() => rmSync(folder, { recursive: true }));
  return store;
}

/** A database of Cosmos DB, one for all tests of a file, and the account behind it. Faults that are left over are cleared after each test. */
export interface CosmosFixture {
  readonly cosmos: StrictCosmos;
  /** A store in the database, which is closed after its test. */
  readonly open: CosmosDatabase['open'];
  /** How many batches have been asked for since so many requests. */
  readonly batchesSince: (start: number) => number;
}

export function setUpCosmosDatabase(): CosmosFixture {
  const cosmos = setUpCosmos();
  let database: CosmosDatabase | undefined;
  let stores: Store[] = [];
  beforeAll(async () => {
    database = await createDatabase(cosmos);
  });
  afterEach(async () => {
    cosmos.faults.clear();
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
  });
  return {
    cosmos,
    open(settings) {
      if (!database) throw new Error('the database is made before the first test');
      const store = database.open(settings);
      stores.push(store);
      return store;
    },
    batchesSince: (start) => cosmos.requests.slice(start).filter(isBatch).length,
  };
}

export const isBatch = ({ headers }: StrictCosmos['requests'][number]): boolean =>
  headers['x-ms-cosmos-is-batch-request'] !== undefined;
