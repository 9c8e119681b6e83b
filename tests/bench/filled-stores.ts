import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { EventRecord } from '../../core/model/event-record.ts';
import type { Store } from '../../core/ports/store.ts';
import { createCaseWriteBuilder } from '../../storage/cosmos/case-documents.ts';
import { addCase } from '../../storage/sqlite/cases.ts';
import { openSqliteStore, createSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import type { SqliteFile } from '../../storage/sqlite/sqlite-file.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { newCaseId } from '../support/contracts/records.ts';
import { createDatabase } from '../support/storage/cosmos-database.ts';
import { createFilledFile } from '../support/storage/fill-sqlite.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import type { MakeCase } from '../support/summary/week-in-history.ts';

/** A store with cases in it. */
export interface FilledStore {
  readonly store: Store;
  /** Some of the unit's cases, without their seals: what is asked for is drawn from them. */
  readonly cases: readonly CaseRecord[];
  /** Closes the store and removes it. */
  readonly close: () => Promise<void>;
}

/** As long as a report of some 2,000 characters is, sealed. */
export const sealedReport = 'c2Vh'.repeat(2_000);
const drawnCases = 1_000;

/** Keeps some of the unit's cases, as they are added. */
function createCaseSample(count: number) {
  const drawn: CaseRecord[] = [];
  let added = 0;
  return {
    drawn,
    add(record: CaseRecord): void {
      added += 1;
      if (record.handledBy === 'acu' && added % Math.ceil(count / drawnCases) === 0) {
        drawn.push({ ...record, sealedReport: '' });
      }
    },
  };
}

/** A SQLite file with so many cases. `add` may write more than the case itself. */
export async function createFilledSqlite(
  count: number,
  make: MakeCase,
  add: (file: SqliteFile, record: CaseRecord) => void = addCase,
): Promise<FilledStore & { readonly file: SqliteFile; readonly path: string }> {
  const folder = createTemporaryFolder();
  const path = join(folder, 'candour.db');
  const cases = createCaseSample(count);
  const file = await createFilledFile(path, count, make, (into, record) => {
    add(into, record);
    cases.add(record);
  });
  const store = createSqliteStore(file);
  return {
    store,
    file,
    path,
    cases: cases.drawn,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of the stand-in with so many cases, put into its memory as the store would have written them. */
export async function createFilledCosmos(
  cosmos: StrictCosmos,
  count: number,
  make: MakeCase,
  eventsOf: (record: CaseRecord) => readonly EventRecord[] = () => [],
): Promise<FilledStore> {
  const database = await createDatabase(cosmos);
  const cases = createCaseSample(count);
  for (let at = 0; at < count; at += 1) {
    const record = make(at, newCaseId());
    const builder = createCaseWriteBuilder();
    cosmos.put(database.name, 'cases', builder.addCase(record).resourceBody);
    for (const event of builder.addEvents(eventsOf(record))) {
      if (event.operationType === 'Create') cosmos.put(database.name, 'cases', event.resourceBody);
    }
    cases.add(record);
  }
  const store = database.open();
  return { store, cases: cases.drawn, close: () => store.close() };
}

/** Does something with a new store of each kind. */
export async function forEachStore(work: (store: Store, name: string) => Promise<void>): Promise<void> {
  const folder = createTemporaryFolder();
  const file = openSqliteStore(join(folder, 'candour.db'));
  await work(file, 'SQLite');
  await file.close();
  rmSync(folder, { recursive: true, force: true });
  const cosmos = await startStrictCosmos({ tls: true });
  const store = (await createDatabase(cosmos)).open();
  await work(store, 'Cosmos DB');
  await store.close();
  await cosmos.stop();
}
