import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Store } from '../../../core/ports/store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';
import {
  toComparable,
  readDocuments,
  storedSchema,
  createRecords,
  writeDocuments,
  writeRows,
  readRows,
} from '../../support/storage/record-stages.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';
import { setUpFolder } from '../../support/storage/set-up-store.ts';

// What the adapters of commit f07c84c8 wrote, when each store had its own for each record: after a record of each kind
// was made, and after each was changed. Never to be made anew by later code.
const before = z
  .object({ made: storedSchema, changed: storedSchema })
  .parse(JSON.parse(readFileSync(fileURLToPath(new URL('records-of-f07c84c8.json', import.meta.url)), 'utf8')));

const cosmos = setUpCosmos();
const pathIn = setUpFolder();

async function sqlite() {
  const path = pathIn('candour.db');
  const store: Store = openSqliteStore(path);
  return {
    store,
    put: async (stage: 'made' | 'changed') => writeRows(path, before[stage].sqlite),
    stands: async () => readRows(path),
  };
}

async function documents() {
  const database = await createDatabase(cosmos);
  return {
    store: database.open(),
    put: (stage: 'made' | 'changed') => writeDocuments(cosmos, database.name, before[stage].cosmos),
    stands: () => readDocuments(cosmos, database.name),
  };
}

describe.each([
  { name: 'SQLite', open: sqlite, kind: 'sqlite' },
  { name: 'Cosmos DB', open: documents, kind: 'cosmos' },
] as const)('records that each store had an adapter of its own for, in $name', ({ open, kind }) => {
  it('are made with the names and values that they had', async () => {
    const { store, stands } = await open();
    await createRecords(store);
    expect(toComparable(await stands())).toEqual(toComparable(before.made[kind]));
    await store.close();
  });

  it('are read as they were left, and changed to what those adapters would have made of them', async () => {
    const { store, put, stands } = await open();
    await put('made');
    const change = await createRecords(store);
    expect(toComparable(await stands())).toEqual(toComparable(before.made[kind]));
    await change();
    expect(toComparable(await stands())).toEqual(toComparable(before.changed[kind]));
    await store.close();
  });

  it('go on from where those adapters had come to', async () => {
    const { store, put, stands } = await open();
    await put('changed');
    const change = await createRecords(store);
    expect(toComparable(await stands())).toEqual(toComparable(before.changed[kind]));
    await change();
    await store.close();
  });
});
