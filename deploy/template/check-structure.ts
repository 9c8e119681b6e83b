import type { Deployment, MadeResource } from './deployment.ts';
import { at, isList, isObject, type Json } from './json.ts';

/** The names that Azure takes for a resource, where its schema does not say it: letters, digits, length. */
const names: Readonly<Record<string, RegExp>> = {
  'Microsoft.App/containerApps': /^[a-z](?!.*--)[a-z0-9-]{0,30}[a-z0-9]$/u,
  'Microsoft.App/managedEnvironments': /^[a-zA-Z][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/u,
  'Microsoft.App/managedEnvironments/certificates': /^[a-zA-Z0-9][a-zA-Z0-9-]{1,62}$/u,
  'Microsoft.Authorization/roleAssignments': /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u,
  'Microsoft.BotService/botServices': /^[a-zA-Z0-9][a-zA-Z0-9_-]{1,41}$/u,
  'Microsoft.ContainerRegistry/registries': /^[a-zA-Z0-9]{5,50}$/u,
  'Microsoft.DocumentDB/databaseAccounts': /^[a-z0-9](?:[a-z0-9-]{1,42})[a-z0-9]$/u,
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases': /^[^/\\?#\s]{1,255}$/u,
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers': /^[^/\\?#\s]{1,255}$/u,
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments': /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u,
  'Microsoft.KeyVault/vaults': /^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/u,
  'Microsoft.ManagedIdentity/userAssignedIdentities': /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$/u,
  'Microsoft.Network/privateEndpoints': /^[a-zA-Z0-9][\w.-]{0,62}\w$/u,
  'Microsoft.Network/virtualNetworks': /^[a-zA-Z0-9][\w.-]{0,62}\w$/u,
  'Microsoft.OperationalInsights/workspaces': /^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$/u,
  'Microsoft.Storage/storageAccounts': /^[a-z0-9]{3,24}$/u,
  'Microsoft.Storage/storageAccounts/blobServices/containers': /^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/u,
};

const wordOf = ({ type, name }: MadeResource): string => `${type} ${name}`;

const wrongNames = (resources: readonly MadeResource[]): readonly string[] =>
  resources
    .filter(({ type, name }) => names[type]?.test(name.split('/').at(-1) ?? '') === false)
    .map((one) => `${wordOf(one)}: Azure does not take that name`);

/** The names of parts that are made with their resource, and have no place of their own in a template. */
const ofAnother = /\/(?:subnets|sqlRoleDefinitions)\/[^/]+$/u;
const holder = (id: string): string => id.replace(ofAnother, '');

function wrongArrows({ resources }: Deployment): readonly string[] {
  const byId = new Map(resources.map((one) => [one.id, one]));
  /** Those that are there before a resource: what it depends on, and its parents, with what these depend on. */
  const before = (id: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> =>
    (byId.get(id)?.dependsOn ?? []).reduce<ReadonlySet<string>>(
      (all, next) => (all.has(next) ? all : before(next, new Set([...all, next]))),
      seen,
    );
  return resources.flatMap((one) => {
    const all = before(one.id);
    return [
      ...one.dependsOn
        .filter((id) => !byId.has(id))
        .map((id) => `${wordOf(one)}: depends on ${id}, which the template does not make`),
      ...(all.has(one.id) ? [`${wordOf(one)}: depends on itself in the end`] : []),
      ...one.names.flatMap((id) => {
        const other = byId.get(id) ?? byId.get(holder(id));
        if (other === undefined) return [`${wordOf(one)}: names ${id}, which the template does not make`];
        if (other.id === one.id) return [];
        const isThere = all.has(other.id) ? [] : [`${wordOf(one)}: names ${wordOf(other)} and does not depend on it`];
        return one.isMade && !other.isMade && !isAllowedAbsent(one, other)
          ? [...isThere, `${wordOf(one)}: names ${wordOf(other)}, which is not made`]
          : isThere;
      }),
    ];
  });
}
/** A part of a text that is left out by a condition of its own is named all the same while it is worked out. */
const isAllowedAbsent = (one: MadeResource, other: MadeResource): boolean =>
  !JSON.stringify(one.said).includes(other.id);

const texts = (value: Json): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : isList(value)
      ? value.flatMap(texts)
      : isObject(value)
        ? [...Object.keys(value), ...Object.values(value).flatMap(texts)]
        : [];

/** Functions whose value is another at each deployment, or a key of an account: neither has a place in a template. */
const forbidden = /\b(?:list\w*|newGuid|utcNow|dateTimeAdd)\(/u;
/** Azure reads no longer expression. */
const longestExpression = 24_576;

function wrongText(template: Json): readonly string[] {
  const parameters = at(template, 'parameters');
  const count = isObject(parameters) ? Object.keys(parameters).length : 0;
  const said = texts(template);
  return [
    ...(count < 12 ? [] : [`The template has ${count} parameters`]),
    ...said
      .filter((text) => text.startsWith('[') && forbidden.test(text))
      .map(() => 'An expression asks for a key, an hour or chance'),
    ...said.filter((text) => text.length > longestExpression).map(() => 'An expression is too long'),
  ];
}

/** All that is wrong with how a template is put together, whatever it makes: names, arrows between resources, expressions. */
export const wrongInStructure = (template: Json, deployment: Deployment): readonly string[] => [
  ...wrongText(template),
  ...wrongNames(deployment.resources),
  ...wrongArrows(deployment),
];
