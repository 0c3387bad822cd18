// A web site on 127.0.0.1 with good pages and every nasty one: endless, slow, packed a thousandfold, going in circles.
// It counts what reaches it, connections as well as requests.
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, createGzip, gzipSync } from 'node:zlib';
import * as pictures from './pictures.ts';

export interface SiteRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What a path answers with: a page, or a function that does what it likes. */
export type SiteRoute = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface LocalSite {
  /** `http://127.0.0.1:PORT`, without a closing slash. */
  readonly origin: string;
  /** `127.0.0.1:PORT`: what has to be allowed for it to be reached. */
  readonly host: string;
  readonly port: number;
  /** In order, as they came in. */
  readonly requests: readonly SiteRequest[];
  connections(): number;
  /** Answers these paths from now on, before its own. */
  add(routes: Readonly<Record<string, SiteRoute>>): void;
  close(): Promise<void>;
}

/**
 * Starts a site with the routes given and those of this file (see `ownRoutes`). Close it when done.
 * @param hostname address it listens on; any free port unless one is named
 */
export async function startLocalSite(
  routes: Readonly<Record<string, SiteRoute>> = {},
  { hostname = '127.0.0.1', port: wantedPort = 0 } = {},
): Promise<LocalSite> {
  const requests: SiteRequest[] = [];
  const sockets = new Set<Socket>();
  const added: Record<string, SiteRoute> = { ...routes };
  let connections = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    // A reader that hangs up in the middle is what half of these routes are for.
    response.on('error', () => undefined);
    const name = path.replace(/\?.*$/, '');
    const route = added[path] ?? added[name] ?? ownRoutes[name] ?? numbered(name);
    if (route === undefined) send(response, 404, 'text/html', '<title>Not found</title>');
    else if (typeof route === 'string') send(response, 200, 'text/html; charset=utf-8', route);
    else route(request, response);
  });
  server.on('connection', (socket) => {
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(wantedPort, hostname, resolve));
  const { port } = server.address() as AddressInfo;
  const host = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
  return {
    origin: `http://${host}`,
    host,
    port,
    requests,
    connections: () => connections,
    add: (more) => void Object.assign(added, more),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(
  response: ServerResponse,
  status: number,
  type: string | null,
  body: string | Buffer,
) {
  response.writeHead(status, type === null ? {} : { 'content-type': type });
  response.end(body);
}

const redirect = (response: ServerResponse, location: string, status = 302) => {
  response.writeHead(status, { location, 'content-type': 'text/html' });
  response.end('<a href="elsewhere">Moved</a>');
};

const at =
  (type: string | null, body: string | Buffer, status = 200): SiteRoute =>
  (_, response) =>
    send(response, status, type, body);

const packed =
  (encoding: string, body: Buffer): SiteRoute =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding });
    response.end(body);
  };

/** An article with enough words for a reader, about the subject given. */
export const articlePage = (title: string, inside = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article><h1>${title}</h1>
<p>The lighthouse of ${title} stands on a cliff above the sea, and its keeper has written down the weather every evening for forty years, in a hand that grew smaller as the books filled up.</p>
${inside}
<p>In the last of them, between a storm and a calm, he noted that the lamp had been changed for one that needs nobody, and that from now on the weather would have to look after itself, as it had done before.</p>
<p>Visitors can read the books in the library of the village, which is open on Thursdays, and the lamp can be seen from the harbour on every night of the year, fog permitting.</p>
</article></body></html>`;

const picture = (bytes: Buffer, type = 'image/png'): SiteRoute => at(type, bytes);

/** Bytes for as long as someone reads. */
const endless =
  (chunk: Buffer, everyMs: number): SiteRoute =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = () => {
      if (response.destroyed) return;
      if (everyMs > 0) {
        response.write(chunk);
        setTimeout(more, everyMs).unref();
      } else {
        while (response.write(chunk)) if (response.destroyed) return;
        response.once('drain', more);
      }
    };
    more();
  };

const ownRoutes: Readonly<Record<string, SiteRoute>> = {
  '/': articlePage('the front page'),
  '/article': articlePage('Dunmore'),
  '/article.txt': at('text/plain; charset=utf-8', 'A plain text about herons.\n\nThey wait.\n'),
  '/pictures': articlePage(
    'pictures',
    ['png', 'jpeg', 'gif', 'webp', 'avif', 'svg', 'bmp', 'ico']
      .map((kind) => `<figure><img src="/images/${kind}" alt="A ${kind}"></figure>`)
      .join('\n'),
  ),

  '/images/png': picture(pictures.png(300, 200)),
  '/images/jpeg': picture(pictures.jpeg(300, 200), 'image/jpeg'),
  '/images/gif': picture(pictures.gif(300, 200), 'image/gif'),
  '/images/webp': picture(pictures.webp(300, 200), 'image/webp'),
  '/images/avif': picture(pictures.avif(300, 200), 'image/avif'),
  '/images/svg': picture(pictures.svg(300, 200), 'image/svg+xml'),
  '/images/bmp': picture(pictures.bmp(30, 20), 'image/bmp'),
  '/images/ico': picture(pictures.icon(48), 'image/x-icon'),
  '/images/no-type': at(null, pictures.png(300, 200, 7)),
  '/images/wrong-type': at('text/plain', pictures.png(300, 200, 8)),
  '/images/broken': picture(pictures.brokenPng()),
  '/images/error-page': at('image/png', '<!doctype html><title>Gone</title>'),
  '/images/page': at('text/html', '<!doctype html><title>Log in to see this picture</title>'),
  '/images/giant': picture(pictures.pngHeader(60_000, 60_000)),

  '/redirect/self': (request, response) => redirect(response, request.url ?? '/'),
  '/redirect/ping': (_, response) => redirect(response, '/redirect/pong'),
  '/redirect/pong': (_, response) => redirect(response, '/redirect/ping'),
  '/redirect/nowhere': (_, response) => redirect(response, 'http://'),
  '/redirect/silent': at('text/html', 'Moved, but not saying where.', 302),
  // `?to=` says where.
  '/redirect/to': (request, response) =>
    redirect(response, new URL(request.url ?? '', 'http://site').searchParams.get('to') ?? '/'),
  // Sends a visitor away until the cookie comes back.
  '/cookies': (request, response) => {
    if (request.headers.cookie?.includes('seen=1'))
      return send(response, 200, 'text/html', 'Seen.');
    response.writeHead(302, { location: '/cookies', 'set-cookie': 'seen=1' });
    response.end();
  },
  // Sets a cookie and says what came along.
  '/cookie-jar': (request, response) => {
    response.setHeader('set-cookie', 'jar=full');
    send(response, 200, 'text/plain', `cookie: ${request.headers.cookie ?? 'none'}`);
  },

  '/never': () => undefined,
  '/slow-drip': endless(Buffer.from('.'), 100),
  '/endless': endless(Buffer.alloc(64 * 1024, 'a'), 0),
  '/reset': (request) => void request.socket.resetAndDestroy(),
  '/cut-short': (request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
    response.write('<p>Only the beg');
    setTimeout(() => request.socket.destroy(), 20);
  },
  '/claims-much': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(10 ** 12) });
    response.write('<p>Much to come.');
  },
  '/empty': at('text/html', ''),

  '/packed/gzip': packed('gzip', gzipSync(articlePage('gzip'))),
  '/packed/br': packed('br', brotliCompressSync(articlePage('brotli'))),
  '/packed/twice': packed('gzip, br', brotliCompressSync(gzipSync(articlePage('twice')))),
  '/packed/not-really': packed('gzip', Buffer.from(articlePage('not packed at all'))),
  '/packed/unknown': packed('lzma', Buffer.from('?')),
  // 1 GB of zeros, made on the way: about 1 MB on the wire.
  '/bomb/gzip': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    const gzip = createGzip({ level: 9 });
    gzip.pipe(response);
    response.on('close', () => gzip.destroy());
    let left = 1024;
    const megabyte = Buffer.alloc(1024 * 1024);
    const more = () => {
      while (!gzip.destroyed && left-- > 0)
        if (!gzip.write(megabyte)) return gzip.once('drain', more);
      return gzip.end();
    };
    more();
  },
  // 64 MB of zeros in some 80 bytes.
  '/bomb/br': (_, response) => {
    brotliBomb ??= brotliCompressSync(Buffer.alloc(64 * 1024 * 1024));
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' });
    response.end(brotliBomb);
  },

  '/type/pdf': at('application/pdf', '%PDF-1.7\n'),
  '/type/json': at('application/json', '{"a": 1}'),
  '/type/feed': at('application/rss+xml', '<rss/>'),
  '/type/octets': at('application/octet-stream', articlePage('octets')),
  '/type/xhtml': at('application/xhtml+xml', articlePage('XHTML')),
  '/type/none': at(null, articlePage('no type')),
  '/type/strange': at('<script>alert(1)</script>', articlePage('a strange type')),
  '/charset/windows-1251': at(
    'text/html; charset="windows-1251"',
    Buffer.concat([
      Buffer.from('<title>'),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), // Привет
      Buffer.from('</title>'),
      Buffer.from(articlePage('charsets')),
    ]),
  ),
};
let brotliBomb: Buffer | undefined;

/** `/status/N`, and `/redirect/chain/N`: N redirects, then an article. */
function numbered(path: string): SiteRoute | undefined {
  const [, status] = /^\/status\/(\d{3})$/.exec(path) ?? [];
  if (status !== undefined) return at('text/html', `<title>${status}</title>`, Number(status));
  const [, hops] = /^\/redirect\/chain\/(\d+)$/.exec(path) ?? [];
  if (hops === undefined) return undefined;
  return (_, response) =>
    redirect(response, Number(hops) > 1 ? `/redirect/chain/${Number(hops) - 1}` : '/article');
}
