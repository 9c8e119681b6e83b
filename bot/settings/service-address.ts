import { type Cloud, clouds } from './clouds.ts';

/** Where Teams' connector may be. */
export interface ConnectorSettings {
  readonly cloud: Cloud;
  /** Hosts or origins beside those of the cloud. */
  readonly hosts: readonly string[];
  /** Whether it may be on this machine, as the Playground is. */
  readonly onThisMachine: boolean;
}

/** Reads what the settings say of the connector. */
export const connectorIn = (
  settings: {
    readonly BOT_CLOUD: keyof typeof clouds;
    readonly BOT_SERVICE_HOSTS: readonly string[];
  },
  onThisMachine: boolean,
): ConnectorSettings => ({ cloud: clouds[settings.BOT_CLOUD], hosts: settings.BOT_SERVICE_HOSTS, onThisMachine });

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

function addressOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/**
 * The origin that an entry of BOT_SERVICE_HOSTS names: a host, meant over HTTPS, or a whole origin. Without TLS one of
 * this machine only. `undefined` where it is neither.
 */
export function serviceOrigin(entry: string): string | undefined {
  const isHost = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/iu.test(entry);
  const url = addressOf(isHost ? `https://${entry}` : entry);
  if (url === undefined || url.username !== '' || url.pathname !== '/' || url.search !== '') return undefined;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname));
  return isSafe ? url.origin : undefined;
}

/**
 * Whether an address is one of Teams' connector: the bot's token, and alerts, go nowhere else. The hosts are those of
 * the cloud and of the setting BOT_SERVICE_HOSTS; in development this machine as well, where the Playground is.
 */
export function createServiceAddresses({
  cloud,
  hosts,
  onThisMachine,
}: ConnectorSettings): (address: string) => boolean {
  const origins = new Set([...cloud.serviceHosts, ...hosts].map(serviceOrigin));
  return (address) => {
    const url = addressOf(address);
    if (url === undefined || url.username !== '' || url.password !== '') return false;
    return origins.has(url.origin) || (onThisMachine && loopback.includes(url.hostname));
  };
}
