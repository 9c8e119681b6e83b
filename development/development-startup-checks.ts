import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tabFolders } from '../bot/http/built-files.ts';
import { isFileError } from '../bot/runtime/file-error.ts';
import { assertDevelopment } from '../bot/config/development-environment.ts';
import type { EnvironmentVariables } from '../bot/config/settings-schema.ts';
import { openStore } from '../bot/config/open-store.ts';
import { assertNoServerRunning } from './data-folder-lock.ts';
import { assertKeysReadable, currentKeysFolder } from './development-keys.ts';
import { dataFolder, type DevelopmentRunSettings, loadDevelopmentSettingsDryRun } from './development-settings.ts';
import { findFreeLoopbackPort } from './loopback-port.ts';
import { DevelopmentStartError } from './development-start-error.ts';

async function assertPortsFree({ listen, playgroundPort }: DevelopmentRunSettings): Promise<void> {
  const asked = [
    ['PORT', listen.port],
    ['PLAYGROUND_PORT', playgroundPort],
    ['HEALTH_PORT', listen.health?.port ?? 0],
  ] as const;
  const fixed = asked.filter(([, port]) => port !== 0);
  for (const [name, port] of fixed) {
    const same = fixed.filter(([, other]) => other === port);
    if (same.length > 1) throw new DevelopmentStartError('samePorts', same.map(([one]) => one).join(' and '));
    await findFreeLoopbackPort(port, name);
  }
}

async function assertStoreOpens({ store }: DevelopmentRunSettings): Promise<void> {
  if (!existsSync(store.path)) return;
  // A read-only file would open all the same: a force's reports stay readable so.
  closeSync(openSync(store.path, 'r+'));
  const opened = await openStore(store, () => new Date());
  await opened.close();
}

/**
 * Checks all that would keep development from starting, before anything is built, and changes nothing. Rejects with
 * EnvironmentMismatchError, SettingsError, DevelopmentStartError, StoreError, and file system errors.
 */
export async function assertCanStart(environment?: EnvironmentVariables): Promise<void> {
  // First: with a force's settings nothing is tried, either.
  assertDevelopment(environment);
  const run = loadDevelopmentSettingsDryRun(environment);
  assertNoServerRunning(dataFolder(run));
  await assertPortsFree(run);
  assertFolderWritable(dataFolder(run), 'correct that, or set SQLITE_PATH to a file in another folder');
  assertFolderWritable(dirname(tabFolders.built), 'correct that, because the page is built there');
  await assertStoreOpens(run);
  await assertKeysReadable(currentKeysFolder(run.store.path));
}

/** More than a build of the page or a new store needs. */
const probeBytes = Buffer.alloc(16 * 1024 * 1024);

const folderErrorReasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'cannot be created, because a file is in the way',
  EROFS: 'is on a read-only disk',
  EACCES: 'may not be written to by this account',
  EPERM: 'may not be written to by this account',
  ENOSPC: 'has no space on its disk',
  EDQUOT: 'has no space in the quota of this account',
};

function nearestExistingFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestExistingFolder(above);
}

function probeFolder(folder: string): void {
  const path = join(folder, `room-${process.pid}.tmp`);
  const file = openSync(path, 'wx', 0o600);
  try {
    // A full disk may write a part and fail only on the next write.
    writeFileSync(file, probeBytes);
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}

/**
 * Throws DevelopmentStartError, with `instead`. Tests by writing, since rights and free space do not tell all, and leaves
 * everything as it was.
 */
function assertFolderWritable(folder: string, instead: string): void {
  try {
    probeFolder(nearestExistingFolder(resolve(folder)));
  } catch (error) {
    if (!isFileError(error)) throw error;
    const { code } = error;
    throw new DevelopmentStartError(
      'folder',
      `${folder} ${folderErrorReasons[code] ?? `cannot be written to (${code})`}: ${instead}`,
    );
  }
}
