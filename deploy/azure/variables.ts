import type { JsonObject } from '../template/json.ts';
import { forceSettings, vaultSettings } from './settings-places.ts';
import { parameter, worked } from './parts.ts';

/** The database, and the container of sealed files that is named by it. */
export const databaseName = 'candour';
export const filesContainer = `${databaseName}-files`;

const named = (end: string): string => worked(`format('{0}-${end}', ${parameter('name')})`);
/** Names that nobody else in the world may have: thirteen letters follow that the group decides on. */
const unique = (pattern: string): string =>
  worked(`format('${pattern}', ${parameter('name')}, uniqueString(resourceGroup().id))`);

/** The names that the template gives to things: the same at every deployment into a group. */
export const templateVariables: JsonObject = {
  identity: named('identity'),
  cosmos: unique('{0}-{1}'),
  database: databaseName,
  files: unique('{0}{1}'),
  filesContainer,
  vault: unique('{0}-{1}'),
  registry: unique('{0}{1}'),
  network: named('network'),
  logs: named('logs'),
  surroundings: named('environment'),
  server: named('server'),
  bot: unique('{0}-{1}'),
  tellers: named('alerts'),
  forceSettings: [...forceSettings],
  vaultSettings: [...vaultSettings],
};
