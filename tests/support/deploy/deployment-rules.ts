import { forceSettings, secretSettings, templateSettings } from '../../../deploy/azure/check-parameters.ts';
import {
  getByPath,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  scalarToText,
} from '../../../deploy/azure/json.ts';
import { containerLayouts, containerNames } from '../../../storage/cosmos/containers.ts';
import {
  findCalls,
  expressionBody,
  isExpression,
  splitNames,
  listResources,
  listTexts,
  type TemplateResource,
} from './template-text.ts';

const cosmos = 'Microsoft.DocumentDB/databaseAccounts';
const storage = 'Microsoft.Storage/storageAccounts';
const vault = 'Microsoft.KeyVault/vaults';
const app = 'Microsoft.App/containerApps';
const job = 'Microsoft.App/jobs';
const environment = 'Microsoft.App/managedEnvironments';
const lock = 'Microsoft.Authorization/locks';
const endpoint = 'Microsoft.Network/privateEndpoints';
const assignment = 'Microsoft.Authorization/roleAssignments';

/** The values that must stand in each resource of a type, by the names that lead to it. */
const demanded: readonly (readonly [type: string, path: string, value: Json])[] = [
  [cosmos, 'disableLocalAuth', true],
  [cosmos, 'disableKeyBasedMetadataWriteAccess', true],
  [cosmos, 'minimalTlsVersion', 'Tls12'],
  [cosmos, 'enableMultipleWriteLocations', false],
  [cosmos, 'consistencyPolicy.defaultConsistencyLevel', 'Strong'],
  [cosmos, 'backupPolicy.type', 'Continuous'],
  [cosmos, 'backupPolicy.continuousModeProperties.tier', 'Continuous7Days'],
  [storage, 'allowSharedKeyAccess', false],
  [storage, 'allowBlobPublicAccess', false],
  [storage, 'minimumTlsVersion', 'TLS1_2'],
  [storage, 'supportsHttpsTrafficOnly', true],
  // A file can be had back for as long as the database can, and is gone after that.
  [`${storage}/blobServices`, 'deleteRetentionPolicy', { enabled: true, days: 7, allowPermanentDelete: false }],
  [`${storage}/blobServices`, 'isVersioningEnabled', false],
  [`${storage}/blobServices`, 'changeFeed.enabled', false],
  [`${storage}/blobServices/containers`, 'publicAccess', 'None'],
  [vault, 'enableRbacAuthorization', true],
  [vault, 'enablePurgeProtection', true],
  ['Microsoft.ContainerRegistry/registries', 'adminUserEnabled', false],
  ['Microsoft.ContainerRegistry/registries', 'anonymousPullEnabled', false],
  ['Microsoft.OperationalInsights/workspaces', 'features.disableLocalAuth', true],
  ['Microsoft.BotService/botServices', 'disableLocalAuth', true],
  ['Microsoft.BotService/botServices', 'msaAppType', 'UserAssignedMSI'],
  [app, 'configuration.ingress.allowInsecure', false],
  [job, 'configuration.triggerType', 'Manual'],
  [lock, 'level', 'CanNotDelete'],
];

/** The parameters under which resources of some types are made, and no others: a whole condition each. */
const conditions: readonly (readonly [types: RegExp, condition: string])[] = [
  [/^Microsoft\.App\/(?:containerApps|jobs)$/u, "[not(empty(parameters('imageDigest')))]"],
  [
    /^Microsoft\.App\/managedEnvironments\/certificates$/u,
    "[and(not(empty(parameters('publicHost'))), not(empty(parameters('certificate'))), not(empty(parameters('imageDigest'))))]",
  ],
  [/^Microsoft\.Network\/private/u, "[parameters('privateEndpoints')]"],
];
/** Accounts that the public network reaches only if no private endpoints are asked for. */
const accounts = [cosmos, storage, vault];
const publicAccess = "[if(parameters('privateEndpoints'), 'Disabled', 'Enabled')]";

/** Who has which role, by the ids that Azure has for roles everywhere. No one else is given anything. */
const identity = (variable: string): string =>
  `[reference(resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', variables('${variable}')), '2024-11-30').principalId]`;
const [server, reader, officers] = [identity('identity'), identity('reader'), "[parameters('vaultOfficer')]"];
const surroundings = `[reference(resourceId('${environment}', variables('surroundings')), '2025-01-01', 'full').identity.principalId]`;
const scopeOf = (type: string, variable: string): string => `[resourceId('${type}', variables('${variable}'))]`;
const [documents, files, secretsVault, certificatesVault, registry] = [
  scopeOf(cosmos, 'cosmos'),
  scopeOf(storage, 'files'),
  scopeOf(vault, 'vault'),
  scopeOf(vault, 'certificates'),
  scopeOf('Microsoft.ContainerRegistry/registries', 'registry'),
];
const knownRoles: readonly (readonly [who: string, scope: string, role: string])[] = [
  // Storage Blob Data Contributor, Key Vault Secrets User, AcrPull, Cosmos DB's own for reading and writing documents.
  [server, files, 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'],
  [server, secretsVault, '4633458b-17de-408a-b874-0445c86b69e6'],
  [server, registry, '7f951dda-4ed3-4680-a7ca-43fe172d538d'],
  [server, documents, '00000000-0000-0000-0000-000000000002'],
  // Storage Blob Data Reader, AcrPull, Cosmos DB's own for reading documents.
  [reader, files, '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'],
  [reader, registry, '7f951dda-4ed3-4680-a7ca-43fe172d538d'],
  [reader, documents, '00000000-0000-0000-0000-000000000001'],
  // Key Vault Secrets User: a certificate is read as a secret.
  [surroundings, certificatesVault, '4633458b-17de-408a-b874-0445c86b69e6'],
  // Key Vault Secrets Officer and Key Vault Certificates Officer.
  [officers, secretsVault, 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'],
  [officers, certificatesVault, 'a4417e6f-fecd-4de8-b567-7b0420556985'],
];

/** Types that have no place beside Candour: what removes files by age, and what writes down who asked for what. */
const forbidden = [`${storage}/managementPolicies`, 'Microsoft.Insights/components'];
/** The only logs that are kept: what servers write, and what their environment says of them. */
const keptLogs = ['ContainerAppConsoleLogs', 'ContainerAppSystemLogs'];

const property = ({ said }: TemplateResource, path: string): Json | undefined =>
  getByPath(said, 'properties', ...path.split('.'));
const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);
const listIn = (value: Json | undefined): readonly JsonObject[] =>
  isJsonArray(value) ? value.filter(isJsonObject) : [];

type Written = readonly TemplateResource[];
const ofType = (resources: Written, type: string): Written => resources.filter((one) => one.type === type);

const wrongValues = (resources: Written): readonly string[] =>
  demanded.flatMap(([type, path, value]) =>
    ofType(resources, type)
      .filter((one) => !same(property(one, path), value))
      .map(({ name }) => `${type} ${name}: ${path} must be ${JSON.stringify(value)}`),
  );

const wrongConditions = (resources: Written): readonly string[] =>
  resources.flatMap(({ type, name, condition }) => {
    const [, asked = condition] = conditions.find(([types]) => types.test(type)) ?? [];
    return condition === asked ? [] : [`${type} ${name}: its condition must be ${asked}`];
  });

/** The containers of the store, each as the store lays it out, and no other. */
function wrongContainers(resources: Written): readonly string[] {
  const made = ofType(resources, `${cosmos}/sqlDatabases/containers`);
  const byName = new Map(made.map((one) => [splitNames(one.name).at(-1)?.slice(1, -1) ?? '', one]));
  const extra = [...byName.keys()].filter((name) => !containerNames.some((known) => known === name));
  return [
    ...extra.map((name) => `The store has no container ${name}`),
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
function wrongNetwork(resources: Written): readonly string[] {
  const groups = ofType(resources, `${endpoint}/privateDnsZoneGroups`);
  return accounts.flatMap((type) =>
    ofType(resources, type).flatMap((one) => {
      // Container Apps fetches the certificate from outside.
      if (one.name === "[variables('certificates')]") return [];
      const found = ofType(resources, endpoint).find(({ said }) => listTexts(said).includes(`[${one.id}]`));
      return [
        ...(property(one, 'publicNetworkAccess') === publicAccess
          ? []
          : [`${type} ${one.name}: the public network reaches it`]),
        ...(found === undefined ? [`${type} ${one.name}: it has no private endpoint`] : []),
        ...(found !== undefined && !groups.some(({ name }) => splitNames(name)[0] === expressionBody(found.name))
          ? [`${type} ${one.name}: no name leads to its private endpoint`]
          : []),
      ];
    }),
  );
}

const wrongAssignments = (resources: Written): readonly string[] =>
  [assignment, `${cosmos}/sqlRoleAssignments`].flatMap((type) =>
    ofType(resources, type).flatMap((one) => {
      const role = scalarToText(property(one, 'roleDefinitionId'));
      const scope = scalarToText(one.said.scope ?? property(one, 'scope'));
      const who = scalarToText(property(one, 'principalId'));
      const held = knownRoles.filter(([, , id]) => role.endsWith(`, '${id}')]`));
      return [
        ...(knownRoles.some(([principal]) => principal === who) ? [] : [`${type}: it is for nobody`]),
        ...(held.length > 0 ? [] : [`${type}: it gives an unknown role`]),
        ...(held.length === 0 || held.some(([principal, place]) => principal === who && place === scope)
          ? []
          : [`${type}: it gives a role to who must not have it there: ${role}`]),
      ];
    }),
  );

/** The accounts that hold reports and secrets are locked. */
const wrongLocks = (resources: Written): readonly string[] =>
  [documents, files, secretsVault]
    .filter((scope) => !ofType(resources, lock).some(({ said }) => said.scope === scope))
    .map((scope) => `${scope}: it is not locked`);

/** The certificate comes from its own vault by the identity of the environment, and no secret does. */
const wrongCertificate = (resources: Written): readonly string[] => [
  ...ofType(resources, `${environment}/certificates`)
    .filter((one) => !same(property(one, 'certificateKeyVaultProperties'), certificateSource))
    .map(({ name }) => `${name}: it comes from elsewhere than the vault for certificates`),
  ...resources
    .filter(
      ({ type, said }) =>
        type !== `${environment}/certificates` &&
        type !== vault &&
        listTexts(said.properties).some((text) =>
          text.includes("format('https://{0}{1}/secrets/{2}', variables('certificates')"),
        ),
    )
    .map(({ name }) => `${name}: it reads the vault for certificates`),
];
const certificateSource = {
  identity: 'system',
  keyVaultUrl:
    "[format('https://{0}{1}/secrets/{2}', variables('certificates'), environment().suffixes.keyvaultDns, parameters('certificate'))]",
};

/** Sections are numbered in their order, so that an engineer finds what to edit. */
function wrongSections(resources: Written): readonly string[] {
  const found = resources.flatMap(({ said }) => /^(\d+)\. /u.exec(scalarToText(said.comments))?.[1] ?? []);
  return found.every((number, place) => number === `${place + 1}`) && found.length > 1
    ? []
    : ['The sections of the template are not in order'];
}

const wrongLogs = (resources: Written): readonly string[] =>
  ofType(resources, 'Microsoft.Insights/diagnosticSettings').flatMap((one) => {
    const categories = listIn(property(one, 'logs')).map(({ category }) => category);
    return [
      ...(scalarToText(one.said.scope).startsWith("[resourceId('Microsoft.App/managedEnvironments'")
        ? []
        : [`${one.name}: it keeps a log of the data`]),
      ...(categories.every((category) => keptLogs.some((name) => name === category))
        ? []
        : [`${one.name}: it keeps a log that says who asked when`]),
    ];
  });

const wrongBot = (resources: Written): readonly string[] =>
  ofType(resources, 'Microsoft.BotService/botServices/channels')
    .filter(({ name }) => splitNames(name).at(-1) !== "'MsTeamsChannel'")
    .map(({ name }) => `${name}: the bot has Teams alone`);

const one = "lambdaVariables('one')";
/** How the settings of a force come to a server: those that it may give, and each that is a secret from the vault alone. */
const expressions = {
  vaultSettings: "[concat(variables('secretSettings'), variables('forceSettings'))]",
  settingsOfForce: `[map(filter(items(parameters('settings')), lambda('one', and(contains(variables('forceSettings'), ${one}.key), not(contains(parameters('secrets'), ${one}.key))))), lambda('one', createObject('name', ${one}.key, 'value', string(${one}.value))))]`,
  settingsOfVault: `[filter(parameters('secrets'), lambda('one', contains(variables('vaultSettings'), ${one})))]`,
};
const secretsOfServer =
  "[map(variables('settingsOfVault'), lambda('one', createObject('name', toLower(replace(lambdaVariables('one'), '_', '-')), 'keyVaultUrl', format('https://{0}{1}/secrets/{2}', variables('vault'), environment().suffixes.keyvaultDns, replace(lambdaVariables('one'), '_', '-')), 'identity', resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', variables('identity')))))]";
const environmentEnd = `, variables('settingsOfForce'), map(variables('settingsOfVault'), lambda('one', createObject('name', ${one}, 'secretRef', toLower(replace(${one}, '_', '-'))))))]`;

/** The settings that the template fills in: those that it says as they are, and those that Azure works out. */
export function readTemplateSettings(template: Json): {
  readonly plain: Readonly<Record<string, string>>;
  readonly workedOut: readonly string[];
} {
  const [only] = ofType(listResources(template), app);
  const [container] = only ? listIn(property(only, 'template.containers')) : [];
  const listed = listIn(getByPath(template, 'variables', 'serverSettings')).map(
    ({ name, value }) => [scalarToText(name), scalarToText(value)] as const,
  );
  const made = findCalls('createObject', scalarToText(container?.env)).flatMap(
    (call) => /^createObject\('name', '([A-Z_]+)', 'value', /u.exec(call)?.[1] ?? [],
  );
  return {
    plain: Object.fromEntries(listed.filter(([, value]) => !isExpression(value))),
    workedOut: [...listed.filter(([, value]) => isExpression(value)).map(([name]) => name), ...made],
  };
}

const differing = (what: string, found: readonly string[], wanted: readonly string[]): readonly string[] => [
  ...wanted.filter((name) => !found.includes(name)).map((name) => `${name} is not among ${what}`),
  ...found.filter((name) => !wanted.includes(name)).map((name) => `${name} must not be among ${what}`),
  ...(new Set(found).size === found.length ? [] : [`A name is twice among ${what}`]),
];

/** All that is wrong with the settings that a server is given, by the rows of the settings. */
function wrongSettings(template: Json, resources: Written): readonly string[] {
  const namesAt = (name: string): readonly string[] => {
    const listed = getByPath(template, 'variables', name);
    return isJsonArray(listed) ? listed.map(scalarToText) : [];
  };
  const { plain, workedOut } = readTemplateSettings(template);
  const askedFor = listTexts(template).flatMap((text) => text.match(/parameters\('settings'\)/gu) ?? []);
  const outputs = Object.keys(Object(getByPath(template, 'outputs')));
  return [
    ...differing('the settings that the template fills in', [...Object.keys(plain), ...workedOut], templateSettings),
    ...differing('forceSettings', namesAt('forceSettings'), forceSettings),
    ...differing('secretSettings', namesAt('secretSettings'), secretSettings),
    ...Object.entries(expressions)
      .filter(([name, text]) => getByPath(template, 'variables', name) !== text)
      .map(([name]) => `The variable ${name} lets other settings through`),
    ...(askedFor.length === 1 ? [] : ['The parameter settings is read in another place']),
    ...ofType(resources, app).flatMap((server) => [
      ...(property(server, 'configuration.secrets') === secretsOfServer
        ? []
        : ['A secret stands in clear, or comes from elsewhere than the vault']),
      ...listIn(property(server, 'template.containers')).flatMap(({ env }) =>
        scalarToText(env).startsWith("[concat(variables('serverSettings'), createArray(createObject('name', ") &&
        scalarToText(env).endsWith(environmentEnd)
          ? []
          : ['The server is given other settings'],
      ),
    ]),
    ...ofType(resources, job).flatMap((one) => [
      ...(property(one, 'configuration.secrets') === undefined ? [] : ['The job for operators has a secret']),
      ...listIn(property(one, 'template.containers')).flatMap(({ env }) =>
        scalarToText(env).startsWith("[concat(variables('serverSettings'), createArray(createObject('name', ") &&
        scalarToText(env).endsWith(", variables('settingsOfForce'))]") &&
        !scalarToText(env).includes("variables('identity')")
          ? []
          : ['The job for operators is given other settings'],
      ),
    ]),
    ...secretSettings.filter((name) => outputs.includes(name)).map((name) => `${name} is given out`),
  ];
}

/**
 * All that Candour must not be deployed with: keys beside the identity, a public way to what is kept, files that outlive
 * the database's backup or are lost before it, logs of who asked, a store that is laid out otherwise, a secret in clear.
 */
export function ruleProblems(template: Json): readonly string[] {
  const resources = listResources(template);
  return [
    ...wrongValues(resources),
    ...wrongConditions(resources),
    ...wrongContainers(resources),
    ...wrongNetwork(resources),
    ...wrongAssignments(resources),
    ...wrongLocks(resources),
    ...wrongCertificate(resources),
    ...wrongSections(resources),
    ...wrongLogs(resources),
    ...wrongBot(resources),
    ...resources.filter(({ type }) => forbidden.includes(type)).map(({ type }) => `${type}: it has no place here`),
    ...wrongSettings(template, resources),
  ];
}
