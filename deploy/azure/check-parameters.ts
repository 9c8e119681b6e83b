import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  contactSettingNames,
  findRemovedSettings,
  findMissingContactSettings,
  replySettingNames,
} from '../../bot/config/word-settings.ts';
import { filterSettingNames } from '../../bot/config/settings-schema.ts';
import type { AzureSource } from '../../bot/config/settings-table.ts';
import { getByPath, isJsonArray, isJsonObject, type Json, type JsonObject, scalarToText } from './json.ts';

const jsonSchema: z.ZodType<Json> = z.json();
const readJson = (path: string | URL): Json => jsonSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

export const readAzureTemplate = (): Json => readJson(new URL('candour.json', import.meta.url));

const parameterType = (value: Json): string =>
  isJsonArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? 'int' : typeof value;

function isOutOfRange(value: Json, rules: Json): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const size = typeof value === 'string' ? value.length : value;
  const [least, most] = typeof value === 'string' ? ['minLength', 'maxLength'] : ['minValue', 'maxValue'];
  const [from, to] = [getByPath(rules, least ?? ''), getByPath(rules, most ?? '')];
  return (typeof from === 'number' && size < from) || (typeof to === 'number' && size > to);
}

function checkAgainstTemplate(template: Json, given: JsonObject): readonly string[] {
  const parameters = getByPath(template, 'parameters');
  const declaredParameters = isJsonObject(parameters) ? parameters : {};
  return [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(declaredParameters, name))
      .map((name) => `There is no such parameter: ${name}`),
    ...Object.entries(declaredParameters).flatMap(([name, rules]) => {
      const value = given[name] ?? getByPath(rules, 'defaultValue');
      if (value === undefined) return [`The parameter ${name} is missing`];
      if (parameterType(value) !== getByPath(rules, 'type'))
        return [`The parameter ${name} is not of the type ${scalarToText(getByPath(rules, 'type'))}`];
      return isOutOfRange(value, rules) ? [`The parameter ${name} is outside its limits`] : [];
    }),
  ];
}

function findMissingForceSettings(
  parameters: JsonObject,
  settings: JsonObject,
  secrets: readonly string[],
): readonly string[] {
  if (parameters.imageDigest === undefined || parameters.imageDigest === '') return [];
  const given = Object.entries(settings).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return findMissingContactSettings(Object.fromEntries(given))
    .filter((name) => !secrets.includes(name))
    .map((name) => `${name} is missing, and a server does not start without it`);
}

function checkSettingName(name: string): readonly string[] {
  if (forceSettings.includes(name)) return [];
  if (secretSettings.includes(name))
    return [`${name} belongs in the vault, and its name in "secrets": remove it from this file, and make a new one`];
  if (templateSettings.includes(name)) return [`The template fills in ${name}: leave it out`];
  const [before] = findRemovedSettings({ [name]: 'given' });
  const todo = before?.todo.replace(/\.$/u, '') ?? 'is not a setting for a server in Azure';
  return [`${name} ${todo}`];
}

function checkParameterSettings(parameters: JsonObject): readonly string[] {
  const settings = isJsonObject(parameters.settings) ? parameters.settings : {};
  const secrets = isJsonArray(parameters.secrets) ? parameters.secrets.map(scalarToText) : ['CARRIED_STATE_SECRET'];
  return [
    ...Object.keys(settings).flatMap(checkSettingName),
    ...Object.entries(settings)
      .filter(([, value]) => typeof value !== 'string')
      .map(([name]) => `${name} must be a text`),
    ...findMissingForceSettings(parameters, settings, secrets),
    ...secrets.filter((name) => !vaultSettings.includes(name)).map((name) => `${name} cannot come from the vault`),
    ...(secrets.includes('CARRIED_STATE_SECRET') ? [] : ['CARRIED_STATE_SECRET must be among "secrets"']),
  ];
}

/**
 * All that is wrong with a force's parameters: one that the template does not take, an unknown setting, a secret
 * outside the vault. No sentence says a value.
 */
export const checkParameters = (parameters: JsonObject, template: Json = readAzureTemplate()): readonly string[] => [
  ...checkAgainstTemplate(template, parameters),
  ...checkParameterSettings(parameters),
];

/** Throws file system errors and those of JSON.parse. */
export function checkParameterFile(path: string): readonly string[] {
  const given = getByPath(readJson(path), 'parameters');
  if (!isJsonObject(given)) return ['The file has no "parameters"'];
  const values = Object.entries(given).map(([name, one]) => [name, getByPath(one, 'value')] as const);
  const without = values.filter(([, value]) => value === undefined);
  if (without.length > 0) return without.map(([name]) => `The parameter ${name} has no "value"`);
  return checkParameters(
    Object.fromEntries(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  );
}

const settingsFromSource = (place: AzureSource): readonly string[] =>
  filterSettingNames(({ azure }) => azure === place);

export const templateSettings = settingsFromSource('template');
/** Settings that a force gives: by their place, its contacts and its replies. */
export const forceSettings: readonly string[] = [
  ...settingsFromSource('force'),
  ...contactSettingNames,
  ...replySettingNames,
];
export const secretSettings = settingsFromSource('vault');
/** Settings that must be in the vault, and those that a force may keep there. */
const vaultSettings: readonly string[] = [...secretSettings, ...forceSettings];
