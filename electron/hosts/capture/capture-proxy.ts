// The way of the capture window into the web: a proxy on this machine, which looks every name up itself, refuses what is no
// public address, and connects to the very addresses that it has checked. TLS stays between the window and the site.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type LookupFunction, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { LibraryError } from '#contract/errors.ts';
import type { SentRequest } from '#contract/types/network.ts';
import { FETCH_TIMEOUT_MS } from '#library/clip/limits.ts';
import { hasNoNetwork, toFetchError } from '../fetch/fetch-errors.ts';
import { isSameAddress } from '../fetch/public-address.ts';
import { type Lookup, resolveHost } from '../fetch/resolve-host.ts';

export interface CaptureProxyOptions {
  /** What the window answers when it is asked who it is: no other program of this machine gets through. */
  readonly password: string;
  /** `host` or `host:port` that may be reached although private, at this moment. */
  readonly allowHosts: () => readonly string[];
  /** Off: nothing is let through, and nothing goes on. */
  readonly isOn: () => boolean;
  /** Told of every connection once it is over, and of what came of it. */
  readonly onUsed: (request: SentRequest) => void;
  /** Told why nothing came of a connection, since a proxy has no words for it that a browser would show. */
  readonly onFailed: (host: string, error: LibraryError) => void;
  /** The system's resolver, for tests to stand in for. */
  readonly lookup?: Lookup;
}

export interface CaptureProxy {
  readonly port: number;
  /** Ends what is under way: the switch was turned. */
  cut(): void;
  close(): void;
}

export const PROXY_USER = 'lectern';

export async function startCaptureProxy(options: CaptureProxyOptions): Promise<CaptureProxy> {
  const sockets = new Set<Duplex>();
  const server = createServer({ keepAliveTimeout: 30_000 });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('connect', (asked, socket: Socket, head) => {
    tunnel(asked, socket, head, options).catch(() => socket.destroy());
  });
  // A plain WebSocket comes as CONNECT, too.
  server.on('upgrade', (_asked, socket: Socket) => socket.destroy());
  server.on('request', (asked, answer) => {
    forward(asked, answer, options).catch(() => answer.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

const ASK_WHO = { 'proxy-authenticate': 'Basic realm="Lectern"' };

async function tunnel(
  asked: IncomingMessage,
  socket: Socket,
  head: Buffer,
  options: CaptureProxyOptions,
): Promise<void> {
  if (!isOurs(asked, options)) {
    socket.end(`HTTP/1.1 407 Who\r\nproxy-authenticate: ${ASK_WHO['proxy-authenticate']}\r\n\r\n`);
    return;
  }
  const url = targetOf(`https://${asked.url ?? ''}/`);
  if (!url) return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  const at = Date.now();
  try {
    const far = await reach(url, options);
    far.on('error', () => socket.destroy());
    socket.on('close', () => far.destroy());
    far.on('close', () => {
      socket.destroy();
      // Of TLS, what was asked and answered is nobody's to know here.
      options.onUsed({ ...used(url, at), bytes: far.bytesRead });
    });
    if (socket.destroyed) far.destroy();
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    far.write(head);
    far.pipe(socket).pipe(far);
  } catch (error) {
    tellOf(url, at, error, options);
    socket.end('HTTP/1.1 502 Refused\r\ncontent-length: 0\r\n\r\n');
  }
}

/** Of what concerns two neighbours on the way alone (RFC 9110, 7.6.1). */
const HOP = /^(?:connection|proxy-.*|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

async function forward(
  asked: IncomingMessage,
  answer: ServerResponse,
  options: CaptureProxyOptions,
): Promise<void> {
  if (!isOurs(asked, options)) return void answer.writeHead(407, ASK_WHO).end();
  const url = targetOf(asked.url ?? '', 'http:');
  if (!url) return void answer.writeHead(400).end();
  const at = Date.now();
  let far: Socket;
  try {
    far = await reach(url, options);
  } catch (error) {
    tellOf(url, at, error, options);
    return void answer.writeHead(502, { 'content-length': '0' }).end();
  }
  const headers = Object.fromEntries(
    Object.entries(asked.headers).filter(([name]) => !HOP.test(name)),
  );
  const onward = request({
    method: asked.method,
    path: url.pathname + url.search,
    headers,
    createConnection: () => far,
  });
  let status: number | null = null;
  let isTold = false;
  const fail = (error: Error) => {
    if (status === null && !answer.destroyed) {
      isTold = true;
      tellOf(url, at, error, options);
    }
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502, { 'content-length': '0' }).end();
  };
  onward.on('error', fail);
  onward.on('response', (response) => {
    const kept: string[] = [];
    for (let at = 0; at + 1 < response.rawHeaders.length; at += 2) {
      const [name = '', value = ''] = response.rawHeaders.slice(at, at + 2);
      if (!HOP.test(name)) kept.push(name, value);
    }
    status = response.statusCode ?? null;
    answer.writeHead(response.statusCode ?? 502, kept);
    response.on('error', () => answer.destroy());
    response.pipe(answer);
  });
  answer.on('close', () => {
    if (!isTold) options.onUsed({ ...used(url, at), bytes: far.bytesRead, status });
    far.destroy();
  });
  asked.pipe(onward);
}

/** A socket to an address that was checked. @throws LibraryError, Error of the resolver or of the socket */
async function reach(url: URL, { isOn, allowHosts, lookup }: CaptureProxyOptions): Promise<Socket> {
  if (!isOn()) throw switchedOff();
  const addresses = await resolveHost(
    url,
    allowHosts(),
    lookup ?? ((hostname) => systemLookup(hostname, { all: true })),
  );
  const pinned: LookupFunction = (_hostname, asked, callback) => {
    const [first] = addresses;
    if (asked.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host, port, lookup: pinned, autoSelectFamily: true });
  socket.setTimeout(FETCH_TIMEOUT_MS, () => socket.destroy(timedOut(url)));
  await new Promise<void>((connected, failed) => {
    socket.once('connect', connected);
    socket.once('error', failed);
  });
  socket.setTimeout(0);
  refuseOther(socket, addresses);
  return socket;
}

/** Proof rather than trust: where the system connected to is where it was sent. */
function refuseOther(socket: Socket, addresses: readonly LookupAddress[]): void {
  const reached = socket.remoteAddress ?? '';
  if (addresses.some(({ address }) => isSameAddress(address, reached))) return;
  socket.destroy();
  throw new Error('The connection went to another address than the one checked.');
}

function tellOf(url: URL, at: number, error: unknown, options: CaptureProxyOptions): void {
  const known = toFetchError(error, url.host, hasNoNetwork);
  const problem =
    known instanceof LibraryError
      ? known
      : new LibraryError('unreachable', `“${url.host}” could not be reached.`);
  options.onFailed(url.host, problem);
  // What was not let through was never sent.
  if (options.isOn() && problem.code !== 'not_allowed') {
    options.onUsed({ ...used(url, at), code: problem.code });
  }
}

const used = ({ host }: URL, at: number): SentRequest => ({
  at,
  host: host.slice(0, 300),
  reason: 'capture',
  bytes: 0,
  status: null,
  code: null,
});

const switchedOff = (): LibraryError =>
  new LibraryError('offline', 'The network is switched off in the settings, so nothing is loaded.');

/** SECURITY: any program, and any page in another browser, can connect to a port of this machine. */
function isOurs(asked: IncomingMessage, { password }: CaptureProxyOptions): boolean {
  const wanted = `Basic ${Buffer.from(`${PROXY_USER}:${password}`).toString('base64')}`;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(asked.headers['proxy-authorization'] ?? ''), digest(wanted));
}

function targetOf(address: string, scheme = 'https:'): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === scheme && url.username === '' && url.password === '' ? url : null;
}

const timedOut = ({ host }: URL): LibraryError =>
  new LibraryError('timed_out', `“${host}” took too long to answer.`);
