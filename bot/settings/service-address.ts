import type { Config } from './config.ts';
import { clouds } from './clouds.ts';

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
export function createServiceAddresses(
  config: Pick<Config, 'BOT_CLOUD' | 'BOT_SERVICE_HOSTS' | 'development'>,
): (address: string) => boolean {
  const origins = new Set([...clouds[config.BOT_CLOUD].serviceHosts, ...config.BOT_SERVICE_HOSTS].map(serviceOrigin));
  return (address) => {
    const url = addressOf(address);
    if (url === undefined || url.username !== '' || url.password !== '') return false;
    return origins.has(url.origin) || (config.development && loopback.includes(url.hostname));
  };
}
