// What the article frame loads: by the capability of this run, and nothing beside what it is for.
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startWebHostWithArticle } from '../../support/web-host.ts';

test('the article frame needs no cookie, but the capability of this run', async () => {
  const host = await startWebHostWithArticle();
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
  expect(nonces).toHaveLength(3);
  expect(new Set(nonces).size).toBe(1);
  expect((await host.ask(article)).text).not.toContain(nonces[0]);
});

test('what is printed needs the cookie, and holds no address of its own to anything but pictures and fonts', async () => {
  const host = await startWebHostWithArticle();
  const { print, article } = host.routes;
  const { status, text } = await host.askInside(print);
  expect(status).toBe(200);
  expect(text).toContain('A quincunx of moths.');
  expect(text).toContain('data-print="now"');
  expect((await host.ask(print)).status).toBe(401);
  // Neither by the frame's way in, nor asked for by another site.
  expect((await host.ask(article.replace('/article/', '/print/'))).status).toBe(401);
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await host.askInside(print, { headers })).status).toBe(403);
  const { articleBase } = await host.bases();
  expect(text).not.toContain(articleBase);
});

test('no spelling of a path leads out of the built window or the asset store', async () => {
  const host = await startWebHostWithArticle();
  const { assetBase, articleBase } = await host.bases();
  const fontBase = assetBase.replace('/asset/', '/font/');
  // Seen where it is, so that a leak could be seen.
  const secret = 'the-secret-of-the-library';
  writeFileSync(`${host.dir}/secret.png`, secret);
  writeFileSync(`${host.dir}/assets/secret.png`, secret);
  const { picture } = host.routes;
  expect((await host.ask(picture)).status).toBe(200);

  const step = fc.constantFrom(
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
    '%252e%252e',
    '....',
    '..;',
    'C:',
    '~',
    '%u002e',
    '\u2025',
    '?',
    '#',
    '%',
    ' ',
  );
  const target = fc.constantFrom(
    'secret.png',
    'assets/secret.png',
    'library.sqlite',
    'owner.json',
    'etc/passwd',
    'index.html',
    'package.json',
    picture.slice(assetBase.length, assetBase.length + 2),
    'secret.png%00.png',
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
        expect(status !== 200 || headers['content-type']?.startsWith('text/html')).toBe(true);
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
