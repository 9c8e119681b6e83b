import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseRecord } from '../../concerns/records/case-record.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { caseWrite } from '../../storage/cosmos/case-documents.ts';
import { addCase } from '../../storage/sqlite/case-rows.ts';
import { storeIn } from '../../storage/sqlite/open-sqlite-store.ts';
import { openSqliteFile, type SqliteFile } from '../../storage/sqlite/sqlite-file.ts';
import type { StrictCosmos } from '../fakes/strict-cosmos.ts';
import { newDatabase } from '../support/storage/cosmos-database.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';

/** A store with cases in it. */
export interface FilledStore {
  readonly store: Store;
  /** The cases of the unit, the newest first, without their seals: what is asked for is drawn from them. */
  readonly cases: readonly CaseRecord[];
  close(): Promise<void>;
}

/** As long as a report of some 2,000 characters is, sealed. No list reads it. */
const sealOf = (characters: number): string => 'c2Vh'.repeat(characters / 4);
const casesOfATransaction = 5_000;

const ofTheUnit = (cases: readonly CaseRecord[]): readonly CaseRecord[] =>
  cases.filter(({ handledBy }) => handledBy === 'acu');

/** A SQLite file with cases, written a few thousand in a transaction. */
export async function filledSqlite(cases: readonly CaseRecord[]): Promise<FilledStore & { readonly file: SqliteFile }> {
  const folder = temporaryFolder();
  const file = openSqliteFile(join(folder, 'candour.db'), 2_000);
  const sealedReport = sealOf(8_000);
  for (let from = 0; from < cases.length; from += casesOfATransaction) {
    await file.transaction(() => {
      for (const record of cases.slice(from, from + casesOfATransaction)) addCase(file, { ...record, sealedReport });
    });
  }
  await file.erase();
  const store = storeIn(file);
  return {
    store,
    file,
    cases: ofTheUnit(cases),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of the stand-in with cases, put into its memory as the store would have written them. */
export async function filledCosmos(cosmos: StrictCosmos, cases: readonly CaseRecord[]): Promise<FilledStore> {
  const database = await newDatabase(cosmos);
  const sealedReport = sealOf(400);
  for (const record of cases) {
    const { resourceBody } = caseWrite().addCase({ ...record, sealedReport });
    cosmos.put(database.name, 'cases', resourceBody);
  }
  const store = database.open();
  return { store, cases: ofTheUnit(cases), close: () => store.close() };
}
