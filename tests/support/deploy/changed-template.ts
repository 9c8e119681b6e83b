import { readAzureTemplate } from '../../../deploy/azure/check-parameters.ts';
import { getByPath, isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../deploy/azure/json.ts';
import { ruleProblems } from './deployment-rules.ts';
import { schemaProblems } from './schema-rules.ts';
import { structureProblems } from './structure-rules.ts';

/** A value with another in its place at the end of some names; `undefined` takes it out. */
export function replaceAtPath(value: Json, path: readonly string[], other: Json | undefined): Json {
  const [name, ...rest] = path;
  if (name === undefined) return other ?? null;
  if (isJsonArray(value))
    return value.map((one, place) => (String(place) === name ? replaceAtPath(one, rest, other) : one));
  if (!isJsonObject(value)) return { [name]: replaceAtPath(null, rest, other) };
  const { [name]: before = null, ...others } = value;
  return rest.length === 0 && other === undefined ? others : { ...others, [name]: replaceAtPath(before, rest, other) };
}

const resourcesOf = (template: Json): readonly Json[] => {
  const found = getByPath(template, 'resources');
  return isJsonArray(found) ? found : [];
};

/** The template with one resource changed: the first of a type whose name ends so. */
export function withChangedResource(type: string, end: string, path: readonly string[], other: Json | undefined): Json {
  const template = readAzureTemplate();
  const place = resourcesOf(template).findIndex(
    (one) => isJsonObject(one) && one.type === type && JSON.stringify(one.name).includes(end),
  );
  if (place < 0) throw new Error(`no ${type}`);
  return replaceAtPath(template, ['resources', `${place}`, ...path], other);
}
/** The template without a resource. */
export const withoutResource = (type: string, end: string): Json => {
  const template = readAzureTemplate();
  const left = resourcesOf(template).filter(
    (one) => !(isJsonObject(one) && one.type === type && JSON.stringify(one.name).includes(end)),
  );
  return replaceAtPath(template, ['resources'], left);
};
/** The template with a resource more. */
export const withAddedResource = (resource: JsonObject): Json => {
  const template = readAzureTemplate();
  return replaceAtPath(template, ['resources'], [...resourcesOf(template), resource]);
};

/** All that is wrong with a template: by how it is put together, by Azure's schemas, and by Candour's rules. */
export const templateProblems = (template: Json): readonly string[] => [
  ...structureProblems(template),
  ...schemaProblems(template),
  ...ruleProblems(template),
];

/** The types of resources that are changed. */
export const cosmos = 'Microsoft.DocumentDB/databaseAccounts';
export const containers = `${cosmos}/sqlDatabases/containers`;
export const storage = 'Microsoft.Storage/storageAccounts';
export const vault = 'Microsoft.KeyVault/vaults';
export const app = 'Microsoft.App/containerApps';
export const job = 'Microsoft.App/jobs';
export const bot = 'Microsoft.BotService/botServices';
export const assignment = 'Microsoft.Authorization/roleAssignments';
