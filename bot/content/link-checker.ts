import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** `dead`: its server says that the page is gone, or there is no such host. */
export type LinkState = 'alive' | 'dead' | 'unchecked';

export type LinkChecker = (addresses: readonly string[]) => Promise<ReadonlyMap<string, LinkState>>;

type HostLookup = (
  host: string,
  found: (error: NodeJS.ErrnoException | null, addresses?: readonly LookupAddress[]) => void,
) => void;

export interface LinkCheckDependencies {
  readonly lookup?: HostLookup;
  readonly isPublic?: (address: string) => boolean;
  /** For tests: the port of every link, and the authority of their certificates. */
  readonly port?: number;
  readonly ca?: string;
  readonly timeoutMs?: number;
}

const maxRedirects = 3;
const maxLinks = 20;
const goneStatuses: readonly number[] = [404, 410];

class NotPublicError extends Error {}
const hasErrorCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const defaultLookup: HostLookup = (host, found) => systemLookup(host, { all: true }, found);

interface LinkResponse {
  readonly status: number;
  readonly location: string | undefined;
}

/**
 * Checks https addresses. It looks up a host once, requires each of its addresses to be public, and connects to a
 * checked one. Sends no cookie and no referrer.
 */
export function createLinkChecker(deps: LinkCheckDependencies = {}): LinkChecker {
  const { lookup = defaultLookup, isPublic = isPublicAddress, port = 443, ca, timeoutMs = 5_000 } = deps;

  const publicLookup: LookupFunction = (host, options, found) =>
    lookup(host, (error, addresses = []) => {
      const [first] = addresses;
      if (error) found(error, '', 0);
      else if (first === undefined || !addresses.every(({ address }) => isPublic(address))) {
        found(new NotPublicError('not public'), '', 0);
      } else if (options.all) found(null, [...addresses]);
      else found(null, first.address, first.family);
    });

  const sendRequest = (url: URL, method: 'HEAD' | 'GET', signal: AbortSignal): Promise<LinkResponse> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          method,
          host: url.hostname,
          port,
          path: `${url.pathname}${url.search}`,
          headers: { accept: '*/*', 'user-agent': 'Candour link check' },
          agent: false,
          lookup: publicLookup,
          signal,
          ...(ca !== undefined && { ca }),
        },
        (answer) => {
          resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
          answer.destroy();
        },
      );
      asked.on('error', reject);
      asked.end();
    });

  const mayFollow = (url: URL): boolean => {
    const host = url.hostname.replaceAll(/^\[|\]$/gu, '');
    const isWrittenOut = isIP(host) !== 0;
    const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
    return isPlain && (!isWrittenOut || isPublic(host));
  };

  async function followRedirects(url: URL, signal: AbortSignal, redirectsLeft: number): Promise<LinkState> {
    if (!mayFollow(url)) return 'unchecked';
    const first = await sendRequest(url, 'HEAD', signal);
    // Some servers answer GET alone, so a failed HEAD proves nothing.
    const { status, location } = first.status >= 400 ? await sendRequest(url, 'GET', signal) : first;
    if (status >= 200 && status < 300) return 'alive';
    if (goneStatuses.includes(status)) return 'dead';
    if (status < 300 || status >= 400 || location === undefined || redirectsLeft === 0) return 'unchecked';
    return URL.canParse(location, url)
      ? followRedirects(new URL(location, url), signal, redirectsLeft - 1)
      : 'unchecked';
  }

  async function check(address: string): Promise<LinkState> {
    if (!URL.canParse(address)) return 'unchecked';
    try {
      return await followRedirects(new URL(address), AbortSignal.timeout(timeoutMs), maxRedirects);
    } catch (error) {
      return hasErrorCode(error, 'ENOTFOUND') ? 'dead' : 'unchecked';
    }
  }

  return async (addresses) => {
    const each = [...new Set(addresses)];
    const states = await Promise.all(
      each.map(async (address, place) => [address, place < maxLinks ? await check(address) : 'unchecked'] as const),
    );
    return new Map(states);
  };
}

/** This machine, the force's own networks, and a cloud's own for its machines. */
const blockedNetworks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Azure answers its machines there.
  ['168.63.129.16', 32],
] as const) {
  blockedNetworks.addSubnet(network, prefix, 'ipv4');
}

/** Except the ranges inside it that embed IPv4 or belong to no host. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const reservedNetworks = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  reservedNetworks.addSubnet(network, prefix, 'ipv6');
}

/** False for a name. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (!isIPv6(address)) return !blockedNetworks.check(address, 'ipv4');
  return globalUnicast.check(address, 'ipv6') && !reservedNetworks.check(address, 'ipv6');
}
