import { type EnvironmentVariables, parseSettings } from './settings-schema.ts';
import { SettingsError } from './settings-errors.ts';

const loopbackAddress: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** The local address of `/readyz`. Throws SettingsError for wrong settings, or port 0. */
export function readinessAddress(environment: EnvironmentVariables = process.env): string {
  const { HOST, PORT, HEALTH_HOST, HEALTH_PORT } = parseSettings(environment);
  const [host, port, name] =
    HEALTH_PORT === undefined ? ([HOST, PORT, 'PORT'] as const) : ([HEALTH_HOST, HEALTH_PORT, 'HEALTH_PORT'] as const);
  if (port === 0) throw new SettingsError([name], { [name]: 'a port, and not 0, which takes any that is free' });
  const bare = host.includes(':') ? `[${host}]` : host;
  return `http://${loopbackAddress[host] ?? bare}:${port}/readyz`;
}
