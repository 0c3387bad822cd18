// One request to one address: no redirects, no cookies, no proxy, nothing kept for the next.
import type { LookupAddress } from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { buildConnector, Client } from 'undici';
import { isSameAddress } from './public-address.ts';
import { ACCEPTED_ENCODINGS } from './read-body.ts';

export interface HopRequest {
  readonly url: URL;
  /** The only addresses that may be connected to. */
  readonly addresses: readonly LookupAddress[];
  readonly accept: 'page' | 'image' | 'any';
  readonly referrer: string | undefined;
}

export interface Hop {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readable;
  /** Bytes of the whole connection that have come so far. */
  received(): number;
  /** Ends the connection, whatever is still coming. */
  end(): Promise<void>;
}

/** Says who asks, and that no browser is behind it. */
const USER_AGENT = 'Mozilla/5.0 (compatible; Lectern/0.1; +https://example.org/lectern)';

const accepts = {
  page: 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1',
  image: 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml;q=0.9,*/*;q=0.1',
  any: '*/*',
} as const;

/** @throws Error of the socket, TLS or undici */
export async function requestHop(request: HopRequest, signal: AbortSignal): Promise<Hop> {
  const { url, addresses, accept, referrer } = request;
  // A client of its own for every hop: a connection kept open could be reused under other permissions.
  let socket: Socket | null = null;
  const connect = connectorTo(addresses, (connected) => {
    socket = connected;
  });
  const client = new Client(url.origin, { connect, pipelining: 1 });
  const referer = referrerFor(url, referrer);
  try {
    const { statusCode, headers, body } = await client.request({
      method: 'GET',
      path: url.pathname + url.search,
      headers: {
        'user-agent': USER_AGENT,
        accept: accepts[accept],
        // No preference: the language of a page should not depend on who asks.
        'accept-language': '*',
        'accept-encoding': ACCEPTED_ENCODINGS,
        ...(referer === null ? {} : { referer }),
      },
      signal,
    });
    const received = () => socket?.bytesRead ?? 0;
    return { status: statusCode, headers, body, received, end: () => client.destroy() };
  } catch (error) {
    await client.destroy();
    throw error;
  }
}

/**
 * Connects to the given addresses and no others. The name stays in the Host header, and in TLS for the certificate.
 */
function connectorTo(
  addresses: readonly LookupAddress[],
  onSocket: (socket: Socket) => void,
): buildConnector.connector {
  const lookup: LookupFunction = (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
  const connect = buildConnector({ lookup, autoSelectFamily: true, timeout: 0 });
  return (options, callback) =>
    connect(options, (...outcome) => {
      const [error, socket] = outcome;
      if (error) return callback(error, null);
      // Proof rather than trust: where the system connected to is where it was sent.
      const reached = socket.remoteAddress ?? '';
      if (!addresses.some(({ address }) => isSameAddress(address, reached))) {
        socket.destroy();
        return callback(
          new Error('The connection went to another address than the one checked.'),
          null,
        );
      }
      onSocket(socket);
      return callback(null, socket);
    });
}

/** As browsers do by default: the whole address within a site, the site alone across, nothing down to plain http. */
function referrerFor(url: URL, referrer: string | undefined): string | null {
  if (referrer === undefined || !URL.canParse(referrer)) return null;
  const page = new URL(referrer);
  if (page.protocol !== 'http:' && page.protocol !== 'https:') return null;
  if (page.protocol === 'https:' && url.protocol === 'http:') return null;
  return page.origin === url.origin ? page.origin + page.pathname + page.search : `${page.origin}/`;
}
