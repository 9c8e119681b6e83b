import type { Environment } from './given-settings.ts';
import { SettingsError } from './settings-error.ts';
import { namedSettings } from './settings-schema.ts';

/** The address that a server which listens at every one of its machine is asked by from there. */
const ownAddress: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/**
 * Where the server that these settings are of says, on its own machine, whether it can do its work. Throws
 * SettingsError where a setting cannot be right, or the port is one that nobody knows before the server has it.
 */
export function readinessAddress(environment: Environment = process.env): string {
  const { HOST, PORT, HEALTH_HOST, HEALTH_PORT } = namedSettings(environment);
  const [host, port, name] =
    HEALTH_PORT === undefined ? ([HOST, PORT, 'PORT'] as const) : ([HEALTH_HOST, HEALTH_PORT, 'HEALTH_PORT'] as const);
  if (port === 0) throw new SettingsError([name], { [name]: 'a port, and not 0, which takes any that is free' });
  const bare = host.includes(':') ? `[${host}]` : host;
  return `http://${ownAddress[host] ?? bare}:${port}/readyz`;
}
