// Hosts of this machine or of a private network to which somebody wants to go in the capture window. No Electron here.
import { isIP } from 'node:net';
import { isAllowedHost } from '#hosts/fetch/allowed-hosts.ts';
import { isPublicAddress } from '#hosts/fetch/public-address.ts';

export interface PrivateHosts {
  /** Somebody typed it: that is leave enough, for this window and for as long as it is open. */
  allow(address: string): void;
  /** `host:port` of those that were typed, and what the settings allow. */
  all(): readonly string[];
  /**
   * SECURITY: a page of the web must not reach a router or a server of this machine just because its reader has been there: such a
   * host is reached from its own pages alone, and by whoever types it.
   * @param from the page that asks, or that is left
   */
  mayReach(address: string, from: string): boolean;
}

/** @param allowed those of the settings */
export function privateHosts(allowed: () => readonly string[]): PrivateHosts {
  const typed = new Set<string>();
  const all = () => [...typed, ...allowed()];
  return {
    all,
    allow(address) {
      const host = hostAndPort(address);
      if (host !== null) typed.add(host);
    },
    mayReach(address, from) {
      const host = hostAndPort(address);
      if (host === null) return false;
      const isPrivate = isSurelyPrivate(address) || isAllowedHost(new URL(address), all());
      return !isPrivate || hostAndPort(from) === host;
    },
  };
}

/** By its looks; of a name only whoever looks it up can tell. */
export function isSurelyPrivate(address: string): boolean {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? /(?:^|\.)localhost$/.test(host) : !isPublicAddress(host);
}

/** With its port also where that is the usual one; `ws` and `wss` speak with the same hosts. */
export function hostAndPort(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, port, protocol } = new URL(address);
  const usual = /^(?:https|wss):$/.test(protocol) ? '443' : '80';
  return hostname === '' ? null : `${hostname}:${port || usual}`;
}
