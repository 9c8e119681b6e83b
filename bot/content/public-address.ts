import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks that no link of the guidance leads to: this machine, the force's own, and what a cloud keeps for its machines. */
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

/** The one part of IPv6 that is handed out to the public, without what in it stands for an address of IPv4 or for none. */
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

/** Whether an address is one of the public internet. A name is none. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (!isIPv6(address)) return !refused.check(address, 'ipv4');
  return handedOut.check(address, 'ipv6') && !refusedWithin.check(address, 'ipv6');
}
