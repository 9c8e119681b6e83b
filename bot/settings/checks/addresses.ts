import { listed } from '../listed.ts';
import { serviceOrigin } from '../service-address.ts';
import type { Given } from './ids.ts';
import { type Trouble, troubleOf } from './trouble.ts';

function wrongEndpoint(value: string): string | undefined {
  if (/AccountEndpoint=/iu.test(value)) {
    return 'holds a connection string: it takes what stands after "AccountEndpoint=" alone.';
  }
  const url = URL.parse(value);
  if (url === null || !/^https?:$/u.test(url.protocol)) {
    return 'is no address: it takes that of the account, such as "https://name.documents.azure.com".';
  }
  if (url.protocol !== 'https:') return 'begins with "http:": it takes "https:".';
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.pathname !== '/') {
    return 'has more than the name of the account in it: leave out the path, and all that follows.';
  }
  return undefined;
}

/** The fault of an entry of BOT_SERVICE_HOSTS that names no host; `at` is its place. */
function wrongHost(entry: string, at: number): string | undefined {
  if (serviceOrigin(entry) !== undefined) return undefined;
  if (/^http:/iu.test(entry)) return `has an entry that begins with "http:" (entry ${at}): name the host alone.`;
  if (entry.includes('/')) return `has an entry with a path (entry ${at}): name the host alone.`;
  return `has an entry that is no host (entry ${at}): name each as in "smba.trafficmanager.net".`;
}

function wrongPublicHost(value: string): string | undefined {
  if (/^[a-z]+:\/\//iu.test(value)) return 'begins with "https:" or the like: it takes the bare name of the server.';
  if (value.includes('/')) return 'has a path: it takes the bare name of the server.';
  if (/:\d+$/u.test(value)) return 'has a port: it takes the bare name of the server.';
  return undefined;
}

/** The troubles of addresses and hosts. */
export function troublesOfAddresses(given: Given): readonly Trouble[] {
  const { COSMOS_ENDPOINT: endpoint, PUBLIC_HOST: publicHost, BOT_SERVICE_HOSTS: hosts } = given;
  const said = [
    ['COSMOS_ENDPOINT', endpoint && wrongEndpoint(endpoint)],
    ['PUBLIC_HOST', publicHost && wrongPublicHost(publicHost)],
    [
      'BOT_SERVICE_HOSTS',
      listed
        .parse(hosts ?? '')
        .map((entry, place) => wrongHost(entry, place + 1))
        .find((one) => one !== undefined),
    ],
  ] as const;
  return said.flatMap(([name, wrong]) => (wrong ? [troubleOf(name, wrong)] : []));
}
