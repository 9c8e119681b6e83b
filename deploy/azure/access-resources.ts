import { idOf, ids, inside, location, ofIdentity, parameter, type Resource, variable, worked } from './parts.ts';

/** Azure's own roles, by the ids that they have everywhere. */
export const azureRoles = {
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  vaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
  vaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  registryPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
} as const;
/** The role of Cosmos DB itself that reads and writes documents, and manages no account. */
export const cosmosDataContributor = '00000000-0000-0000-0000-000000000002';

interface Assigned {
  readonly role: keyof typeof azureRoles;
  /** The resource that it holds for, and the expression of its id. */
  readonly type: string;
  readonly variable: string;
  readonly id: string;
}

/** Its name comes of what it says, so that a second deployment finds it, and does not make it again. */
const assigned = ({ role, id }: Assigned, principal: { id: string; name: string; type: string }): Resource => ({
  type: 'Microsoft.Authorization/roleAssignments',
  apiVersion: '2022-04-01',
  name: worked(`guid(${id}, ${principal.name}, '${azureRoles[role]}')`),
  scope: worked(id),
  properties: {
    principalId: worked(principal.id),
    principalType: principal.type,
    roleDefinitionId: worked(
      `subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${azureRoles[role]}')`,
    ),
  },
});

const server = { id: ofIdentity('principalId'), name: ids.identity, type: 'ServicePrincipal' };
const toServer = (one: Assigned): Resource => ({
  ...assigned(one, server),
  dependsOn: [worked(one.id), worked(ids.identity)],
});

const files: Assigned = {
  role: 'blobDataContributor',
  type: 'Microsoft.Storage/storageAccounts',
  variable: 'files',
  id: ids.files,
};
const secrets: Assigned = {
  role: 'vaultSecretsUser',
  type: 'Microsoft.KeyVault/vaults',
  variable: 'vault',
  id: ids.vault,
};
const image: Assigned = {
  role: 'registryPull',
  type: 'Microsoft.ContainerRegistry/registries',
  variable: 'registry',
  id: ids.registry,
};

/** The assignments that the server cannot start without, by the expressions of their ids. */
export const serverAssignments: readonly string[] = [files, secrets, image].map(
  ({ role, id }) =>
    `extensionResourceId(${id}, 'Microsoft.Authorization/roleAssignments', guid(${id}, ${ids.identity}, '${azureRoles[role]}'))`,
);

const cosmosAssignmentName = `guid(${ids.cosmos}, ${ids.identity}, '${cosmosDataContributor}')`;
export const cosmosAssignment = idOf(
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
  worked(variable('cosmos')),
  worked(cosmosAssignmentName),
);

/** Who the server is, and what it may: documents, files, secrets and its image, and to manage nothing. */
export const accessResources: readonly Resource[] = [
  {
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    apiVersion: '2024-11-30',
    name: worked(variable('identity')),
    location,
  },
  {
    type: 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
    apiVersion: '2025-04-15',
    name: inside(worked(variable('cosmos')), worked(cosmosAssignmentName)),
    dependsOn: [worked(ids.cosmos), worked(ids.identity)],
    properties: {
      principalId: worked(ofIdentity('principalId')),
      roleDefinitionId: worked(
        idOf(
          'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions',
          worked(variable('cosmos')),
          cosmosDataContributor,
        ),
      ),
      scope: worked(ids.cosmos),
    },
  },
  ...[files, secrets, image].map(toServer),
  {
    ...assigned(
      { ...secrets, role: 'vaultSecretsOfficer' },
      { id: parameter('vaultOfficer'), name: parameter('vaultOfficer'), type: 'Group' },
    ),
    condition: worked(`not(empty(${parameter('vaultOfficer')}))`),
    dependsOn: [worked(ids.vault)],
  },
];
