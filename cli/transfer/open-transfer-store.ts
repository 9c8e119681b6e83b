import { join } from 'node:path';
import { withStoreOpeningError, toCopyError } from '../../bot/config/store-opening-error.ts';
import { assertStoreEnvironment, type StoreSettings } from '../../bot/config/store-settings.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { openCosmosTransferStore } from '../../storage/cosmos/transfer.ts';
import type { TransferStore } from '../../storage/transfer/transfer-kinds.ts';
import { backUpSqlite } from '../../storage/sqlite/backup.ts';
import { createSqliteTransferStore } from '../../storage/sqlite/transfer.ts';
import { openSqliteFile } from '../../storage/sqlite/sqlite-file.ts';

/** Milliseconds: a program beside the server waits longer than a person does. */
const lockTimeoutMs = 30_000;

/**
 * A file is copied into `folder`, as of one moment, so that a server goes on undisturbed. Throws StoreError and
 * EnvironmentMismatchError.
 */
export async function openTransferStoreForExport(
  store: StoreSettings,
  clock: Clock,
  folder: string,
): Promise<TransferStore> {
  if (store.kind === 'cosmos') return openCosmosTransferStore({ ...store, clock });
  assertStoreEnvironment(store);
  const copy = join(folder, 'store.db');
  await backUpSqlite(store.path, copy, store.use).catch((error: unknown) => {
    throw toCopyError(error, store.path, copy);
  });
  return createSqliteTransferStore(openSqliteFile(copy, lockTimeoutMs, store.use));
}

/** Makes an embedded store if there is none. Throws as above. */
export function openTransferStoreForImport(store: StoreSettings, clock: Clock): TransferStore {
  if (store.kind === 'cosmos') return openCosmosTransferStore({ ...store, clock });
  assertStoreEnvironment(store);
  return withStoreOpeningError(store.path, () =>
    createSqliteTransferStore(openSqliteFile(store.path, lockTimeoutMs, store.use)),
  );
}
