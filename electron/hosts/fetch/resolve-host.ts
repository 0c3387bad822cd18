// Where a host is: looked up once, every address checked, and those very addresses handed on to connect to. Looking it
// up again for the connection would let a hostile name server answer differently the second time.
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { LibraryError } from '#contract/errors.ts';
import { isAllowedHost } from './allowed-hosts.ts';
import { isPublicAddress } from './public-address.ts';

/** Like `dns.promises.lookup(host, { all: true })`. */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>;

/**
 * @returns addresses to connect to, at least one
 * @throws LibraryError not_allowed; the resolver's own errors as they are
 */
export async function resolveHost(
  url: URL,
  allowHosts: readonly string[],
  lookup: Lookup,
): Promise<readonly LookupAddress[]> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(hostname);
  const addresses = family === 0 ? await lookup(hostname) : [{ address: hostname, family }];
  if (addresses.length === 0) {
    throw Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' });
  }
  // One private address among public ones is as bad: which of them is taken is not ours to choose.
  const isPublic = addresses.every(({ address }) => isPublicAddress(address));
  if (!isPublic && !isAllowedHost(url, allowHosts)) {
    throw new LibraryError(
      'not_allowed',
      `“${url.host}” is an address of this computer or of a private network, which Lectern does not fetch from unless it is allowed in the settings.`,
      { host: url.host },
    );
  }
  return addresses;
}
