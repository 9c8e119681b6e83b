import { getByPath, isJsonObject, type Json } from '../../../deploy/azure/json.ts';
import {
  findCalls,
  findClosingBracket,
  callArguments,
  expressionBody,
  isExpression,
  splitNames,
  listResources,
  listTexts,
  type TemplateResource,
} from './template-text.ts';

/** The names that Azure takes for a resource, where its schema does not say it: letters, digits, length. */
const names: Readonly<Record<string, RegExp>> = {
  'Microsoft.App/containerApps': /^[a-z](?!.*--)[a-z0-9-]{0,30}[a-z0-9]$/u,
  'Microsoft.App/jobs': /^[a-z](?!.*--)[a-z0-9-]{0,30}[a-z0-9]$/u,
  'Microsoft.App/managedEnvironments': /^[a-zA-Z][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/u,
  'Microsoft.App/managedEnvironments/certificates': /^[a-zA-Z0-9][a-zA-Z0-9-]{1,62}$/u,
  'Microsoft.BotService/botServices': /^[a-zA-Z0-9][a-zA-Z0-9_-]{1,41}$/u,
  'Microsoft.ContainerRegistry/registries': /^[a-zA-Z0-9]{5,50}$/u,
  'Microsoft.DocumentDB/databaseAccounts': /^[a-z0-9](?:[a-z0-9-]{1,42})[a-z0-9]$/u,
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases': /^[^/\\?#\s]{1,255}$/u,
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers': /^[^/\\?#\s]{1,255}$/u,
  'Microsoft.KeyVault/vaults': /^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/u,
  'Microsoft.ManagedIdentity/userAssignedIdentities': /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$/u,
  'Microsoft.Network/privateEndpoints': /^[a-zA-Z0-9][\w.-]{0,62}\w$/u,
  'Microsoft.Network/virtualNetworks': /^[a-zA-Z0-9][\w.-]{0,62}\w$/u,
  'Microsoft.OperationalInsights/workspaces': /^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$/u,
  'Microsoft.Storage/storageAccounts': /^[a-z0-9]{3,24}$/u,
  'Microsoft.Storage/storageAccounts/blobServices/containers': /^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/u,
};
/** Names of which Azure asks that they are GUIDs. */
const named = ['Microsoft.Authorization/roleAssignments', 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments'];

/** The functions of Azure that the template uses. None of them asks for a key of an account, an hour or chance. */
const functions = new Set(
  (
    'and concat contains createArray createObject empty environment extensionResourceId filter format guid if items ' +
    'lambda lambdaVariables map not parameters reference replace resourceGroup resourceId string subscription ' +
    'subscriptionResourceId toLower uniqueString variables'
  ).split(' '),
);
/** More than a person can fill in without a mistake. */
const mostParameters = 12;
/** Azure reads no longer expression. */
const longestExpression = 24_576;

const wordOf = ({ type, name }: TemplateResource): string => `${type} ${name}`;

/** The longest that a name can be, as far as the template says it; `undefined` if Azure makes all of it. */
function longestName(template: Json, text: string): string | undefined {
  const [, variable] = /^variables\('([^']*)'\)$/u.exec(text) ?? [];
  if (variable !== undefined) {
    const value = getByPath(template, 'variables', variable);
    return typeof value === 'string' ? longestName(template, expressionBody(value)) : undefined;
  }
  const [, plain] = /^'([^']*)'$/u.exec(text) ?? [];
  if (plain !== undefined) return plain;
  const [pattern = '', ...parts] = text.startsWith('format(') ? callArguments(text) : [];
  const longest = getByPath(template, 'parameters', 'name', 'maxLength');
  return parts.length === 0
    ? undefined
    : parts.reduce(
        (made, part, place) =>
          made.replace(
            `{${place}}`,
            part === "parameters('name')"
              ? 'n'.repeat(Number(longest))
              : part.startsWith('uniqueString(')
                ? 'u'.repeat(13)
                : '?',
          ),
        pattern.slice(1, -1),
      );
}

const wrongNames = (template: Json, resources: readonly TemplateResource[]): readonly string[] =>
  resources
    .filter(({ type, name }) => {
      const text = splitNames(name).at(-1) ?? '';
      if (named.includes(type)) return !text.startsWith('guid(');
      const longest = longestName(template, text);
      return names[type] !== undefined && (longest === undefined || !names[type].test(longest));
    })
    .map((one) => `${wordOf(one)}: Azure does not take that name`);

function wrongExpression(template: Json, text: string): readonly string[] {
  const unquoted = text.replaceAll(/'(?:[^']|'')*'/gu, "''");
  const called = [...unquoted.matchAll(/([A-Za-z]\w*)\(/gu)].map(([, name = '']) => name);
  const asked = [...text.matchAll(/\b(parameter|variable)s\('([^']*)'\)/gu)];
  const formats = findCalls('format', text).map(callArguments);
  return [
    ...(findClosingBracket(text, 0) === text.length - 1 ? [] : ['A bracket is missing in an expression']),
    ...called.filter((name) => !functions.has(name)).map((name) => `No expression here has the function ${name}`),
    ...asked
      .filter(([, kind, name = '']) => getByPath(template, `${kind}s`, name) === undefined)
      .map(([, kind, name]) => `There is no ${kind} ${name}`),
    ...formats
      .filter(([pattern = '', ...given]) => new Set(pattern.match(/\{\d\}/gu)).size !== given.length)
      .map(() => 'A format says more or less than it is given'),
    ...(text.length > longestExpression ? ['An expression is too long'] : []),
  ];
}

function wrongTexts(template: Json): readonly string[] {
  const parameters = getByPath(template, 'parameters');
  const count = isJsonObject(parameters) ? Object.keys(parameters).length : 0;
  return [
    ...(count <= mostParameters ? [] : [`The template has ${count} parameters`]),
    ...listTexts(template)
      .filter(isExpression)
      .flatMap((text) => wrongExpression(template, text)),
  ];
}

/** A part that is made with its resource, and has no place of its own in a template. */
const ofAnother = /^resourceId\('(.+)\/(?:subnets|sqlRoleDefinitions)', (.+), '[^']+'\)$/u;
const holderOf = (id: string): string => id.replace(ofAnother, (_, type, name) => `resourceId('${type}', ${name})`);

/** Every id that a text names, those that are inside others among them. */
const idsIn = (text: string): readonly string[] =>
  ['resourceId', 'extensionResourceId'].flatMap((name) => findCalls(name, text));

function wrongArrows(resources: readonly TemplateResource[]): readonly string[] {
  const byId = new Map(resources.map((one) => [one.id, one]));
  const again = resources.filter(({ id }, place) => resources.findIndex((other) => other.id === id) !== place);
  /** Those that are there before a resource: what it depends on, with what these depend on. */
  const before = (id: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> =>
    (byId.get(id)?.dependsOn ?? [])
      .map(expressionBody)
      .reduce<ReadonlySet<string>>((all, next) => (all.has(next) ? all : before(next, new Set([...all, next]))), seen);
  return [
    ...again.map((one) => `${wordOf(one)}: stands in the template twice`),
    ...resources.flatMap((one) => {
      const all = before(one.id);
      const text = listTexts(one.said).join('\n');
      return [
        ...one.dependsOn
          .map(expressionBody)
          .filter((id) => !byId.has(id))
          .map((id) => `${wordOf(one)}: depends on ${id}, which the template does not make`),
        ...(all.has(one.id) ? [`${wordOf(one)}: depends on itself in the end`] : []),
        ...[...new Set([...parentOf(one), ...idsIn(text)])].flatMap((id) => {
          const other = byId.get(id) ?? byId.get(holderOf(id));
          if (other === undefined) return [`${wordOf(one)}: names ${id}, which the template does not make`];
          if (other === one) return [];
          return [
            ...(all.has(other.id) ? [] : [`${wordOf(one)}: names ${wordOf(other)} and does not depend on it`]),
            ...(isThereWith(other, one, text) ? [] : [`${wordOf(one)}: names ${wordOf(other)}, which may not be made`]),
          ];
        }),
      ];
    }),
  ];
}

/** The id of the resource that another is a part of; none for one that is a part of no other. */
function parentOf({ type, name }: TemplateResource): readonly string[] {
  const names = splitNames(name).slice(0, -1);
  const [above] = /^.+(?=\/[^/]+$)/u.exec(type) ?? [];
  return names.length === 0 ? [] : [`resourceId(${[`'${above}'`, ...names].join(', ')})`];
}

/** The parts of a condition that must all hold. */
const partsOf = (condition: string): readonly string[] => {
  const body = expressionBody(condition);
  return body.startsWith('and(') ? callArguments(body) : [body];
};

/** Whether a resource is made whenever another that names it is, or is named under its own condition. */
const isThereWith = (named: TemplateResource, by: TemplateResource, text: string): boolean =>
  named.condition === '' ||
  partsOf(named.condition).every((part) => partsOf(by.condition).includes(part)) ||
  text.includes(`if(${expressionBody(named.condition)}, `);

/** All that is wrong with how a template is put together, whatever it makes: names, arrows between resources, expressions. */
export function structureProblems(template: Json): readonly string[] {
  const resources = listResources(template);
  const made = new Set(resources.map(({ id }) => id));
  const askedFor = listTexts(getByPath(template, 'outputs')).flatMap(idsIn);
  return [
    ...wrongTexts(template),
    ...wrongNames(template, resources),
    ...wrongArrows(resources),
    ...askedFor.filter((id) => !made.has(id)).map((id) => `An output names ${id}, which the template does not make`),
  ];
}
