import type { Json } from '../template/json.ts';
import { cosmosAssignment, serverAssignments } from './access-resources.ts';
import { hasServer, ids, inside, location, ofIdentity, parameter, type Resource, variable, worked } from './parts.ts';

const appVersion = '2025-01-01';
const port = 3978;
const healthPort = 3979;

const isNamed = `not(empty(${parameter('publicHost')}))`;
const hasCertificate = `and(${isNamed}, not(empty(${parameter('certificate')})))`;
const surroundings = `reference(${ids.surroundings}, '${appVersion}')`;
/** The name under which everybody reaches the server. */
export const publicHost = `if(${isNamed}, ${parameter('publicHost')}, format('{0}.{1}', ${variable('server')}, ${surroundings}.defaultDomain))`;

const inVault = (name: string): string =>
  `format('https://{0}{1}/secrets/{2}', ${variable('vault')}, environment().suffixes.keyvaultDns, ${name})`;

/** The settings that the template knows, each as an expression. */
const known: Readonly<Record<string, string>> = {
  CANDOUR_ENVIRONMENT: "'production'",
  HOST: "'0.0.0.0'",
  PORT: `'${port}'`,
  HEALTH_HOST: "'0.0.0.0'",
  HEALTH_PORT: `'${healthPort}'`,
  TENANT_ID: 'subscription().tenantId',
  BOT_APP_ID: ofIdentity('clientId'),
  BOT_APP_TYPE: "'UserAssignedMSI'",
  STORE: "'cosmos'",
  COSMOS_ENDPOINT: `reference(${ids.cosmos}, '2025-04-15').documentEndpoint`,
  COSMOS_CLIENT_ID: ofIdentity('clientId'),
  COSMOS_DATABASE: variable('database'),
  FILES_ACCOUNT: `reference(${ids.files}, '2025-01-01').primaryEndpoints.blob`,
  FILES_CLIENT_ID: ofIdentity('clientId'),
  FILES_CONTAINER: variable('filesContainer'),
  PUBLIC_HOST: publicHost,
};
/** The names of the settings that the template fills in. */
export const knownSettings = Object.keys(known);

const one = "lambdaVariables('one')";
/** Those of the parameter that are to come from the vault, and may. */
const fromVault = `filter(${parameter('secrets')}, lambda('one', contains(${variable('vaultSettings')}, ${one})))`;
/** Those of the parameter that the force may give, and that do not come from the vault. */
const fromForce = `filter(items(${parameter('settings')}), lambda('one', and(contains(${variable('forceSettings')}, ${one}.key), not(contains(${parameter('secrets')}, ${one}.key)))))`;
/** The name that a container app has for a secret: small letters and hyphens. */
const secretName = `toLower(replace(${one}, '_', '-'))`;

const environment = worked(
  `concat(createArray(${Object.entries(known)
    .map(([name, value]) => `createObject('name', '${name}', 'value', ${value})`)
    .join(
      ', ',
    )}), map(${fromForce}, lambda('one', createObject('name', ${one}.key, 'value', string(${one}.value)))), map(${fromVault}, lambda('one', createObject('name', ${one}, 'secretRef', ${secretName}))))`,
);
const secrets = worked(
  `map(${fromVault}, lambda('one', createObject('name', ${secretName}, 'keyVaultUrl', ${inVault(`replace(${one}, '_', '-')`)}, 'identity', ${ids.identity})))`,
);

const probe = (type: string, path: string, failureThreshold: number): Json => ({
  type,
  httpGet: { path, port: healthPort, scheme: 'HTTP' },
  periodSeconds: 10,
  timeoutSeconds: 5,
  failureThreshold,
});

const asServer: Json = { type: 'UserAssigned', userAssignedIdentities: { [worked(ids.identity)]: {} } };

/**
 * Two servers of the image, in three zones. Only the port of the bot and the tab is reached from outside; health has one
 * of its own. The environment keeps what the server writes, and no log of who asked when: its diagnostics name the two
 * kinds that are kept.
 */
export const serverResources: readonly Resource[] = [
  {
    type: 'Microsoft.ContainerRegistry/registries',
    apiVersion: '2025-04-01',
    name: worked(variable('registry')),
    location,
    sku: { name: 'Basic' },
    properties: { adminUserEnabled: false, anonymousPullEnabled: false },
  },
  {
    type: 'Microsoft.OperationalInsights/workspaces',
    apiVersion: '2025-02-01',
    name: worked(variable('logs')),
    location,
    properties: {
      sku: { name: 'PerGB2018' },
      retentionInDays: 30,
      features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: false },
      workspaceCapping: { dailyQuotaGb: 1 },
    },
  },
  {
    type: 'Microsoft.App/managedEnvironments',
    apiVersion: appVersion,
    name: worked(variable('surroundings')),
    location,
    identity: asServer,
    dependsOn: [worked(ids.network), worked(ids.identity)],
    properties: {
      appLogsConfiguration: { destination: 'azure-monitor' },
      vnetConfiguration: { infrastructureSubnetId: worked(ids.serverSubnet), internal: false },
      workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
      peerTrafficConfiguration: { encryption: { enabled: true } },
      zoneRedundant: true,
    },
  },
  {
    type: 'Microsoft.Insights/diagnosticSettings',
    apiVersion: '2021-05-01-preview',
    name: 'server',
    scope: worked(ids.surroundings),
    dependsOn: [worked(ids.surroundings), worked(ids.logs)],
    properties: {
      workspaceId: worked(ids.logs),
      logs: [
        { category: 'ContainerAppConsoleLogs', enabled: true },
        { category: 'ContainerAppSystemLogs', enabled: true },
      ],
    },
  },
  {
    type: 'Microsoft.App/managedEnvironments/certificates',
    apiVersion: appVersion,
    name: inside(worked(variable('surroundings')), 'public'),
    location,
    condition: worked(hasCertificate),
    dependsOn: [worked(ids.surroundings), worked(ids.vault), worked(ids.identity), ...serverAssignments.map(worked)],
    properties: {
      certificateKeyVaultProperties: {
        identity: worked(ids.identity),
        keyVaultUrl: worked(inVault(parameter('certificate'))),
      },
    },
  },
  {
    type: 'Microsoft.App/containerApps',
    apiVersion: appVersion,
    name: worked(variable('server')),
    location,
    identity: asServer,
    condition: worked(hasServer),
    dependsOn: [
      ...[ids.surroundings, ids.certificate, ids.registry, ids.identity, ids.cosmos, ids.database, ids.files].map(
        worked,
      ),
      ...serverAssignments.map(worked),
      worked(cosmosAssignment),
    ],
    properties: {
      environmentId: worked(ids.surroundings),
      workloadProfileName: 'Consumption',
      configuration: {
        activeRevisionsMode: 'Single',
        maxInactiveRevisions: 5,
        registries: [
          {
            server: worked(`reference(${ids.registry}, '2025-04-01').loginServer`),
            identity: worked(ids.identity),
          },
        ],
        secrets,
        ingress: {
          external: true,
          allowInsecure: false,
          transport: 'http',
          targetPort: port,
          traffic: [{ latestRevision: true, weight: 100 }],
          customDomains: worked(
            `if(${hasCertificate}, createArray(createObject('name', ${parameter('publicHost')}, 'bindingType', 'SniEnabled', 'certificateId', ${ids.certificate})), createArray())`,
          ),
        },
      },
      template: {
        terminationGracePeriodSeconds: 60,
        scale: { minReplicas: 2, maxReplicas: 2 },
        containers: [
          {
            name: 'candour',
            image: worked(
              `format('{0}/candour@{1}', reference(${ids.registry}, '2025-04-01').loginServer, ${parameter('imageDigest')})`,
            ),
            resources: { cpu: 1, memory: '2Gi' },
            env: environment,
            probes: [
              probe('Startup', '/healthz', 30),
              probe('Liveness', '/healthz', 3),
              probe('Readiness', '/readyz', 3),
            ],
          },
        ],
      },
    },
  },
];
