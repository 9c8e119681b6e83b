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
  if (!isFolder(folder)) return 'has a file where a folder should be: name another place.';
  if (isAccessible(folder, constants.W_OK | constants.X_OK)) return undefined;
  return 'is in a folder that this account may not write to, or on a read-only disk: let this account write there, or name another place.';
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
  if (isFolder(path)) return 'names a folder: name a file.';
  if (!isAccessible(path, constants.R_OK | constants.W_OK)) {
    return 'names a file that this account may not read and write: give it access, or name another place.';
  }
  if (!isDatabase(path)) return 'names a file that is not a database: replace it with a backup, or name another.';
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
    'names a host that is not in DNS: check the spelling, and that this machine can look up names (with a private endpoint, that its zone is linked).',
  refused: 'names a host where nothing listens on that port: check the spelling.',
  noWay: 'names a host that this machine has no route to: check its network.',
  certificate: 'leads to a server whose certificate this machine does not trust: check for a proxy in between.',
  late: 'did not answer in time: check whether a firewall of the account, or of this network, blocks this machine.',
  cut: 'leads to a server that cuts the connection: check for a firewall or a proxy in between.',
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
        'or the machine’s own identity gave no token: check that the server has a managed identity, and that COSMOS_CLIENT_ID is its client id; or set COSMOS_KEY.',
        'store',
      );
    case 'notSigned':
      return managed
        ? configProblem(
            'COSMOS_CLIENT_ID',
            'or the machine’s own identity is not known to the account: check that both are in the same tenant.',
            'store',
          )
        : configProblem(
            'COSMOS_KEY',
            'is not a key of this account: copy it again; someone may have regenerated it.',
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
        'is refused by the account: check its firewall, and whether it accepts keys at all.',
        'store',
      );
    case 'noDatabase':
      return configProblem(
        'COSMOS_DATABASE',
        'names a database that the account does not have: create it first, or name another.',
        'store',
      );
    case 'noContainer':
      return configProblem(
        'COSMOS_DATABASE',
        `names a database without the container "${finding.container}": create it ${containerTableHint}.`,
        'store',
      );
    case 'otherKey':
      return configProblem(
        'COSMOS_DATABASE',
        `has a container "${finding.container}" with a partition key other than ${finding.wanted}: that cannot be changed, so create an empty database.`,
        'store',
      );
    case 'otherLifetime':
      return configProblem(
        'COSMOS_DATABASE',
        `has a container "${finding.container}" with the wrong time to live: records in it could be lost, or never expire. Set it ${containerTableHint}.`,
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
        `leads to a server that does not answer as an account does (${finding.status}): check that it is the address of an account, not of a page or a proxy.`,
        'store',
      );
  }
}
