// Fetches pages and pictures from the web: http and https only, from public addresses only unless a host is allowed,
// with limits on time, size and redirects. Every hop is checked anew.
import { lookup as systemLookup } from 'node:dns/promises';
import { LibraryError } from '#contract/errors.ts';
import { FETCH_TIMEOUT_MS, MAX_REDIRECTS } from '#library/clip/limits.ts';
import type { Fetched, Fetcher, FetchRequest, NoteRequest } from '#library/ports.ts';
import {
  headerOf,
  isRedirect,
  parseContentType,
  refuseFailure,
  refuseType,
} from './fetch/answer.ts';
import { hasNoNetwork, toFetchError } from './fetch/fetch-errors.ts';
import type { Hop } from './fetch/request-hop.ts';
import { type Lookup, resolveHost } from './fetch/resolve-host.ts';

export interface FetcherOptions {
  /** The system's resolver, for tests to stand in for. */
  readonly lookup?: Lookup;
  /** Whether this computer has no network at all. */
  readonly isOffline?: () => boolean;
  /** From the first look-up to the last byte, redirects included. */
  readonly timeoutMs?: number;
}

export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const world: World = {
    lookup: options.lookup ?? ((hostname) => systemLookup(hostname, { all: true })),
    isOffline: options.isOffline ?? hasNoNetwork,
    timeoutMs: options.timeoutMs ?? FETCH_TIMEOUT_MS,
  };
  return {
    async fetch(request, signal, note) {
      if (signal.aborted) throw cancelled();
      const overall = AbortSignal.timeout(world.timeoutMs);
      const either = AbortSignal.any([signal, overall]);
      let host = request.url;
      try {
        return await follow(request, world, either, (hop) => {
          host = hop;
          return note?.(hop) ?? (() => {});
        });
      } catch (error) {
        if (signal.aborted) throw cancelled();
        if (overall.aborted) throw timedOut(host, world.timeoutMs);
        throw toFetchError(error, host, world.isOffline);
      }
    },
  };
}

type World = Required<FetcherOptions>;

async function follow(
  request: FetchRequest,
  world: World,
  signal: AbortSignal,
  note: NoteRequest,
): Promise<Fetched> {
  let url = parseTarget(request.url);
  const visited = new Set<string>();
  for (;;) {
    visited.add(withoutHash(url));
    // Before its name is looked up: a name server is asked over the network, too.
    const noteEnd = note(url.host);
    let hop: Hop | null = null;
    try {
      hop = await open(url, request, world, signal);
      const location = isRedirect(hop.status) ? headerOf(hop.headers, 'location') : null;
      if (location === null) return await accept(hop, url, request);
      url = nextTarget(url, location);
    } finally {
      noteEnd({ bytes: hop?.received() ?? 0, status: hop?.status ?? null });
      await hop?.end();
    }
    if (visited.has(withoutHash(url))) throw circle(url.host);
    if (visited.size > MAX_REDIRECTS) throw tooManyRedirects(url.host);
  }
}

async function open(
  url: URL,
  { accept, allowHosts, referrer }: FetchRequest,
  { lookup }: World,
  signal: AbortSignal,
): Promise<Hop> {
  const addresses = await untilAborted(resolveHost(url, allowHosts, lookup), signal);
  // With it comes undici, a megabyte: not loaded before something is fetched.
  const { requestHop } = await import('./fetch/request-hop.ts');
  return requestHop({ url, addresses, accept, referrer }, signal);
}

async function accept(
  { status, headers, body }: Hop,
  url: URL,
  { accept, maxBytes }: FetchRequest,
): Promise<Fetched> {
  const { host } = url;
  const retryAfter = { header: headerOf(headers, 'retry-after'), now: Date.now() };
  refuseFailure(status, host, retryAfter, accept);
  const type = parseContentType(headerOf(headers, 'content-type'));
  refuseType(type.mediaType, accept, host);
  // Once loaded with what makes requests.
  const { readBody, refuseLength } = await import('./fetch/read-body.ts');
  refuseLength(headerOf(headers, 'content-length'), { maxBytes, host });
  const encodings = headerOf(headers, 'content-encoding');
  return { url: url.href, bytes: await readBody(body, encodings, { maxBytes, host }), ...type };
}

/** @throws LibraryError invalid_input, not_allowed */
function parseTarget(address: string): URL {
  if (!URL.canParse(address)) {
    throw new LibraryError('invalid_input', `“${address.slice(0, 200)}” is no web address.`);
  }
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new LibraryError(
      'not_allowed',
      `Lectern fetches http and https addresses only, not “${url.protocol}”.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new LibraryError(
      'not_allowed',
      'The address holds a user name or password; leave it out.',
    );
  }
  return url;
}

function nextTarget(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) {
    throw new LibraryError('unreachable', `“${from.host}” redirects to an address that is none.`);
  }
  const next = new URL(location, from.href);
  if (next.protocol !== 'http:' && next.protocol !== 'https:') {
    throw new LibraryError(
      'not_allowed',
      `“${from.host}” redirects to a “${next.protocol}” address, which Lectern does not follow.`,
    );
  }
  return parseTarget(next.href);
}

function withoutHash(url: URL): string {
  return url.href.slice(0, url.href.length - url.hash.length);
}

/** The system's resolver cannot be stopped, but need not be waited for. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const cancelled = (): LibraryError => new LibraryError('cancelled', 'Fetching was cancelled.');

const circle = (host: string): LibraryError =>
  new LibraryError('unreachable', `“${host}” redirects in a circle.`);

const tooManyRedirects = (host: string): LibraryError =>
  new LibraryError(
    'unreachable',
    `The address was redirected more than ${MAX_REDIRECTS} times, at last to “${host}”.`,
  );

const timedOut = (host: string, ms: number): LibraryError =>
  new LibraryError('timed_out', `“${host}” took longer than ${Math.round(ms / 1000)} seconds.`);
