// Which addresses belong to the public internet. Everything else (this machine, the home network, a company's
// servers, a cloud's metadata service) is out of reach for pages, in whatever way an address is spelled.
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registry for IPv4, and multicast. */
const specialIPv4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8], // “this network”; most systems take 0.0.0.0 for this very machine
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays, withdrawn
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/** Within 2000::/3, which is all that is public in IPv6. */
const specialIPv6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['3fff::', 20], // documentation
];

const special = new BlockList();
for (const [network, prefix] of specialIPv4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of specialIPv6) special.addSubnet(network, prefix, 'ipv6');

const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** @param address as the system's resolver writes it: `93.184.216.34`, `2606:2800::1`, `fe80::1%eth0` */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  // A zone makes sense on a local link only.
  if (family !== 6 || address.includes('%')) return false;
  const groups = groupsOf(address);
  const inside = embeddedIPv4(groups);
  if (inside !== null) return !special.check(inside, 'ipv4');
  return global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** One spelling for each address, so that two can be compared; an IPv4 address mapped into IPv6 is that one. */
export function canonicalAddress(address: string): string {
  const bare = address.replace(/%.*$/, '');
  if (isIP(bare) !== 6) return bare;
  const groups = groupsOf(bare);
  const isMapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  return (isMapped ? embeddedIPv4(groups) : null) ?? groups.join(':');
}

/** The eight groups of a valid IPv6 address. The URL parser brings every spelling into one. */
function groupsOf(address: string): number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const parse = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const start = parse(head);
  const end = parse(tail ?? '');
  return [...start, ...Array.from({ length: 8 - start.length - end.length }, () => 0), ...end];
}

/** The IPv4 address that some IPv6 addresses stand for: a packet to them ends there. */
function embeddedIPv4(groups: readonly number[]): string | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const dotted = (high: number, low: number) =>
    [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  const startsWithZeros = a === 0 && b === 0 && c === 0 && d === 0;
  if (startsWithZeros && e === 0 && (f === 0xffff || f === 0)) return dotted(g, h); // mapped, compatible
  if (startsWithZeros && e === 0xffff && f === 0) return dotted(g, h); // translated
  if (a === 0x64 && b === 0xff9b && c === 0 && d === 0 && e === 0 && f === 0) return dotted(g, h); // NAT64
  if (a === 0x2002) return dotted(b, c); // 6to4
  return null;
}
