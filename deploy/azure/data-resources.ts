import { containerLayouts, containerNames, type ContainerName } from '../../storage/cosmos/containers.ts';
import type { Json } from '../template/json.ts';
import { ids, inside, isPrivate, location, parameter, publicAccess, type Resource, variable, worked } from './parts.ts';

const cosmos = worked(variable('cosmos'));
const files = worked(variable('files'));
const cosmosVersion = '2025-04-15';
const storageVersion = '2025-01-01';

/** Nobody but whom the firewall names: with private endpoints it names nobody. */
const networkRules = (bypass: string): Json => ({
  bypass,
  defaultAction: worked(`if(${isPrivate}, 'Deny', 'Allow')`),
});

/** A container of the database as the store lays it out: key, index, time to live and unique keys. */
function container(name: ContainerName): Resource {
  const { partitionKey, indexingPolicy, defaultTtl, uniqueKeyPolicy } = containerLayouts[name];
  const paths = typeof partitionKey === 'object' ? partitionKey.paths : [partitionKey ?? '/id'];
  return {
    type: 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers',
    apiVersion: cosmosVersion,
    name: inside(cosmos, worked(variable('database')), name),
    dependsOn: [worked(ids.database)],
    properties: {
      resource: {
        id: name,
        partitionKey: { paths: [...paths], kind: 'Hash', version: 2 },
        indexingPolicy: {
          indexingMode: indexingPolicy?.indexingMode ?? 'consistent',
          automatic: indexingPolicy?.automatic ?? true,
          includedPaths: (indexingPolicy?.includedPaths ?? []).map(({ path }) => ({ path })),
          excludedPaths: (indexingPolicy?.excludedPaths ?? []).map(({ path }) => ({ path })),
        },
        ...(defaultTtl === undefined ? {} : { defaultTtl }),
        ...(uniqueKeyPolicy === undefined
          ? {}
          : { uniqueKeyPolicy: { uniqueKeys: uniqueKeyPolicy.uniqueKeys.map((one) => ({ paths: [...one.paths] })) } }),
      },
    },
  };
}

/**
 * The database: no keys, so that only the server's identity opens it; strong consistency, since servers agree on leases
 * by it; a copy of each moment of seven days, so that what was erased is gone after them.
 */
const database: readonly Resource[] = [
  {
    type: 'Microsoft.DocumentDB/databaseAccounts',
    apiVersion: cosmosVersion,
    name: cosmos,
    location,
    kind: 'GlobalDocumentDB',
    properties: {
      databaseAccountOfferType: 'Standard',
      locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: true }],
      enableMultipleWriteLocations: false,
      enableAutomaticFailover: false,
      consistencyPolicy: { defaultConsistencyLevel: 'Strong' },
      backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } },
      disableLocalAuth: true,
      disableKeyBasedMetadataWriteAccess: true,
      minimalTlsVersion: 'Tls12',
      publicNetworkAccess: publicAccess,
      networkAclBypass: 'None',
    },
  },
  {
    type: 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases',
    apiVersion: cosmosVersion,
    name: inside(cosmos, worked(variable('database'))),
    dependsOn: [worked(ids.cosmos)],
    properties: {
      resource: { id: worked(variable('database')) },
      options: { autoscaleSettings: { maxThroughput: worked(parameter('maxThroughput')) } },
    },
  },
  ...containerNames.map(container),
];

/**
 * The account of sealed files. Blobs are neither kept after they are removed nor in versions: a file of an erased case
 * must be gone. Only a container that was removed whole can be taken back for a week.
 */
const sealedFiles: readonly Resource[] = [
  {
    type: 'Microsoft.Storage/storageAccounts',
    apiVersion: storageVersion,
    name: files,
    location,
    kind: 'StorageV2',
    sku: { name: 'Standard_ZRS' },
    properties: {
      accessTier: 'Hot',
      allowBlobPublicAccess: false,
      allowCrossTenantReplication: false,
      allowSharedKeyAccess: false,
      defaultToOAuthAuthentication: true,
      minimumTlsVersion: 'TLS1_2',
      supportsHttpsTrafficOnly: true,
      publicNetworkAccess: publicAccess,
      networkAcls: networkRules('None'),
    },
  },
  {
    type: 'Microsoft.Storage/storageAccounts/blobServices',
    apiVersion: storageVersion,
    name: inside(files, 'default'),
    dependsOn: [worked(ids.files)],
    properties: {
      deleteRetentionPolicy: { enabled: false },
      containerDeleteRetentionPolicy: { enabled: true, days: 7 },
      isVersioningEnabled: false,
      changeFeed: { enabled: false },
    },
  },
  {
    type: 'Microsoft.Storage/storageAccounts/blobServices/containers',
    apiVersion: storageVersion,
    name: inside(files, 'default', worked(variable('filesContainer'))),
    dependsOn: [worked(ids.filesService)],
    properties: { publicAccess: 'None' },
  },
];

/** The vault of the server's secrets. What is removed from it can be had back for seven days, and by nobody sooner lost. */
const vault: Resource = {
  type: 'Microsoft.KeyVault/vaults',
  apiVersion: '2024-11-01',
  name: worked(variable('vault')),
  location,
  properties: {
    tenantId: worked('subscription().tenantId'),
    sku: { family: 'A', name: 'standard' },
    enableRbacAuthorization: true,
    enableSoftDelete: true,
    softDeleteRetentionInDays: 7,
    enablePurgeProtection: true,
    enabledForDeployment: false,
    enabledForDiskEncryption: false,
    enabledForTemplateDeployment: false,
    publicNetworkAccess: publicAccess,
    networkAcls: networkRules('None'),
  },
};

/** All that is kept: the database, the sealed files, and the vault. */
export const dataResources: readonly Resource[] = [...database, ...sealedFiles, vault];
