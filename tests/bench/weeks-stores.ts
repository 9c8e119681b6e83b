import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../concerns/ports/store.ts';
import { addDays, mondayOf } from '../../concerns/terms/calendar.ts';
import { caseWrite } from '../../storage/cosmos/case-documents.ts';
import { storeIn } from '../../storage/sqlite/open-sqlite-store.ts';
import type { CountDependencies } from '../../summary/closed-weeks.ts';
import type { StrictCosmos } from '../fakes/strict-cosmos.ts';
import { freshCaseId } from '../support/contracts/records.ts';
import { newDatabase } from '../support/storage/cosmos-database.ts';
import { filledFile } from '../support/storage/fill-sqlite.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { aWeek } from '../support/summary/figures.ts';
import type { MakeCase } from '../support/summary/week-in-history.ts';

/** The week that is counted, the last one of a year to March, and its Sunday. */
export const week = aWeek('2026-W13');
export const sunday = addDays(mondayOf(week), 6);

/** A store with cases in it, and what counting needs of it a week later. */
export interface CountedStore {
  readonly deps: CountDependencies & Pick<Store, 'issues'>;
  readonly close: () => Promise<void>;
}

const depsOf = ({ queries, weeks, issues }: Store): CountedStore['deps'] => ({
  queries,
  weeks,
  issues,
  clock: () => new Date('2026-04-06T12:00:00Z'),
  timeZone: 'Europe/London',
  limitDays: 3,
  rule: { smallCount: 5, hideZero: false },
});

/** A SQLite file with so many cases. */
export async function countedSqlite(count: number, make: MakeCase): Promise<CountedStore> {
  const folder = temporaryFolder();
  const store = storeIn(await filledFile(join(folder, 'candour.db'), count, make));
  return {
    deps: depsOf(store),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of the stand-in with so many cases, put into its memory as the store would have written them. */
export async function countedCosmos(cosmos: StrictCosmos, count: number, make: MakeCase): Promise<CountedStore> {
  const database = await newDatabase(cosmos);
  for (let at = 0; at < count; at += 1) {
    cosmos.put(database.name, 'cases', caseWrite().addCase(make(at, freshCaseId())).resourceBody);
  }
  const store = database.open();
  return { deps: depsOf(store), close: () => store.close() };
}
