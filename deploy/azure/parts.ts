import type { Json, JsonObject } from '../template/json.ts';

/** One resource of the template: what makes it is worked out by Azure when it is deployed. */
export interface Resource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly location?: string;
  readonly kind?: string;
  readonly sku?: JsonObject;
  readonly identity?: JsonObject;
  readonly scope?: string;
  readonly condition?: string;
  readonly dependsOn?: readonly string[];
  readonly properties?: Json;
}

/** A text that Azure works out. */
export const worked = (expression: string): string => `[${expression}]`;

export const parameter = (name: string): string => `parameters('${name}')`;
export const variable = (name: string): string => `variables('${name}')`;
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The id of a resource of this template, inside an expression. A name in brackets is an expression itself. */
export const idOf = (type: string, ...names: readonly string[]): string =>
  `resourceId(${[type, ...names].map((one) => (one.startsWith('[') ? one.slice(1, -1) : quoted(one))).join(', ')})`;

/** A name of a resource inside another's, as the template says it. */
export const inside = (...names: readonly string[]): string =>
  worked(
    `format('${names.map((_, place) => `{${place}}`).join('/')}', ${names.map((one) => (one.startsWith('[') ? one.slice(1, -1) : quoted(one))).join(', ')})`,
  );

/** The resources that others name, each by the expression of its id. */
export const ids = {
  identity: idOf('Microsoft.ManagedIdentity/userAssignedIdentities', worked(variable('identity'))),
  cosmos: idOf('Microsoft.DocumentDB/databaseAccounts', worked(variable('cosmos'))),
  database: idOf(
    'Microsoft.DocumentDB/databaseAccounts/sqlDatabases',
    worked(variable('cosmos')),
    worked(variable('database')),
  ),
  files: idOf('Microsoft.Storage/storageAccounts', worked(variable('files'))),
  filesService: idOf('Microsoft.Storage/storageAccounts/blobServices', worked(variable('files')), 'default'),
  vault: idOf('Microsoft.KeyVault/vaults', worked(variable('vault'))),
  registry: idOf('Microsoft.ContainerRegistry/registries', worked(variable('registry'))),
  network: idOf('Microsoft.Network/virtualNetworks', worked(variable('network'))),
  serverSubnet: idOf('Microsoft.Network/virtualNetworks/subnets', worked(variable('network')), 'server'),
  endpointSubnet: idOf('Microsoft.Network/virtualNetworks/subnets', worked(variable('network')), 'endpoints'),
  logs: idOf('Microsoft.OperationalInsights/workspaces', worked(variable('logs'))),
  surroundings: idOf('Microsoft.App/managedEnvironments', worked(variable('surroundings'))),
  certificate: idOf('Microsoft.App/managedEnvironments/certificates', worked(variable('surroundings')), 'public'),
  server: idOf('Microsoft.App/containerApps', worked(variable('server'))),
  bot: idOf('Microsoft.BotService/botServices', worked(variable('bot'))),
  tellers: idOf('Microsoft.Insights/actionGroups', worked(variable('tellers'))),
} as const;

/** The names that the identity of the server is known by: `clientId` to those who ask it, `principalId` to those who let it in. */
export const ofIdentity = (name: 'clientId' | 'principalId'): string =>
  `reference(${ids.identity}, '2024-11-30').${name}`;

export const location = worked(parameter('location'));
export const isPrivate = parameter('privateEndpoints');
/** Whether anybody outside the network may ask, as Azure says it. */
export const publicAccess = worked(`if(${isPrivate}, 'Disabled', 'Enabled')`);
/** Whether the server itself is made: the first deployment makes what it stands on, and has no image yet. */
export const hasServer = `not(empty(${parameter('imageDigest')}))`;
