// A web host on a real port with a real library behind it, and a client that can say what no browser would.
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { dirname } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AssetName } from '#contract/types/asset.ts';
import { startWebServer, type WebServer } from '#hosts/http/web-server.ts';
import { openWindowFiles } from '#hosts/http/window-files.ts';
import { assetNameOf, assetPath } from '#library/storage/asset-store.ts';
import { fakeWindow } from './fake-window.ts';
import { makeLibrary, type TestLibrary } from './make-library.ts';
import type { TestPorts } from './make-ports.ts';
import { png } from './pictures.ts';
import { articlePage } from './sample-pages.ts';
import { tempDir } from './temp-dir.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface AskOptions {
  readonly method?: string;
  /** `null` leaves a header out that would be there otherwise. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Uint8Array;
}

export interface TestHost extends TestLibrary {
  readonly server: WebServer;
  readonly bugs: { name: string; error: unknown }[];
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  /** A request with nothing in it but what is given, and the Host header. The path goes out as it is. */
  ask(path: string, options?: AskOptions): Promise<Answer>;
  /** The same with the cookie, and for POST with everything else a window's request has. */
  askInside(path: string, options?: AskOptions): Promise<Answer>;
  /** One call as a window makes it. */
  call(name: string, input: unknown): Promise<Answer>;
  /** What index.html says of this host. */
  bases(): Promise<{ articleBase: string; assetBase: string }>;
}

export async function startWebHost(given: Partial<TestPorts> = {}): Promise<TestHost> {
  const library = await makeLibrary(given);
  const bugs: TestHost['bugs'] = [];
  const server = await startWebServer(
    {
      library: library.library,
      libraryDir: library.dir,
      files: await openWindowFiles(fakeWindow(tempDir())),
      onBug: (name, error) => bugs.push({ name, error }),
    },
    0,
  );
  onTestFinished(() => server.close());
  const host = `127.0.0.1:${server.port}`;
  const origin = `http://${host}`;

  const ask: TestHost['ask'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((done, failed) => {
      const sent = request({ host: '127.0.0.1', port: server.port, path, method, agent: false });
      // As given, even where it is no host name; setHost would check it.
      for (const [name, value] of Object.entries({ host, ...headers })) {
        if (value === null) sent.removeHeader(name);
        else sent.setHeader(name, value);
      }
      sent.on('error', failed);
      sent.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', failed);
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      sent.end(body);
    });

  const entered = await ask(new URL(server.url).pathname + new URL(server.url).search);
  const cookie = String(entered.headers['set-cookie']?.[0]).split(';')[0] ?? '';
  const askInside: TestHost['askInside'] = (path, options = {}) =>
    ask(path, {
      ...options,
      headers: {
        cookie,
        ...(options.method === 'POST' && { origin, 'content-type': 'application/json' }),
        ...options.headers,
      },
    });

  return {
    ...library,
    server,
    bugs,
    origin,
    ask,
    askInside,
    call: (name, input) =>
      askInside('/rpc', { method: 'POST', body: JSON.stringify({ name, input }) }),
    async bases() {
      const { text } = await askInside('/');
      const content = /name="lectern-host" content='([^']*)'/.exec(text)?.[1] ?? '';
      return JSON.parse(content);
    },
  };
}

/** A host with one article, and a picture, a drawing and an original in its store. */
export async function startWebHostWithArticle() {
  const host = await startWebHost();
  const keep = (bytes: Uint8Array, ending: string): AssetName => {
    const name = assetNameOf(bytes, ending);
    mkdirSync(dirname(assetPath(host.dir, name)), { recursive: true });
    writeFileSync(assetPath(host.dir, name), bytes);
    return name;
  };
  const picture = keep(png(2, 3), 'png');
  const drawing = keep(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg');
  const original = keep(Buffer.from('<script>alert(1)</script>'), 'bin');
  const page = Buffer.from(articlePage('The lamp', 'A quincunx of moths.'));
  const { uid } = await host.client['clip.fromFile']({ name: 'lamp.html', bytes: page });
  const { articleBase, assetBase } = await host.bases();
  return {
    ...host,
    uid,
    original: `${assetBase}${original}`,
    routes: {
      window: '/',
      'a route of the window': '/tag/node.js',
      'a script': '/assets/index-1.js',
      'what is not there': '/assets/nothing.js',
      article: `${articleBase}${uid}`,
      'no article': `${articleBase}01ARZ3NDEKTSV4RRFFQ69G5FAV`,
      print: `/print/${uid}`,
      'nothing to print': '/print/01ARZ3NDEKTSV4RRFFQ69G5FAV',
      picture: `${assetBase}${picture}`,
      drawing: `${assetBase}${drawing}`,
      'no picture': `${assetBase}${'0'.repeat(64)}.png`,
      font: `${assetBase.replace('/asset/', '/font/')}literata-1.woff2`,
      'a wrong capability': `/asset/${'A'.repeat(43)}/${picture}`,
    },
  };
}
