// The app's two schemes, asked directly: what they serve, under which headers, and that nothing climbs out of them.
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/electron-app.ts';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** As a page of the session would be answered. */
const ask = (app: ElectronApplication, urls: readonly string[], method = 'GET') =>
  app.evaluate(
    ({ net }, { all, verb }) =>
      Promise.all(
        all.map(async (url): Promise<Answer> => {
          const response = await net.fetch(url, { method: verb });
          return {
            status: response.status,
            headers: Object.fromEntries(response.headers.entries()),
            body: (await response.text()).slice(0, 2000),
          };
        }),
      ),
    { all: urls, verb: method },
  );

const A = 'a'.repeat(64);
const unknownUid = '01J0000000000000000000000A';

test('the window is one page under a policy that allows its own files only', async ({ start }) => {
  const { app } = await start();
  const [page, place, missing] = await ask(app, [
    'app://lectern/',
    'app://lectern/article/somewhere',
    'app://lectern/assets/none.js',
  ]);
  expect(page?.status).toBe(200);
  expect(page?.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  const policy = page?.headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(page?.body).toContain(`<meta property="csp-nonce" content='${nonce}'>`);
  expect(place?.body).toContain('<div id="root">');
  expect(missing?.status).toBe(404);
});

test('every route of the article scheme is sandboxed, also the ones that refuse', async ({
  start,
}) => {
  const { app } = await start();
  const urls = [
    `article://a/${unknownUid}`,
    `article://a/asset/${A}.png`,
    `article://a/asset/${A}.svg`,
    `article://a/asset/${A}.bin`,
    'article://a/font/none.woff2',
    'article://a/',
    'article://elsewhere/',
  ];
  for (const [index, answer] of (await ask(app, urls)).entries()) {
    expect(answer.status, urls[index]).toBe(404);
    expect(answer.headers['content-security-policy'], urls[index]).toMatch(
      /sandbox.*default-src 'none'/,
    );
    expect(answer.headers['x-content-type-options'], urls[index]).toBe('nosniff');
  }
  const [posted] = await ask(app, ['app://lectern/'], 'POST');
  expect(posted?.status).toBe(405);
});

test('no spelling of a path climbs out of its folder', async ({ start, folders }) => {
  folders.write('../library/secret.txt', 'climbed out');
  const { app } = await start();
  const ups = [
    '..',
    '%2e%2e',
    '..%2f',
    '%2e%2e%2f',
    '..\\',
    '..%5c',
    '%252e%252e',
    '.%00.',
    '....//',
  ];
  const ends = ['secret.txt', 'library.sqlite', 'etc/passwd', 'package.json', 'main/index.js'];
  const bases = [
    'article://a/',
    'article://a/asset/',
    'article://a/font/',
    'app://lectern/',
    'app://lectern/assets/',
  ];
  const urls = bases.flatMap((base) =>
    ups.flatMap((up) =>
      ends.flatMap((end) => [
        `${base}${up}/${end}`,
        `${base}${up}/${up}/${up}/${end}`,
        `${base}/${end}`,
      ]),
    ),
  );
  const answers = await ask(app, urls);
  for (const [index, { status, body }] of answers.entries()) {
    const isWindow = body.includes('<div id="root">');
    if (!isWindow) expect(status, urls[index]).toBe(404);
    expect(body, urls[index]).not.toMatch(
      /climbed out|SQLite format|root:|"name": "lectern"|electron/,
    );
  }
  expect(urls.length).toBeGreaterThan(600);
});
