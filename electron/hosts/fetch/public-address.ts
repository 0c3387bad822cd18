// Which addresses belong to the public internet. Everything else (this machine, the home network, a company's
// servers, a cloud's metadata service) is out of reach for pages, in whatever way an address is spelled.
import { isIP } from 'node:net';

/** IANA's registry of special-purpose addresses, and multicast. */
const SPECIAL_IPV4 = [
  '0.0.0.0/8', // “this network”; most systems take 0.0.0.0 for this very machine
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, cloud metadata
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays, withdrawn
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
];

/** All that is public in IPv6, and what is special within it. */
const PUBLIC_IPV6 = '2000::/3';
const SPECIAL_IPV6 = [
  '2001::/23', // protocol assignments: Teredo, benchmarks, ORCHID
  '2001:db8::/32', // documentation
  '3fff::/20', // documentation
];

/** IPv6 addresses that stand for an IPv4 address: a packet to them ends there. By the bits that follow the prefix. */
const EMBEDDING_IPV6 = [
  '::ffff:0:0/96', // mapped
  '::/96', // compatible, withdrawn; :: and ::1 are among them
  '::ffff:0:0:0/96', // translated
  '64:ff9b::/96', // NAT64
  '2002::/16', // 6to4
];

const readRanges = () => ({
  specialIPv4: SPECIAL_IPV4.map(parseRange),
  publicIPv6: parseRange(PUBLIC_IPV6),
  specialIPv6: SPECIAL_IPV6.map(parseRange),
  embeddingIPv6: EMBEDDING_IPV6.map(parseRange),
});
let read: ReturnType<typeof readRanges> | null = null;
/** Read when the first address is asked about: who opens a library need not wait for it. */
const ranges = () => {
  read ??= readRanges();
  return read;
};

/** @param address as the system's resolver writes it: `93.184.216.34`, `2606:2800::1`, `fe80::1%eth0` */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return isPublicIPv4(bitsOf(address));
  // A zone makes sense on a local link only.
  if (family !== 6 || address.includes('%')) return false;
  const bits = bitsOf(address);
  const { publicIPv6, specialIPv6, embeddingIPv6 } = ranges();
  const embedding = embeddingIPv6.find((range) => contains(range, bits));
  if (embedding) return isPublicIPv4((bits >> BigInt(96 - embedding.prefix)) & 0xffff_ffffn);
  return contains(publicIPv6, bits) && !specialIPv6.some((range) => contains(range, bits));
}

/** Whether two spellings name one address; an IPv4 address mapped into IPv6 is that one. */
export function isSameAddress(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

function canonical(address: string): bigint | null {
  const bare = address.replace(/%.*$/, '');
  const family = isIP(bare);
  if (family === 0) return null;
  return family === 4 ? (0xffffn << 32n) | bitsOf(bare) : bitsOf(bare);
}

const isPublicIPv4 = (bits: bigint): boolean =>
  !ranges().specialIPv4.some((range) => contains(range, bits));

interface Range {
  /** 32 or 128. */
  readonly width: number;
  readonly network: bigint;
  readonly prefix: number;
}

function parseRange(range: string): Range {
  const [address = '', prefix] = range.split('/');
  const width = isIP(address) === 4 ? 32 : 128;
  return { width, network: bitsOf(address), prefix: Number(prefix) };
}

function contains({ width, network, prefix }: Range, bits: bigint): boolean {
  const rest = BigInt(width - prefix);
  return bits >> rest === network >> rest;
}

/** The address as a number. The URL parser brings every spelling of an IPv6 address into one. */
function bitsOf(address: string): bigint {
  if (isIP(address) === 4) return fromParts(address.split('.').map(Number), 8n);
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [start, end] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - start.length - end.length }, () => 0);
  return fromParts([...start, ...zeros, ...end], 16n);
}

function fromParts(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((bits, part) => (bits << width) | BigInt(part), 0n);
}
