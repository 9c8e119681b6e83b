import { containerLayouts, containerNames } from '../../storage/cosmos/containers.ts';
import type { Deployment, MadeResource } from '../template/deployment.ts';
import { at, isList, isObject, type Json, spoken } from '../template/json.ts';
import { azureRoles, cosmosDataContributor } from './access-resources.ts';
import { wrongSettings } from './settings-rules.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const accounts = [
  'Microsoft.DocumentDB/databaseAccounts',
  'Microsoft.Storage/storageAccounts',
  'Microsoft.KeyVault/vaults',
];

/** The values that must stand in each resource of a type, by the names that lead to it. */
const demanded: readonly (readonly [type: string, path: string, value: Json])[] = [
  ['Microsoft.DocumentDB/databaseAccounts', 'disableLocalAuth', true],
  ['Microsoft.DocumentDB/databaseAccounts', 'disableKeyBasedMetadataWriteAccess', true],
  ['Microsoft.DocumentDB/databaseAccounts', 'minimalTlsVersion', 'Tls12'],
  ['Microsoft.DocumentDB/databaseAccounts', 'enableMultipleWriteLocations', false],
  ['Microsoft.DocumentDB/databaseAccounts', 'consistencyPolicy.defaultConsistencyLevel', 'Strong'],
  ['Microsoft.DocumentDB/databaseAccounts', 'backupPolicy.type', 'Continuous'],
  ['Microsoft.DocumentDB/databaseAccounts', 'backupPolicy.continuousModeProperties.tier', 'Continuous7Days'],
  ['Microsoft.Storage/storageAccounts', 'allowSharedKeyAccess', false],
  ['Microsoft.Storage/storageAccounts', 'allowBlobPublicAccess', false],
  ['Microsoft.Storage/storageAccounts', 'minimumTlsVersion', 'TLS1_2'],
  ['Microsoft.Storage/storageAccounts', 'supportsHttpsTrafficOnly', true],
  // A file of an erased case must be gone.
  ['Microsoft.Storage/storageAccounts/blobServices', 'deleteRetentionPolicy.enabled', false],
  ['Microsoft.Storage/storageAccounts/blobServices', 'isVersioningEnabled', false],
  ['Microsoft.Storage/storageAccounts/blobServices', 'changeFeed.enabled', false],
  ['Microsoft.Storage/storageAccounts/blobServices/containers', 'publicAccess', 'None'],
  ['Microsoft.KeyVault/vaults', 'enableRbacAuthorization', true],
  ['Microsoft.KeyVault/vaults', 'enablePurgeProtection', true],
  ['Microsoft.ContainerRegistry/registries', 'adminUserEnabled', false],
  ['Microsoft.ContainerRegistry/registries', 'anonymousPullEnabled', false],
  ['Microsoft.OperationalInsights/workspaces', 'features.disableLocalAuth', true],
  ['Microsoft.BotService/botServices', 'disableLocalAuth', true],
  ['Microsoft.BotService/botServices', 'msaAppType', 'UserAssignedMSI'],
  ['Microsoft.App/containerApps', 'configuration.ingress.allowInsecure', false],
];

/** Types that have no place beside Candour: what removes files by age, and what writes down who asked for what. */
const forbidden = ['Microsoft.Storage/storageAccounts/managementPolicies', 'Microsoft.Insights/components'];
/** The only logs that are kept: what servers write, and what their environment says of them. */
const keptLogs = ['ContainerAppConsoleLogs', 'ContainerAppSystemLogs'];

const property = ({ said }: MadeResource, path: string): Json | undefined => at(said, 'properties', ...path.split('.'));
const ofType = ({ resources }: Deployment, type: string): readonly MadeResource[] =>
  resources.filter((one) => one.type === type && one.isMade);
const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

const wrongValues = (deployment: Deployment): readonly string[] =>
  demanded.flatMap(([type, path, value]) =>
    ofType(deployment, type)
      .filter((one) => !same(property(one, path), value))
      .map(({ name }) => `${type} ${name}: ${path} must be ${JSON.stringify(value)}`),
  );

/** The containers of the store, each as the store lays it out, and no other. */
function wrongContainers(deployment: Deployment): readonly string[] {
  const made = ofType(deployment, 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers');
  const byName = new Map(made.map((one) => [one.name.split('/').at(-1), one]));
  const extra = [...byName.keys()].filter((name) => !containerNames.some((known) => known === name));
  return [
    ...extra.map((name) => `The store has no container ${spoken(name)}`),
    ...containerNames.flatMap((name) => {
      const one = byName.get(name);
      if (one === undefined) return [`The container ${name} is missing`];
      const { partitionKey, defaultTtl, indexingPolicy, uniqueKeyPolicy } = containerLayouts[name];
      const asked = (path: string): Json | undefined => property(one, `resource.${path}`);
      const included = (indexingPolicy?.includedPaths ?? []).map(({ path }) => ({ path }));
      const paths = typeof partitionKey === 'object' ? [...partitionKey.paths] : [];
      return [
        ...(same(asked('partitionKey.paths'), paths) ? [] : [`The container ${name} has another partition key`]),
        ...(same(asked('defaultTtl'), defaultTtl) ? [] : [`The container ${name} has another time to live`]),
        ...(same(asked('indexingPolicy.includedPaths'), included)
          ? []
          : [`The container ${name} indexes other fields`]),
        ...(same(asked('indexingPolicy.excludedPaths'), [{ path: '/*' }, { path: '/"_etag"/?' }])
          ? []
          : [`The container ${name} leaves out other fields`]),
        ...((asked('uniqueKeyPolicy') === undefined) === (uniqueKeyPolicy === undefined)
          ? []
          : [`The container ${name} has other unique keys`]),
      ];
    }),
  ];
}

/** With private endpoints nobody outside asks, and each account has an endpoint with a name that leads there. */
function wrongNetwork(deployment: Deployment, isPrivate: boolean): readonly string[] {
  const endpoints = ofType(deployment, 'Microsoft.Network/privateEndpoints');
  const groups = ofType(deployment, 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups');
  return accounts.flatMap((type) =>
    ofType(deployment, type).flatMap((one) => {
      const access = property(one, 'publicNetworkAccess');
      if (!isPrivate) return access === 'Enabled' ? [] : [`${type}: nobody reaches it`];
      const endpoint = endpoints.find((endpoint) => JSON.stringify(endpoint.said).includes(`"${one.id}"`));
      return [
        ...(access === 'Disabled' ? [] : [`${type} ${one.name}: the public network reaches it`]),
        ...(endpoint === undefined ? [`${type} ${one.name}: it has no private endpoint`] : []),
        ...(endpoint !== undefined && !groups.some(({ id }) => id.startsWith(`${endpoint.id}/`))
          ? [`${type} ${one.name}: no name leads to its private endpoint`]
          : []),
      ];
    }),
  );
}

function wrongAssignments(deployment: Deployment): readonly string[] {
  const known = [...Object.values(azureRoles), cosmosDataContributor];
  return [
    'Microsoft.Authorization/roleAssignments',
    'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
  ].flatMap((type) =>
    ofType(deployment, type).flatMap((one) => {
      const principal = property(one, 'principalId');
      const role = property(one, 'roleDefinitionId');
      return [
        ...(typeof principal === 'string' && guid.test(principal) ? [] : [`${type}: it is for nobody`]),
        ...(typeof role === 'string' && known.some((id) => role.endsWith(`/${id}`))
          ? []
          : [`${type}: it gives an unknown role`]),
      ];
    }),
  );
}

function wrongLogs(deployment: Deployment): readonly string[] {
  const kept = ofType(deployment, 'Microsoft.Insights/diagnosticSettings');
  return kept.flatMap((one) => {
    const logs = property(one, 'logs');
    const categories = isList(logs) ? logs.map((log) => (isObject(log) ? log.category : undefined)) : [];
    return [
      ...(one.id.includes('/Microsoft.App/managedEnvironments/') ? [] : [`${one.name}: it keeps a log of the data`]),
      ...(categories.every((category) => keptLogs.some((name) => name === category))
        ? []
        : [`${one.name}: it keeps a log that says who asked when`]),
    ];
  });
}

const wrongBot = (deployment: Deployment): readonly string[] =>
  ofType(deployment, 'Microsoft.BotService/botServices/channels')
    .filter(({ name }) => !name.endsWith('/MsTeamsChannel'))
    .map(({ name }) => `${name}: the bot has Teams alone`);

/**
 * All that Candour must not be deployed with: keys beside the identity, a public way to what is kept, files that outlive
 * their case, logs of who asked, a store that is laid out otherwise, a secret in clear.
 */
export const wrongByRules = (deployment: Deployment, isPrivate: boolean): readonly string[] => [
  ...wrongValues(deployment),
  ...wrongContainers(deployment),
  ...wrongNetwork(deployment, isPrivate),
  ...wrongAssignments(deployment),
  ...wrongLogs(deployment),
  ...wrongBot(deployment),
  ...deployment.resources
    .filter(({ type }) => forbidden.includes(type))
    .map(({ type }) => `${type}: it has no place here`),
  ...wrongSettings(deployment),
];
