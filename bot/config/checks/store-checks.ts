import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from '../../../core/ports/store-error.ts';
import { assertStoreEnvironment, type StoreSettings } from '../store-settings.ts';
import { storeErrorText } from '../store-opening-error.ts';
import { EnvironmentMismatchError } from '../settings-errors.ts';
import { type ConfigProblem, configProblem } from './config-problem.ts';
import type { CosmosFinding, UnreachableReason } from '../../../storage/cosmos/cosmos-probe.ts';

const deadlineMs = 10_000;

function isAccessible(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function nearestFolder(path: string): string {
  const above = dirname(resolve(path));
  return existsSync(above) || above === dirname(above) ? above : nearestFolder(above);
}

function checkFolder(path: string): string | undefined {
  const folder = nearestFolder(path);
  if (!isFolder(folder)) return 'leads through a file as if it were a folder: name another place.';
  if (isAccessible(folder, constants.W_OK | constants.X_OK)) return undefined;
  return 'is in a folder that this account may not write to, or on a disk that is read-only: give it the right, or name another place.';
}

const sqliteHeader = 'SQLite format 3\0';

/** An empty file will be one. */
function isDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const first = Buffer.alloc(sqliteHeader.length);
    const read = readSync(file, first, 0, first.length, 0);
    return read === 0 || first.toString('latin1') === sqliteHeader;
  } finally {
    closeSync(file);
  }
}

function checkPath(path: string): string | undefined {
  if (!existsSync(path)) return checkFolder(path);
  if (isFolder(path)) return 'names a folder: it takes the name of a file.';
  if (!isAccessible(path, constants.R_OK | constants.W_OK)) {
    return 'names a file that this account may not read and write: give it the right, or name another place.';
  }
  if (!isDatabase(path)) return 'names a file that is no database: put a backup in its place, or name another.';
  return checkFolder(path);
}

function checkSqliteFile(store: Extract<StoreSettings, { readonly kind: 'sqlite' }>): readonly ConfigProblem[] {
  const wrong = checkPath(store.path);
  if (wrong !== undefined) return [configProblem('SQLITE_PATH', wrong, 'store')];
  try {
    assertStoreEnvironment(store);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentMismatchError)
      return [{ kind: 'settings', settings: ['SQLITE_PATH'], sentence: error.message }];
    if (error instanceof StoreError)
      return [{ kind: 'store', settings: ['SQLITE_PATH'], sentence: storeErrorText(error) }];
    throw error;
  }
}

/** Reads the header of a SQLite file, or an account's definitions and no document. Never rejects for a wrong store. */
export async function checkStoreSettings(store: StoreSettings): Promise<readonly ConfigProblem[]> {
  if (store.kind === 'sqlite') return checkSqliteFile(store);
  const managed = 'managedIdentity' in store.credential;
  const { probeCosmos } = await import('../../../storage/cosmos/cosmos-probe.ts');
  const findings = await probeCosmos({ ...store, deadlineMs, followsRegions: true });
  const problems = findings.map((finding) => cosmosProblem(finding, { managed }));
  return problems.filter(({ sentence }, at) => problems.findIndex((other) => other.sentence === sentence) === at);
}

const connectionErrorTexts: Readonly<Record<UnreachableReason, string>> = {
  unknownName:
    'names a host that nobody knows: look whether it is written right, and whether this machine may ask for names (with a private endpoint, whether its zone is linked).',
  refused: 'names a host where nothing listens on that port: look whether it is written right.',
  noWay: 'names a host that no way leads to from this machine: look at its network.',
  certificate:
    'leads to a server whose certificate this machine does not trust: look whether something stands between.',
  late: 'gave no answer in time: look whether a firewall of the account, or of this network, keeps this machine out.',
  cut: 'leads to a server that cuts the connection: look whether something stands between.',
};

const containerTableHint = 'as the table in docs/guides/operator.md says';

interface CosmosCredentialKind {
  readonly managed: boolean;
}

function cosmosProblem(finding: CosmosFinding, { managed }: CosmosCredentialKind): ConfigProblem {
  switch (finding.kind) {
    case 'unreached':
      return configProblem('COSMOS_ENDPOINT', connectionErrorTexts[finding.why], 'store');
    case 'noIdentity':
      return configProblem(
        'COSMOS_CLIENT_ID',
        'or the machine’s own identity gave no token: look whether the server has a managed identity, and whether COSMOS_CLIENT_ID is its client id; or set COSMOS_KEY.',
        'store',
      );
    case 'notSigned':
      return managed
        ? configProblem(
            'COSMOS_CLIENT_ID',
            'or the machine’s own identity is not known to the account: look whether both are of one tenant.',
            'store',
          )
        : configProblem(
            'COSMOS_KEY',
            'is not a key of this account: copy it again; it may have been made anew.',
            'store',
          );
    case 'forbidden':
      if (finding.byRole) {
        return configProblem(
          'COSMOS_CLIENT_ID',
          'or the machine’s own identity may not use the data: give it the role "Cosmos DB Built-in Data Contributor" on the account.',
          'store',
        );
      }
      return configProblem(
        managed ? 'COSMOS_ENDPOINT' : 'COSMOS_KEY',
        'is refused by the account: look at its firewall, and whether it takes keys at all.',
        'store',
      );
    case 'noDatabase':
      return configProblem(
        'COSMOS_DATABASE',
        'names a database that is not in the account: make it first, or name another.',
        'store',
      );
    case 'noContainer':
      return configProblem(
        'COSMOS_DATABASE',
        `names a database without the container "${finding.container}": make it ${containerTableHint}.`,
        'store',
      );
    case 'otherKey':
      return configProblem(
        'COSMOS_DATABASE',
        `has a container "${finding.container}" with another partition key than ${finding.wanted}: it cannot be changed, so make an empty database.`,
        'store',
      );
    case 'otherLifetime':
      return configProblem(
        'COSMOS_DATABASE',
        `has a container "${finding.container}" with another time to live: what is kept in it could be lost, or stay. Set it ${containerTableHint}.`,
        'store',
      );
    case 'notIndexed':
      return configProblem(
        'COSMOS_DATABASE',
        `has a container "${finding.container}" whose indexing policy lacks ${finding.paths.join(', ')}: add what is missing.`,
        'store',
      );
    case 'odd':
      return configProblem(
        'COSMOS_ENDPOINT',
        `leads to a server that answers as no account does (${finding.status}): look whether it is the address of one, and not of a page or a proxy.`,
        'store',
      );
  }
}
