import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from '../../../core/ports/store-error.ts';
import { expectOwnUse, type StoreSettings } from '../store-settings.ts';
import { storeSentence } from '../store-error-text.ts';
import { UseError } from '../settings-error.ts';
import { type Trouble, troubleOf } from './issue.ts';
import type { CosmosFinding, WhyUnreached } from '../../../storage/cosmos/connectivity-probe.ts';

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
  const { lookAtCosmos } = await import('../../../storage/cosmos/connectivity-probe.ts');
  const found = await lookAtCosmos({ ...store, deadlineMs, followsRegions: true });
  const troubles = found.map((finding) => cosmosTrouble(finding, { managed }));
  return troubles.filter(({ sentence }, at) => troubles.findIndex((other) => other.sentence === sentence) === at);
}

const unreached: Readonly<Record<WhyUnreached, string>> = {
  unknownName:
    'names a host that nobody knows: look whether it is written right, and whether this machine may ask for names (with a private endpoint, whether its zone is linked).',
  refused: 'names a host where nothing listens on that port: look whether it is written right.',
  noWay: 'names a host that no way leads to from this machine: look at its network.',
  certificate:
    'leads to a server whose certificate this machine does not trust: look whether something stands between.',
  late: 'gave no answer in time: look whether a firewall of the account, or of this network, keeps this machine out.',
  cut: 'leads to a server that cuts the connection: look whether something stands between.',
};

const template = 'as the table in docs/guides/operator.md says';

interface ShownBy {
  readonly managed: boolean;
}

function cosmosTrouble(finding: CosmosFinding, { managed }: ShownBy): Trouble {
  switch (finding.kind) {
    case 'unreached':
      return troubleOf('COSMOS_ENDPOINT', unreached[finding.why], 'store');
    case 'noIdentity':
      return troubleOf(
        'COSMOS_CLIENT_ID',
        'or the machine’s own identity gave no token: look whether the server has a managed identity, and whether COSMOS_CLIENT_ID is its client id; or set COSMOS_KEY.',
        'store',
      );
    case 'notSigned':
      return managed
        ? troubleOf(
            'COSMOS_CLIENT_ID',
            'or the machine’s own identity is not known to the account: look whether both are of one tenant.',
            'store',
          )
        : troubleOf('COSMOS_KEY', 'is not a key of this account: copy it again; it may have been made anew.', 'store');
    case 'forbidden':
      if (finding.byRole) {
        return troubleOf(
          'COSMOS_CLIENT_ID',
          'or the machine’s own identity may not use the data: give it the role "Cosmos DB Built-in Data Contributor" on the account.',
          'store',
        );
      }
      return troubleOf(
        managed ? 'COSMOS_ENDPOINT' : 'COSMOS_KEY',
        'is refused by the account: look at its firewall, and whether it takes keys at all.',
        'store',
      );
    case 'noDatabase':
      return troubleOf(
        'COSMOS_DATABASE',
        'names a database that is not in the account: make it first, or name another.',
        'store',
      );
    case 'noContainer':
      return troubleOf(
        'COSMOS_DATABASE',
        `names a database without the container "${finding.container}": make it ${template}.`,
        'store',
      );
    case 'otherKey':
      return troubleOf(
        'COSMOS_DATABASE',
        `has a container "${finding.container}" with another partition key than ${finding.wanted}: it cannot be changed, so make an empty database.`,
        'store',
      );
    case 'otherLifetime':
      return troubleOf(
        'COSMOS_DATABASE',
        `has a container "${finding.container}" with another time to live: what is kept in it could be lost, or stay. Set it ${template}.`,
        'store',
      );
    case 'notIndexed':
      return troubleOf(
        'COSMOS_DATABASE',
        `has a container "${finding.container}" whose indexing policy lacks ${finding.paths.join(', ')}: add what is missing.`,
        'store',
      );
    case 'odd':
      return troubleOf(
        'COSMOS_ENDPOINT',
        `leads to a server that answers as no account does (${finding.status}): look whether it is the address of one, and not of a page or a proxy.`,
        'store',
      );
  }
}
