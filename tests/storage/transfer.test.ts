import { rmSync } from 'node:fs';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openCosmosTransferStore } from '../../storage/cosmos/transfer.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { now } from '../support/contracts/records.ts';
import {
  readFolder,
  runExport,
  type TransferEnd,
  createSqliteEnd,
  runImport,
} from '../support/transfer/export-folder.ts';
import { fillEveryKind, readThroughPorts, createWorkedCase } from '../support/transfer/filled-store.ts';
import { type CosmosDatabase, createDatabase } from '../support/storage/cosmos-database.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { setUpCosmos } from '../support/storage/set-up-cosmos.ts';

const cosmos = setUpCosmos();

let folder: string;
let database: CosmosDatabase;
beforeEach(async () => {
  folder = createTemporaryFolder();
  database = await createDatabase(cosmos);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

/** The database as the commands open it. */
function cosmosPlace({ name }: CosmosDatabase): TransferEnd {
  const open = () =>
    openCosmosTransferStore({
      endpoint: cosmos.endpoint,
      credential: { key: cosmos.key },
      database: name,
      clock: () => now,
      agent: new Agent({ keepAlive: true, ca: cosmos.ca }),
    });
  return { openForExport: async () => open(), openForImport: open };
}

describe('everything that a force holds', () => {
  it('moves from SQLite to Cosmos DB and back as the same bytes, and is shown by every port as before', async () => {
    const store = openSqliteStore(at('kept.db'));
    const cases = await fillEveryKind(store);
    await runExport(createSqliteEnd(at('kept.db')), at('first'));
    expect(await runImport(cosmosPlace(database), at('first'))).toMatchObject({ code: 0 });
    await runExport(cosmosPlace(database), at('second'));
    expect(readFolder(at('second'))).toEqual(readFolder(at('first')));
    await runImport(createSqliteEnd(at('back.db')), at('second'));
    await runExport(createSqliteEnd(at('back.db')), at('third'));
    expect(readFolder(at('third'))).toEqual(readFolder(at('first')));
    const moved = database.open();
    const shown = await readThroughPorts(store, cases);
    expect(await readThroughPorts(moved, cases)).toBe(shown);
    await moved.close();
    await store.close();
  });

  it('moves from Cosmos DB to SQLite, and goes on in another database where a run was stopped', async () => {
    const store = database.open();
    const cases = await fillEveryKind(store);
    await runExport(cosmosPlace(database), at('first'));
    await runImport(createSqliteEnd(at('moved.db')), at('first'));
    const moved = openSqliteStore(at('moved.db'));
    expect(await readThroughPorts(moved, cases)).toBe(await readThroughPorts(store, cases));
    await moved.close();
    await store.close();
    const other = cosmosPlace(await createDatabase(cosmos));
    let left = 9;
    const stopping: TransferEnd = {
      ...other,
      openForImport: () => {
        const movable = other.openForImport();
        return {
          ...movable,
          add: async (kind, records) => {
            left -= 1;
            // In the middle of a write, which here is none at all.
            await movable.add(kind, left === 0 ? records.slice(0, 1) : records);
            if (left === 0) throw new Error('killed');
          },
        };
      },
    };
    await expect(runImport(stopping, at('first'))).rejects.toThrow('killed');
    expect(await runImport(other, at('first'))).toMatchObject({ code: 0 });
    await runExport(other, at('second'));
    expect(readFolder(at('second'))).toEqual(readFolder(at('first')));
  });

  it('leaves what cannot be read aside, and stays as it stands where something else is taken in beside it', async () => {
    const store = database.open();
    const own = await createWorkedCase(store);
    const { caseId } = await createWorkedCase(store);
    await database.tamper('cases', caseId, caseId, (document) => ({ ...document, status: 'none' }));
    const { code, said } = await runExport(cosmosPlace(database), at('first'));
    expect([code, said]).toEqual([3, expect.arrayContaining([`Put aside: case ${caseId} cannot be read.`])]);
    const sqlite = openSqliteStore(at('other.db'));
    await createWorkedCase(sqlite);
    await sqlite.close();
    await runExport(createSqliteEnd(at('other.db')), at('other'));
    await expect(runImport(cosmosPlace(database), at('other'))).rejects.toThrow(/is not empty/u);
    expect(await runImport(cosmosPlace(database), at('other'), true)).toMatchObject({ code: 0 });
    await runExport(cosmosPlace(database), at('second'));
    const [before, after] = [readFolder(at('first')), readFolder(at('second'))];
    expect(after['aside.ndjson']).toBe(before['aside.ndjson']);
    expect(after['cases.ndjson']).toContain(own.caseId);
    expect(after['cases.ndjson']?.split('\n')).toHaveLength(3);
    await store.close();
  });
});
