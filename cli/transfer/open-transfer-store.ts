import { join } from 'node:path';
import { atPlace, withPlaceOf } from '../../bot/config/store-error-text.ts';
import { expectOwnUse, type StoreSettings } from '../../bot/config/store-settings.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { openCosmosMovable } from '../../storage/cosmos/transfer.ts';
import type { Movable } from '../../storage/transfer/record-kinds.ts';
import { backUpSqlite } from '../../storage/sqlite/backup.ts';
import { sqliteMovable } from '../../storage/sqlite/transfer.ts';
import { openSqliteFile } from '../../storage/sqlite/sqlite-file.ts';

/** A program beside the server waits longer for its turn than a person does. In milliseconds. */
const patienceMs = 30_000;

/**
 * Of a file it is a copy in `folder`, of one moment, so that a server goes on undisturbed. Throws StoreError and
 * UseError.
 */
export async function openToLeave(store: StoreSettings, clock: Clock, folder: string): Promise<Movable> {
  if (store.kind === 'cosmos') return openCosmosMovable({ ...store, clock });
  expectOwnUse(store);
  const copy = join(folder, 'store.db');
  await backUpSqlite(store.path, copy, store.use).catch((error: unknown) => {
    throw withPlaceOf(error, store.path, copy);
  });
  return sqliteMovable(openSqliteFile(copy, patienceMs, store.use));
}

/** Makes an embedded store if there is none. Throws as above. */
export function openToTakeIn(store: StoreSettings, clock: Clock): Movable {
  if (store.kind === 'cosmos') return openCosmosMovable({ ...store, clock });
  expectOwnUse(store);
  return atPlace(store.path, () => sqliteMovable(openSqliteFile(store.path, patienceMs, store.use)));
}
