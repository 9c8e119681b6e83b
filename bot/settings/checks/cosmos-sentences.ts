import type { CosmosFinding, WhyUnreached } from '../../../storage/cosmos/look-at-cosmos.ts';
import { type Trouble, troubleOf } from './trouble.ts';

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

export interface ShownBy {
  readonly managed: boolean;
}

export function cosmosTrouble(finding: CosmosFinding, { managed }: ShownBy): Trouble {
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
