import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * No link of the guidance leads to these networks: this machine, the force's own, and a cloud's own for its machines.
 */
const refused = new BlockList();
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
  refused.addSubnet(network, prefix, 'ipv4');
}

/** Less addresses within it that stand for IPv4 or for none. */
const handedOut = new BlockList();
handedOut.addSubnet('2000::', 3, 'ipv6');
const refusedWithin = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  refusedWithin.addSubnet(network, prefix, 'ipv6');
}

/** False for a name. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (!isIPv6(address)) return !refused.check(address, 'ipv4');
  return handedOut.check(address, 'ipv6') && !refusedWithin.check(address, 'ipv6');
}
