import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import { toStoreOpeningError, toCopyError } from '../bot/config/store-opening-error.ts';
import { assertStoreEnvironment } from '../bot/config/store-settings.ts';
import type { FileStore } from '../core/ports/file-store.ts';
import type { Store } from '../core/ports/store.ts';
import type { Clock, MonotonicClock } from '../core/model/calendar.ts';
import { copyFolder, createFolderFileStore, restoreFolder } from '../storage/blobs/folder-file-store.ts';
import { backUpSqlite, restoreSqlite } from '../storage/sqlite/backup.ts';
import type { StoreEnvironment } from '../storage/sqlite/store-environment.ts';
import { openSqliteStore } from '../storage/sqlite/open-sqlite-store.ts';
import { auditCommand } from './audit.ts';
import { printLine, type CliCommand } from './cli-command.ts';

const usage = `Tries a restore of the embedded store in another place, and changes nothing that is in use.

  npm run drill                                     makes a backup and restores it
  npm run drill -- --from <file>                    restores a backup that "npm run backup" made
  npm run drill -- --from <file> --oldest <hours>   the same, and fails if the backup is older than this

It says how old the backup is, how long the restore took, and what is damaged. It ends with 0 if all went well.
Cosmos DB has its own drill: see docs/guides/operator.md.
`;

const parseHours = (given: string | undefined): number | undefined =>
  given === undefined ? undefined : /^\d{1,5}$/u.test(given) ? Number(given) : Number.NaN;

export interface DrillDependencies {
  readonly store: { readonly path: string; readonly use: StoreEnvironment };
  readonly filesPath: string | undefined;
  readonly openStore: (path: string) => Store;
  readonly openFiles: (path: string) => FileStore;
  readonly verify: (store: Store, files: FileStore | undefined) => Promise<number>;
  readonly clock: Clock;
  readonly monotonic: MonotonicClock;
  readonly printLine: (line: string) => void;
}

export interface DrillOptions {
  readonly from?: string | undefined;
  readonly maxAgeHours?: number | undefined;
}

const hourMs = 3_600_000;

const formatHours = (ms: number): string => {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
};

async function prepareBackup(deps: DrillDependencies, { from }: DrillOptions, folder: string) {
  const { store, filesPath, clock, printLine: say } = deps;
  if (from !== undefined) {
    const ageMs = existsSync(from) ? clock().getTime() - statSync(from).mtimeMs : 0;
    return { path: from, ageMs };
  }
  const path = join(folder, 'backup.db');
  const begun = deps.monotonic();
  await backUpSqlite(store.path, path, store.use);
  if (filesPath !== undefined) copyFolder(filesPath, `${path}.files`);
  say(`A backup was made in ${formatSeconds(deps.monotonic() - begun)}.`);
  return { path, ageMs: 0 };
}

const formatSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} seconds`;

async function restoreAndVerify(deps: DrillDependencies, backup: string, folder: string): Promise<number> {
  const begun = deps.monotonic();
  const restored = join(folder, 'restored.db');
  restoreSqlite(backup, restored, join(folder, 'aside.db'), deps.store.use);
  const copied = `${backup}.files`;
  const filesAt = existsSync(copied) ? join(folder, 'restored.files') : undefined;
  if (filesAt !== undefined) restoreFolder(copied, filesAt, join(folder, 'aside.files'));
  const store = deps.openStore(restored);
  try {
    await store.assertReadable();
    deps.printLine(`It was restored, opened and checked in ${formatSeconds(deps.monotonic() - begun)}.`);
    return await deps.verify(store, filesAt === undefined ? undefined : deps.openFiles(filesAt));
  } finally {
    await store.close();
  }
}

/** Restores a backup into its own folder, checks it, and removes it. Exit code 3 if it is not whole or too old. */
export async function runRestoreDrill(deps: DrillDependencies, options: DrillOptions): Promise<number> {
  const { printLine: say } = deps;
  const folder = mkdtempSync(join(tmpdir(), 'candour-drill-'));
  try {
    mkdirSync(join(folder, 'backup'), { mode: 0o700 });
    const { path, ageMs } = await prepareBackup(deps, options, join(folder, 'backup'));
    const found = await restoreAndVerify(deps, path, folder);
    const isTooOld = options.maxAgeHours !== undefined && ageMs > options.maxAgeHours * hourMs;
    if (options.from !== undefined) say(`The backup is ${formatHours(ageMs)} old: it lacks what was saved since.`);
    if (isTooOld) say(`It may be at most ${options.maxAgeHours} hours old. Find out why there is no newer one.`);
    say(found === 0 && !isTooOld ? 'The drill succeeded.' : 'The drill failed.');
    return found === 0 && isTooOld ? 3 : found;
  } catch (error) {
    throw toCopyError(error, options.from ?? deps.store.path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The drill could not be carried out.',
  run: async (args) => {
    const options = { from: { type: 'string' }, oldest: { type: 'string' } } as const;
    const { from, oldest } = parseArgs({ args: [...args], options }).values;
    const { store, files, timeZone } = loadCommandSettings();
    const maxAgeHours = parseHours(oldest);
    if (store.kind === 'cosmos' || Number.isNaN(maxAgeHours) || (oldest !== undefined && from === undefined)) {
      printLine(usage);
      return 2;
    }
    assertStoreEnvironment(from === undefined ? store : { ...store, path: from });
    const clock = () => new Date();
    const deps: DrillDependencies = {
      store,
      filesPath: files?.kind === 'folder' ? files.path : undefined,
      openStore: (path) => openSqliteStore(path, store.use),
      openFiles: (path) => createFolderFileStore(path, clock),
      verify: (restored, restoredFiles) =>
        auditCommand({ ...restored, files: restoredFiles, clock, timeZone, printLine }, ['verify']),
      clock,
      monotonic: () => performance.now(),
      printLine,
    };
    const code = await runRestoreDrill(deps, { from, maxAgeHours }).catch((error: unknown) => {
      throw toStoreOpeningError(error, from ?? store.path);
    });
    if (files?.kind === 'blobs') printLine('Files are in a storage account, so they were not checked.');
    return code;
  },
};
