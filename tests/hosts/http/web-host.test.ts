// The web host from outside: who gets in, what leaves with which headers, what a window can and cannot ask.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AssetName } from '#contract/types/asset.ts';
import { readBody } from '#hosts/http/rpc-route.ts';
import { startWebServer } from '#hosts/http/web-server.ts';
import { decodeMessage, encodeMessage } from '#hosts/json-message.ts';
import { assetNameOf, assetPath } from '#library/storage/asset-store.ts';
import { png } from '../../support/pictures.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { type AskOptions, startWebHost, type TestHost } from '../../support/web-host.ts';

/** A host with one article, and a picture, a drawing and an original in its store. */
async function hostWithArticle() {
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
      picture: `${assetBase}${picture}`,
      drawing: `${assetBase}${drawing}`,
      'no picture': `${assetBase}${'0'.repeat(64)}.png`,
      font: `${assetBase.replace('/asset/', '/font/')}literata-1.woff2`,
      'a wrong capability': `/asset/${'A'.repeat(43)}/${picture}`,
    },
  };
}

const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=()',
  'cache-control': 'no-store',
  'content-security-policy': nothing,
};
const immutable = 'private, max-age=31536000, immutable';

/** The headers of an answer that matter here, nonces and ports made the same for every run. */
function sealOf(host: TestHost, headers: Record<string, unknown>) {
  const names = [...Object.keys(always), 'content-type', 'access-control-allow-origin', 'location'];
  const { capability } = /\/asset\/(?<capability>[^/]+)\//.exec(
    String(headers['content-security-policy']),
  )?.groups ?? { capability: 'CAP' };
  return Object.fromEntries(
    names
      .filter((name) => headers[name] !== undefined)
      .map((name) => [
        name,
        String(headers[name])
          .replaceAll(host.origin, 'http://HOST')
          .replaceAll(/'nonce-[A-Za-z0-9_-]{22}'/g, "'nonce-N'")
          .replaceAll(capability ?? '', 'CAP'),
      ]),
  );
}

test('every route has its headers: a policy that is gone, or weaker, fails here', async () => {
  const host = await hostWithArticle();
  const { routes } = host;
  const window = {
    ...always,
    'content-type': 'text/html; charset=UTF-8',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  };
  const sentence = { ...always, 'content-type': 'text/plain; charset=utf-8' };
  const json = { ...always, 'content-type': 'application/json; charset=utf-8' };
  const forFrame = { ...always, 'cross-origin-resource-policy': 'cross-origin' };
  const table: [string, number, Record<string, string>, string, AskOptions?][] = [
    ['window', 200, window, routes.window],
    ['a route of the window', 200, window, routes['a route of the window']],
    [
      'a script',
      200,
      { ...always, 'content-type': 'text/javascript; charset=utf-8', 'cache-control': immutable },
      routes['a script'],
    ],
    ['what is not there', 404, sentence, routes['what is not there']],
    [
      'article',
      200,
      {
        ...always,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "sandbox allow-scripts; default-src 'none'; img-src http://HOST/asset/CAP/; style-src 'nonce-N'; script-src 'nonce-N'; font-src http://HOST/font/CAP/; form-action 'none'; base-uri 'none'; frame-ancestors http://HOST",
      },
      routes.article,
    ],
    [
      'no article',
      404,
      {
        ...sentence,
        'content-security-policy':
          "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors http://HOST",
      },
      routes['no article'],
    ],
    [
      'picture',
      200,
      { ...forFrame, 'content-type': 'image/png', 'cache-control': immutable },
      routes.picture,
    ],
    [
      'drawing',
      200,
      {
        ...forFrame,
        'content-type': 'image/svg+xml',
        'cache-control': immutable,
        'content-security-policy':
          "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      },
      routes.drawing,
    ],
    [
      'font',
      200,
      {
        ...forFrame,
        'content-type': 'font/woff2',
        'cache-control': immutable,
        'access-control-allow-origin': '*',
      },
      routes.font,
    ],
    [
      'no picture',
      404,
      { ...sentence, 'cross-origin-resource-policy': 'cross-origin' },
      routes['no picture'],
    ],
    [
      'an original',
      404,
      { ...sentence, 'cross-origin-resource-policy': 'cross-origin' },
      host.original,
    ],
    ['a wrong capability', 404, sentence, routes['a wrong capability']],
    ['a call', 200, json, '/rpc', { method: 'POST', body: '{"name":"library.info","input":{}}' }],
    ['no call', 400, json, '/rpc', { method: 'POST', body: 'nothing' }],
    ['a call by GET', 404, json, '/rpc'],
    ['without a token', 401, sentence, '/', { headers: { cookie: null } }],
    ['with another host name', 421, sentence, '/', { headers: { host: 'example.org' } }],
    ['with no host name', 400, sentence, '/', { headers: { host: 'a b' } }],
    ['of another site', 403, sentence, '/', { headers: { 'sec-fetch-site': 'cross-site' } }],
    [
      'with a method of its own',
      404,
      sentence,
      '/',
      { method: 'DELETE', headers: { origin: host.origin } },
    ],
    [
      'the address that was printed',
      303,
      { ...always, location: '/' },
      host.server.url.slice(host.origin.length),
    ],
  ];
  const answers = [];
  for (const [name, , , path, options] of table) {
    const { status, headers } = await host.askInside(path, options);
    answers.push([name, status, sealOf(host, headers)]);
  }
  expect(answers).toEqual(table.map(([name, status, headers]) => [name, status, headers]));
  expect(host.bugs).toEqual([]);
});

describe('getting in', () => {
  test('by the printed address, which gives a cookie and leaves the address bar', async () => {
    const { server, ask, origin } = await startWebHost();
    const url = new URL(server.url);
    expect(url.origin).toBe(origin);
    expect(url.searchParams.get('token')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const { status, headers } = await ask(`/${url.search}`);
    expect({ status, location: headers.location }).toEqual({ status: 303, location: '/' });
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^lectern-${server.port}=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
      ),
    ]);
    const cookie = String(headers['set-cookie']?.[0]);
    expect(cookie).not.toContain(url.searchParams.get('token'));
    expect(
      (await ask('/', { headers: { cookie: `other=1; ${cookie.split(';')[0]}; x` } })).status,
    ).toBe(200);
  });

  test('by nothing else', async () => {
    const { server, ask, askInside } = await startWebHost();
    const token = new URL(server.url).searchParams.get('token') ?? '';
    const name = `lectern-${server.port}`;
    const paths = [
      '/',
      `/?token=${token.slice(1)}`,
      '/?token=',
      `/?token=${token}x`,
      `/x?token=${token}`,
    ];
    const cookies = [`${name}=`, `${name}=${token}`, `lectern-1=${token}`, `${name}`, '='];
    const refused = await Promise.all([
      ...paths.map((path) => ask(path)),
      ...cookies.map((cookie) => ask('/', { headers: { cookie } })),
      ask('/assets/index-1.js'),
      ask('/events'),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
    expect(refused[0]?.text).toBe(
      'This is Lectern. Open the address with the token that it printed when it started.\n',
    );
    // A window that is in stays in, whatever token an old bookmark has.
    expect((await askInside('/?token=old')).status).toBe(303);
    expect((await askInside('/')).status).toBe(200);
  });

  test('under its own two names only', async () => {
    const { server, askInside, call } = await startWebHost();
    const { port } = server;
    const statusOf = async (host: string) => (await askInside('/', { headers: { host } })).status;
    const foreign = [
      'example.org',
      `example.org:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `localhost.example.org:${port}`,
      `127.0.0.2:${port}`,
      `0.0.0.0:${port}`,
      `[::1]:${port}`,
      `LOCALHOST:${port}`,
      `localhost.:${port}`,
      `2130706433:${port}`,
    ];
    expect(await Promise.all(foreign.map(statusOf))).toEqual(foreign.map(() => 421));
    // What is no host name at all does not get that far.
    expect(await statusOf(`127.0.0.1:${port}.example.org`)).toBe(400);
    expect(await statusOf(`localhost:${port}`)).toBe(200);
    expect(await statusOf(`127.0.0.1:${port}`)).toBe(200);
    expect((await call('library.info', {})).status).toBe(200);
  });
});

test('of 56 kinds of call one is answered: this window’s, as JSON, with the cookie', async () => {
  const { askInside, origin, server } = await startWebHost();
  const origins = [
    origin,
    null,
    'null',
    'https://example.org',
    `http://127.0.0.1:${server.port + 1}`,
    `http://localhost:${server.port}`,
    `https://127.0.0.1:${server.port}`,
  ];
  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', null];
  const cookies = [undefined, null];
  const answers: [string, number][] = [];
  for (const from of origins) {
    for (const type of types) {
      for (const cookie of cookies) {
        const { status } = await askInside('/rpc', {
          method: 'POST',
          headers: { origin: from, 'content-type': type, ...(cookie === null && { cookie }) },
          body: '{"name":"library.info","input":{}}',
        });
        answers.push([`${from} ${type} ${cookie === null ? 'no cookie' : 'cookie'}`, status]);
      }
    }
  }
  expect(answers).toHaveLength(56);
  expect(answers.filter(([, status]) => status === 200)).toEqual([
    [`${origin} application/json cookie`, 200],
  ]);
  expect(new Set(answers.map(([, status]) => status))).toEqual(new Set([200, 401, 403, 415]));
});

test.each(['cross-site', 'same-site', 'anything'])(
  'a request of another site is refused: %s',
  async (site) => {
    const { askInside, origin } = await startWebHost();
    const headers = { 'sec-fetch-site': site };
    const statuses = [
      (await askInside('/', { headers })).status,
      (await askInside('/events', { headers })).status,
      (await askInside('/assets/index-1.js', { headers })).status,
      (await askInside('/rpc', { method: 'POST', headers, body: '{}' })).status,
      (await askInside('/events', { headers: { origin: 'https://example.org' } })).status,
    ];
    expect(statuses).toEqual([403, 403, 403, 403, 403]);
    const own = { 'sec-fetch-site': 'same-origin', origin };
    expect((await askInside('/', { headers: own })).status).toBe(200);
  },
);

describe('the window', () => {
  test('is told where articles and pictures are, and loads its files from the root', async () => {
    const host = await startWebHost();
    const { text } = await host.askInside('/some/route');
    expect(
      text
        .replaceAll(/\/(article|asset)\/[A-Za-z0-9_-]{43}\//g, '/$1/CAP/')
        .replace(/content='[A-Za-z0-9_-]{22}'/, "content='N'"),
    ).toBe(`<!doctype html>
<html lang="en"><head>
<meta name="lectern-host" content='{"articleBase":"/article/CAP/","assetBase":"/asset/CAP/"}'>
<meta property="csp-nonce" content='N'><title>Lectern</title><script type="module" src="/assets/index-1.js"></script></head><body></body></html>
`);
    const nonceOf = async () =>
      /csp-nonce" content='([^']+)'/.exec((await host.askInside('/')).text)?.[1];
    expect(await nonceOf()).not.toBe(await nonceOf());
    const { headers, text: page } = await host.askInside('/');
    expect(headers['content-security-policy']).toContain(
      `'nonce-${/csp-nonce" content='([^']+)'/.exec(page)?.[1]}'`,
    );
  });
});

describe('calls', () => {
  test('bytes go in, values come out', async () => {
    const { askInside, call } = await startWebHost();
    const bytes = Buffer.from(articlePage('The lamp', 'A quincunx of moths.'));
    const body = encodeMessage({
      name: 'clip.fromFile',
      input: {
        name: 'lamp.html',
        bytes,
        companions: [{ path: 'lamp_files/a.png', bytes: png(2, 2) }],
      },
    });
    const clipped = await askInside('/rpc', { method: 'POST', body });
    expect(decodeMessage(clipped.text)).toEqual({
      ok: true,
      value: { uid: expect.any(String), title: 'The lamp', url: null, status: 'saved' },
    });
    const found = JSON.parse((await call('search.run', { text: 'quincunx' })).text);
    expect(found).toMatchObject({ ok: true, value: { total: 1 } });
    expect(
      JSON.parse((await call('reading.opened', { uid: found.value.hits[0].article.uid })).text),
    ).toEqual({
      ok: true,
    });
  });

  test('errors are replies, refusals have a status', async () => {
    const { askInside, call } = await startWebHost();
    const reply = async (answer: Promise<{ status: number; text: string }>) => {
      const { status, text } = await answer;
      const { ok, error } = JSON.parse(text);
      return [status, ok, error.code];
    };
    const post = (body: string) => askInside('/rpc', { method: 'POST', body });
    const uid = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    expect(await reply(call('articles.get', { uid }))).toEqual([200, false, 'not_found']);
    expect(await reply(call('articles.get', { uid: 1 }))).toEqual([200, false, 'invalid_input']);
    expect(await reply(call('constructor', {}))).toEqual([200, false, 'invalid_input']);
    expect(await reply(post('{"name":5}'))).toEqual([400, false, 'invalid_input']);
    expect(await reply(post('[]'))).toEqual([400, false, 'invalid_input']);
    expect(await reply(post(''))).toEqual([400, false, 'invalid_input']);
    expect(await reply(post('{"name":"x","input":{"$bytes":"!!"}}'))).toEqual([
      400,
      false,
      'invalid_input',
    ]);
    expect(await reply(call('clip.fromPath', { path: '/etc/hostname' }))).toEqual([
      403,
      false,
      'not_allowed',
    ]);
    // The control: the same file by its content is clipped.
    const bytes = { $bytes: readFileSync(import.meta.filename).toString('base64') };
    expect(JSON.parse((await call('clip.fromFile', { name: 'a.txt', bytes })).text).ok).toBe(true);
  });

  test('one that claims to be too large is refused before it is read', async () => {
    const { askInside } = await startWebHost();
    const answer = await new Promise<number | undefined>((done) => {
      void askInside('/rpc', {
        method: 'POST',
        headers: { 'content-length': String(300 * 1024 * 1024), expect: '100-continue' },
      }).then(({ status }) => done(status));
    });
    expect(answer).toBe(413);
  });

  test('a window that gives up aborts the call', async () => {
    const { promise: aborted, resolve } = Promise.withResolvers<string>();
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    const { askInside, origin, server } = await startWebHost({
      fetcher: {
        fetch: (_, signal) =>
          new Promise((__, reject) => {
            start();
            signal.addEventListener('abort', () => {
              resolve('aborted');
              reject(new Error('aborted'));
            });
          }),
      },
    });
    const cookie = (await askInside('/?token=any')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const call = request({
      port: server.port,
      host: '127.0.0.1',
      path: '/rpc',
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
    });
    call.on('error', () => undefined);
    call.end(JSON.stringify({ name: 'clip.fromUrl', input: { url: 'https://example.org/' } }));
    await started;
    call.destroy();
    expect(await aborted).toBe('aborted');
  });
});

test('events come as they happen, and end when the host closes', async () => {
  const { askInside, origin, server, client } = await startWebHost();
  const cookie = (await askInside('/?token=any')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  let text = '';
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const { promise: ended, resolve: isEnded } = Promise.withResolvers<void>();
  const stream = request({
    port: server.port,
    host: '127.0.0.1',
    path: '/events',
    headers: { cookie },
  });
  stream.on('response', (response) => {
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'content-security-policy': nothing,
      'cache-control': 'no-store',
    });
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      isReady();
    });
    response.on('end', isEnded);
  });
  stream.end();
  await ready;
  await client['settings.change']({ theme: 'dark' });
  await expect.poll(() => text).toContain('data: ');
  await server.close();
  await ended;
  expect(text).toBe(
    `retry: 500\n: ready\n\ndata: ${JSON.stringify({ kind: 'changed', topics: ['settings'] })}\n\n`,
  );
  await expect(fetch(origin)).rejects.toThrow();
});

test('the article frame needs no cookie, but the capability of this run', async () => {
  const host = await hostWithArticle();
  const { article, picture, font } = host.routes;
  for (const path of [article, picture, font]) {
    expect((await host.ask(path)).status).toBe(200);
    // What the opaque origin of the frame sends along.
    const headers = { origin: 'null', 'sec-fetch-site': 'cross-site' };
    expect((await host.ask(path, { headers })).status).toBe(200);
    const capability = path.split('/')[2] ?? '';
    for (const wrong of ['x', capability.slice(1), `${capability}x`, capability.toLowerCase()]) {
      expect((await host.ask(path.replace(capability, wrong))).status).toBe(404);
    }
  }
  const { text } = await host.ask(article);
  expect(text).toContain('<h1 dir="auto">The lamp</h1>');
  expect(text).toContain('A quincunx of moths.');
  expect(text).toContain(`url("${font}")`);
  const nonces = [...text.matchAll(/nonce="([^"]+)"/g)].map((match) => match[1]);
  expect(nonces).toHaveLength(2);
  expect(new Set(nonces).size).toBe(1);
  expect((await host.ask(article)).text).not.toContain(nonces[0]);
});

test('no spelling of a path leads out of the built window or the asset store', async () => {
  const host = await hostWithArticle();
  const { assetBase, articleBase } = await host.bases();
  const fontBase = assetBase.replace('/asset/', '/font/');
  // Seen where it is, so that a leak could be seen.
  const secret = 'the-secret-of-the-library';
  writeFileSync(`${host.dir}/secret.png`, secret);
  writeFileSync(`${host.dir}/assets/secret.png`, secret);
  const { picture } = host.routes;
  expect((await host.ask(picture)).status).toBe(200);

  const step = fc.constantFrom(
    ...[
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '..%2f',
      '%2f',
      '%5c',
      '\\',
      '..\\',
      '%00',
      '%c0%ae%c0%ae',
      '//',
    ],
    ...['%252e%252e', '....', '..;', 'C:', '~', '%u002e', '\u2025', '?', '#', '%', ' '],
  );
  const target = fc.constantFrom(
    ...[
      'secret.png',
      'assets/secret.png',
      'library.sqlite',
      'owner.json',
      'etc/passwd',
      'index.html',
    ],
    ...['package.json', picture.slice(assetBase.length, assetBase.length + 2), 'secret.png%00.png'],
  );
  const base = fc.constantFrom(
    '/',
    '/assets/',
    assetBase,
    articleBase,
    fontBase,
    `${assetBase}${'a'.repeat(64)}`,
  );
  await fc.assert(
    fc.asyncProperty(
      base,
      fc.array(step, { minLength: 1, maxLength: 6 }),
      target,
      async (from, steps, to) => {
        const path = encodeURI(`${from}${steps.join('/')}/${to}`)
          .replaceAll('%25', '%')
          .replaceAll(' ', '%20');
        const { status, text, headers } = await host.askInside(path);
        expect([200, 400, 404]).toContain(status);
        // The page of the window stands at every route of its own; nothing else is a success.
        if (status === 200) expect(headers['content-type']).toMatch(/^text\/html/);
        expect(text).not.toContain(secret);
        expect(text).not.toContain('SQLite format');
        expect(text).not.toContain('"pid"');
        expect(text).not.toContain('root:');
      },
    ),
    { numRuns: 400 },
  );
  expect(host.bugs).toEqual([]);
});

test('a body is read up to the limit, whatever length it claims', async () => {
  const bodyOf = (body: string) =>
    new Request('http://127.0.0.1/rpc', {
      method: 'POST',
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
  expect(await readBody(bodyOf('0123456789'), 10)).toBe('0123456789');
  await expect(readBody(bodyOf('0123456789x'), 10)).rejects.toMatchObject({
    status: 413,
    code: 'too_large',
  });
});

test('a port that is taken is said to be', async () => {
  const { server } = await startWebHost();
  const options = {
    library: {} as never,
    libraryDir: '',
    files: {} as never,
    onBug: () => undefined,
  };
  const second = startWebServer(options, server.port);
  onTestFinished(() =>
    second.then(
      ({ close }) => close(),
      () => undefined,
    ),
  );
  await expect(second).rejects.toMatchObject({
    code: 'conflict',
    message: `Port ${server.port} is used by another program.`,
  });
});
