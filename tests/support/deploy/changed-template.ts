import { azureTemplate } from '../../../deploy/azure/check-parameters.ts';
import { at, isList, isObject, type Json, type JsonObject } from '../../../deploy/azure/json.ts';
import { wrongByRules } from './deployment-rules.ts';
import { wrongBySchema } from './schema-rules.ts';
import { wrongInStructure } from './structure-rules.ts';

/** A value with another in its place at the end of some names; `undefined` takes it out. */
export function changed(value: Json, path: readonly string[], other: Json | undefined): Json {
  const [name, ...rest] = path;
  if (name === undefined) return other ?? null;
  if (isList(value)) return value.map((one, place) => (String(place) === name ? changed(one, rest, other) : one));
  if (!isObject(value)) return { [name]: changed(null, rest, other) };
  const { [name]: before = null, ...others } = value;
  return rest.length === 0 && other === undefined ? others : { ...others, [name]: changed(before, rest, other) };
}

const resourcesOf = (template: Json): readonly Json[] => {
  const found = at(template, 'resources');
  return isList(found) ? found : [];
};

/** The template with one resource changed: the first of a type whose name ends so. */
export function withResource(type: string, end: string, path: readonly string[], other: Json | undefined): Json {
  const template = azureTemplate();
  const place = resourcesOf(template).findIndex(
    (one) => isObject(one) && one.type === type && JSON.stringify(one.name).includes(end),
  );
  if (place < 0) throw new Error(`no ${type}`);
  return changed(template, ['resources', `${place}`, ...path], other);
}
/** The template without a resource. */
export const without = (type: string, end: string): Json => {
  const template = azureTemplate();
  const left = resourcesOf(template).filter(
    (one) => !(isObject(one) && one.type === type && JSON.stringify(one.name).includes(end)),
  );
  return changed(template, ['resources'], left);
};
/** The template with a resource more. */
export const withAnother = (resource: JsonObject): Json => {
  const template = azureTemplate();
  return changed(template, ['resources'], [...resourcesOf(template), resource]);
};

/** All that is wrong with a template: by how it is put together, by Azure's schemas, and by Candour's rules. */
export const wrongIn = (template: Json): readonly string[] => [
  ...wrongInStructure(template),
  ...wrongBySchema(template),
  ...wrongByRules(template),
];

/** The types of resources that are changed. */
export const cosmos = 'Microsoft.DocumentDB/databaseAccounts';
export const containers = `${cosmos}/sqlDatabases/containers`;
export const storage = 'Microsoft.Storage/storageAccounts';
export const vault = 'Microsoft.KeyVault/vaults';
export const app = 'Microsoft.App/containerApps';
export const bot = 'Microsoft.BotService/botServices';
export const assignment = 'Microsoft.Authorization/roleAssignments';
