// What leaves the web host, with which headers: one table of every kind of answer.
import { expect, test } from 'vitest';
import { line, makePdf } from '../../support/make-pdf.ts';
import { type AskOptions, startWebHostWithArticle, type TestHost } from '../../support/web-host.ts';

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
  const { capability } = /\/(?:asset|table)\/(?<capability>[^/]+)\//.exec(
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
  const host = await startWebHostWithArticle();
  const { routes } = host;
  const bytes = new Uint8Array(makePdf({ pages: [{ content: line('The lamp', 72, 700) }] }));
  const { uid } = await host.client['clip.fromFile']({ name: 'lamp.pdf', bytes });
  const inFrame = (room: string, rest: string) =>
    routes.article.replace('/article/', `/${room}/`).replace(/[^/]+$/, rest);
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
      'print',
      200,
      {
        ...always,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "sandbox allow-scripts allow-modals; default-src 'none'; img-src http://HOST/asset/CAP/; style-src 'nonce-N'; script-src 'nonce-N'; font-src http://HOST/font/CAP/; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      },
      routes.print,
    ],
    ['nothing to print', 404, sentence, routes['nothing to print']],
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
    [
      'pages',
      200,
      {
        ...always,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `sandbox allow-scripts; default-src 'none'; connect-src http://HOST/pdf/CAP/${uid} http://HOST/table/CAP/; font-src http://HOST/table/CAP/; style-src 'nonce-N'; script-src 'nonce-N' 'wasm-unsafe-eval'; form-action 'none'; base-uri 'none'; frame-ancestors http://HOST`,
      },
      inFrame('pages', uid),
    ],
    [
      'pages of a web page',
      404,
      {
        ...sentence,
        'content-security-policy':
          "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors http://HOST",
      },
      inFrame('pages', host.uid),
    ],
    [
      'a page as it was saved',
      200,
      {
        ...always,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "sandbox; default-src 'none'; img-src http://HOST/asset/CAP/ data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors http://HOST",
      },
      inFrame('original', host.uid),
    ],
    [
      'what was left out',
      200,
      {
        ...always,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "sandbox allow-scripts; default-src 'none'; img-src http://HOST/asset/CAP/; style-src 'nonce-N'; script-src 'nonce-N'; font-src http://HOST/font/CAP/; form-action 'none'; base-uri 'none'; frame-ancestors http://HOST",
      },
      inFrame('left-out', host.uid),
    ],
    [
      'a PDF as it was saved: a sentence, under the same policy',
      200,
      {
        ...always,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "sandbox; default-src 'none'; img-src http://HOST/asset/CAP/ data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors http://HOST",
      },
      inFrame('original', uid),
    ],
    [
      'a version that is none',
      404,
      {
        ...sentence,
        'content-security-policy':
          "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors http://HOST",
      },
      `${inFrame('original', host.uid)}?version=${uid}`,
    ],
    [
      'a PDF',
      200,
      { ...forFrame, 'content-type': 'application/pdf', 'access-control-allow-origin': '*' },
      inFrame('pdf', uid),
    ],
    [
      'a web page as PDF',
      404,
      {
        ...sentence,
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
      },
      inFrame('pdf', host.uid),
    ],
    [
      'a table',
      200,
      {
        ...forFrame,
        'content-type': 'application/octet-stream',
        'cache-control': immutable,
        'access-control-allow-origin': '*',
      },
      inFrame('table', 'cmaps/UniJIS-UCS2-H.bcmap'),
    ],
    [
      'no table',
      404,
      {
        ...sentence,
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
      },
      inFrame('table', 'build/pdf.mjs'),
    ],
    ['a table by a wrong capability', 404, sentence, '/table/AAAA/cmaps/UniJIS-UCS2-H.bcmap'],
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
