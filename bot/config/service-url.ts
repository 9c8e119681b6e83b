import { type Cloud, clouds } from './clouds.ts';

export interface ConnectorSettings {
  readonly cloud: Cloud;
  readonly hosts: readonly string[];
  readonly allowLoopback: boolean;
}

export const parseConnectorSettings = (
  settings: {
    readonly BOT_CLOUD: keyof typeof clouds;
    readonly BOT_SERVICE_HOSTS: readonly string[];
  },
  allowLoopback: boolean,
): ConnectorSettings => ({ cloud: clouds[settings.BOT_CLOUD], hosts: settings.BOT_SERVICE_HOSTS, allowLoopback });

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/**
 * The origin for an entry of BOT_SERVICE_HOSTS: a host, by HTTPS, or an origin. HTTP only on this machine. `undefined`
 * for anything else.
 */
export function serviceOrigin(entry: string): string | undefined {
  const isHost = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/iu.test(entry);
  const url = parseUrl(isHost ? `https://${entry}` : entry);
  if (url === undefined || url.username !== '' || url.pathname !== '/' || url.search !== '') return undefined;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.includes(url.hostname));
  return isSafe ? url.origin : undefined;
}

/**
 * Whether an address is Teams' connector, or in development this machine: the bot's token and alerts go nowhere else.
 */
export function createServiceUrlCheck({
  cloud,
  hosts,
  allowLoopback,
}: ConnectorSettings): (address: string) => boolean {
  const origins = new Set([...cloud.serviceHosts, ...hosts].map(serviceOrigin));
  return (address) => {
    const url = parseUrl(address);
    if (url === undefined || url.username !== '' || url.password !== '') return false;
    return origins.has(url.origin) || (allowLoopback && loopbackHosts.includes(url.hostname));
  };
}
