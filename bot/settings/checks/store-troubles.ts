import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from '../../../concerns/ports/store-error.ts';
import { expectOwnUse, type StoreSettings } from '../store-settings.ts';
import { storeSentence } from '../store-sentence.ts';
import { UseError } from '../use-error.ts';
import { cosmosTrouble } from './cosmos-sentences.ts';
import { type Trouble, troubleOf } from './trouble.ts';

const deadlineMs = 10_000;

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function standingAbove(path: string): string {
  const above = dirname(resolve(path));
  return existsSync(above) || above === dirname(above) ? above : standingAbove(above);
}

function wrongFolder(path: string): string | undefined {
  const folder = standingAbove(path);
  if (!isFolder(folder)) return 'leads through a file as if it were a folder: name another place.';
  if (may(folder, constants.W_OK | constants.X_OK)) return undefined;
  return 'is in a folder that this account may not write to, or on a disk that is read-only: give it the right, or name another place.';
}

const mark = 'SQLite format 3\0';

/** An empty file will be one. */
function isDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const first = Buffer.alloc(mark.length);
    const read = readSync(file, first, 0, first.length, 0);
    return read === 0 || first.toString('latin1') === mark;
  } finally {
    closeSync(file);
  }
}

function wrongFile(path: string): string | undefined {
  if (!existsSync(path)) return wrongFolder(path);
  if (isFolder(path)) return 'names a folder: it takes the name of a file.';
  if (!may(path, constants.R_OK | constants.W_OK)) {
    return 'names a file that this account may not read and write: give it the right, or name another place.';
  }
  if (!isDatabase(path)) return 'names a file that is no database: put a backup in its place, or name another.';
  // Its log and index are made beside it.
  return wrongFolder(path);
}

function troublesOfFile(store: Extract<StoreSettings, { readonly kind: 'sqlite' }>): readonly Trouble[] {
  const wrong = wrongFile(store.path);
  if (wrong !== undefined) return [troubleOf('SQLITE_PATH', wrong, 'store')];
  try {
    expectOwnUse(store);
    return [];
  } catch (error) {
    if (error instanceof UseError) return [{ kind: 'settings', settings: ['SQLITE_PATH'], sentence: error.message }];
    if (error instanceof StoreError)
      return [{ kind: 'store', settings: ['SQLITE_PATH'], sentence: storeSentence(error) }];
    throw error;
  }
}

/**
 * Looks at a file without opening it, and reads an account's definitions but no document. Never rejects for a wrong
 * store.
 */
export async function troublesOfStore(store: StoreSettings): Promise<readonly Trouble[]> {
  if (store.kind === 'sqlite') return troublesOfFile(store);
  const managed = 'managedIdentity' in store.credential;
  const { lookAtCosmos } = await import('../../../storage/cosmos/look-at-cosmos.ts');
  const found = await lookAtCosmos({ ...store, deadlineMs, followsRegions: true });
  const troubles = found.map((finding) => cosmosTrouble(finding, { managed }));
  return troubles.filter(({ sentence }, at) => troubles.findIndex((other) => other.sentence === sentence) === at);
}
