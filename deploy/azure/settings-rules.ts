import { givenOfBefore, missingForceNames } from '../../bot/settings/contacts-settings.ts';
import type { Deployment } from '../template/deployment.ts';
import { at, isList, isObject, type Json, type JsonObject, spoken } from '../template/json.ts';
import { forceSettings, secretSettings, templateSettings, vaultSettings } from './settings-places.ts';

/** The start of a server of a deployment: its settings in clear, and those that come from the vault. */
export function settingsOfServer({ resources }: Deployment): {
  readonly clear: Readonly<Record<string, string>>;
  readonly fromVault: readonly string[];
} {
  const server = resources.find(({ type, isMade }) => type === 'Microsoft.App/containerApps' && isMade);
  const containers = at(server?.said, 'properties', 'template', 'containers');
  const listed = isList(containers) ? containers.flatMap((one) => listIn(at(one, 'env'))) : [];
  return {
    clear: Object.fromEntries(
      listed.flatMap(({ name, value }) => (typeof value === 'string' ? [[spoken(name), value] as const] : [])),
    ),
    fromVault: listed.flatMap(({ name, secretRef }) => (typeof secretRef === 'string' ? [spoken(name)] : [])),
  };
}
const listIn = (value: Json | undefined): readonly JsonObject[] => (isList(value) ? value.filter(isObject) : []);

/** All that is wrong with the settings that a server is given: a secret in clear, one that it should not have or lacks. */
export function wrongSettings(deployment: Deployment): readonly string[] {
  const { clear } = settingsOfServer(deployment);
  const server = deployment.resources.find(({ type }) => type === 'Microsoft.App/containerApps');
  if (server?.isMade !== true) return [];
  const secrets = listIn(at(server.said, 'properties', 'configuration', 'secrets'));
  const outputs = Object.keys(deployment.outputs);
  return [
    ...secretSettings.filter((name) => name in clear).map((name) => `${name} stands in clear`),
    ...secrets.filter((one) => 'value' in one).map(({ name }) => `The secret ${spoken(name)} stands in clear`),
    ...secretSettings.filter((name) => outputs.includes(name)).map((name) => `${name} is given out`),
    ...Object.keys(clear)
      .filter((name) => !templateSettings.includes(name) && !forceSettings.includes(name))
      .map((name) => `${name} is no setting of a server in Azure`),
    ...templateSettings.filter((name) => !(name in clear)).map((name) => `${name} is not set`),
  ];
}

/** The names of the force that a server would not start without, once there is a server. */
function missingNames(parameters: JsonObject, settings: JsonObject, secrets: readonly string[]): readonly string[] {
  if (parameters.imageDigest === undefined || parameters.imageDigest === '') return [];
  const given = Object.entries(settings).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return missingForceNames(Object.fromEntries(given))
    .filter((name) => !secrets.includes(name))
    .map((name) => `${name} is missing, and no server starts without it`);
}

/** All that is wrong with the parameters of a force: a setting that there is not, one that belongs into the vault or nowhere. */
export function wrongParameters(parameters: JsonObject): readonly string[] {
  const settings = isObject(parameters.settings) ? parameters.settings : {};
  const secrets = isList(parameters.secrets) ? parameters.secrets.map(spoken) : ['CARRIED_STATE_SECRET'];
  return [
    ...Object.keys(settings).flatMap((name) =>
      secretSettings.includes(name)
        ? [`${name} belongs into the vault, and its name into "secrets": take it out of this file, and make a new one`]
        : templateSettings.includes(name)
          ? [`${name} is filled in by the template: leave it out`]
          : forceSettings.includes(name)
            ? []
            : givenOfBefore({ [name]: 'given' }).length > 0
              ? [`${name} is no longer read: say the hours as data in STAFFED_HOURS, and leave it out`]
              : [`${name} is no setting that a server in Azure can be given`],
    ),
    ...Object.entries(settings)
      .filter(([, value]) => typeof value !== 'string')
      .map(([name]) => `${name} must be a text`),
    ...missingNames(parameters, settings, secrets),
    ...secrets.filter((name) => !vaultSettings.includes(name)).map((name) => `${name} cannot come from the vault`),
    ...(secrets.includes('CARRIED_STATE_SECRET') ? [] : ['CARRIED_STATE_SECRET must be among "secrets"']),
  ];
}
