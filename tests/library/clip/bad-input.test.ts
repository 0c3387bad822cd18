// Bad input, in one table: each ends in a code and a sentence, keeps what can be kept, and leaves no half article and no
// stray file. Through a parse process and a real fetcher. Elsewhere: zips (bad-zips.test.ts), a full disk (disk-full.test.ts, clip-stopped.test.ts),
// kill -9 (kill.test.ts, reader-killed.test.ts), and pages of 50 MB that are sound (saved-by.test.ts).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { AssetName } from '#contract/types/asset.ts';
import type { HttpUrl } from '#contract/types/ids.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { forkParser } from '#hosts/fork-parser.ts';
import { parserPool } from '#hosts/parser-pool.ts';
import type { Fetcher } from '#library/ports.ts';
import { statement } from '#library/storage/database.ts';
import { census, failsClean } from '../../support/census.ts';
import { clipFile } from '../../support/clip-file.ts';
import { articlePage, type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import { line, makePdf } from '../../support/make-pdf.ts';
import { png } from '../../support/pictures.ts';
import { binaryPlist, mhtml, xmlPlist } from '../../support/saved-pages.ts';
import { isKeptWhole, strays } from '../../support/strays.ts';

const pool = parserPool({
  spawn: () => forkParser(),
  // A busy machine may take long over a large page: what is looked at here is what becomes of it.
  timeoutMs: 120_000,
  pdfTimeoutMs: 120_000,
});
let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(async () => {
  pool.close();
  await site.close();
});

const open = (options: Parameters<typeof createFetcher>[0] = {}) =>
  makeContext({
    parser: pool,
    originals: pool.originals,
    fetcher: createFetcher({ isOffline: () => false, ...options }),
  });

const page = articlePage('Dunmore', '<p>A quincunx of lamps.</p>');
const wrapped = (body: string) =>
  mhtml({
    head: ['From: <Saved by Blink>'],
    parts: [
      {
        type: 'text/html',
        encoding: '8bit',
        location: 'https://d.example/',
        body: Buffer.from(body),
      },
      {
        type: 'image/png',
        encoding: 'base64',
        location: 'https://d.example/a.png',
        body: png(300, 200),
      },
    ],
  });
const archive = (main: Buffer | null) => ({
  ...(main && { WebMainResource: { WebResourceData: main, WebResourceMIMEType: 'text/html' } }),
  WebSubresources: [],
});
const pdf = (password?: string) =>
  makePdf({
    pages: [{ content: line('A quincunx of newts.', 72, 700) }],
    ...(password === undefined ? {} : { password }),
  });
const packed = (files: Record<string, Uint8Array>) =>
  Buffer.concat([
    Buffer.from('<!DOCTYPE html><html><body>Wait.<!--'),
    zipSync(files),
    Buffer.from('--></body></html>'),
  ]);
const text = (words: string) => new Uint8Array(Buffer.from(words));

it('A stray file, and a row without its file, would be seen', async () => {
  const context = await open();
  await context.client['clip.fromFile'](clipFile(page));
  await isKeptWhole(context);
  const stray = `${'0'.repeat(64)}.png`;
  writeFileSync(join(context.dir, 'assets', stray), 'x');
  expect(strays(context)).toEqual([stray]);
  const [named] = statement<AssetName>(context.db, 'SELECT name FROM asset').pluck().all();
  if (named === undefined) throw new Error('The page has no file.');
  await context.assets.remove(named);
  expect(strays(context)).toEqual([stray, named]);
});

describe('a file is refused, and nothing of it stays', () => {
  it.each<[string, string, Uint8Array, ErrorCode, RegExp]>([
    [
      'MHTML that breaks off before its page',
      'a.mhtml',
      wrapped(page).subarray(0, 200),
      'unsupported_type',
      /breaks off before its page begins\.$/,
    ],
    ['MHTML without a page', 'a.mhtml', wrapped(''), 'unsupported_type', /without a page in it\.$/],
    [
      'a web archive without its page',
      'a.webarchive',
      binaryPlist(archive(null)),
      'unsupported_type',
      /without a page in it\.$/,
    ],
    [
      'the same as XML',
      'a.webarchive',
      xmlPlist(archive(null)),
      'unsupported_type',
      /without a page in it\.$/,
    ],
    [
      'a web archive that breaks off',
      'a.webarchive',
      binaryPlist(archive(Buffer.from(page))).subarray(0, -40),
      'unsupported_type',
      /is a damaged web archive/,
    ],
    ['a locked PDF', 'a.pdf', pdf('secret'), 'not_allowed', /is locked with a password\. .+\.$/],
    ['a broken PDF', 'a.pdf', pdf().subarray(0, 60), 'unsupported_type', /is damaged/],
    [
      'a zip',
      'a.zip',
      zipSync({ 'a.html': text(page) }),
      'unsupported_type',
      /looks like a zip archive/,
    ],
    [
      'a gzip of 1,000:1',
      'a.html.gz',
      gzipSync(Buffer.alloc(20 * 1024 * 1024)),
      'unsupported_type',
      /looks like a gzip archive/,
    ],
    [
      'a page that unpacks to 1,000:1',
      'a.html',
      packed({ 'index.html': new Uint8Array(20 * 1024 * 1024) }),
      'unsupported_type',
      /cannot be taken out\.$/,
    ],
  ])('%s', async (_, name, bytes, code, sentence) => {
    const context = await open();
    const clip = () => context.client['clip.fromFile'](clipFile(bytes, name));
    await failsClean(context, clip, code, sentence);
    expect(strays(context)).toEqual([]);
    // What failed stands in nobody's way.
    await context.client['clip.fromFile'](clipFile(page));
    await isKeptWhole(context);
  });
});

describe('a page is kept, with a warning where less came out than went in', () => {
  it.each<[string, string, Uint8Array, ErrorCode | null, string | null]>([
    [
      'MHTML that breaks off',
      'a.mhtml',
      wrapped(page).subarray(0, -500),
      'nothing_to_read',
      'quincunx',
    ],
    [
      'a web archive that breaks off behind its page',
      'a.webarchive',
      xmlPlist(archive(Buffer.from(page))).subarray(0, -60),
      'nothing_to_read',
      'quincunx',
    ],
    [
      'a page of 50 MB of words',
      'a.html',
      Buffer.from(`<p>${'words of a page '.repeat(3_300_000)}`),
      'too_large',
      null,
    ],
    [
      'a page of a million elements',
      'a.html',
      Buffer.from('<b>x</b>'.repeat(1_000_000)),
      'too_large',
      null,
    ],
    [
      'a picture that is none',
      'a.html',
      Buffer.from(
        articlePage(
          'Dunmore',
          '<p>A quincunx.</p><img src="data:image/png;base64,bm9uZQ==" alt="x">',
        ),
      ),
      null,
      'quincunx',
    ],
    [
      'a page in a page that unpacks itself, with a bomb beside it',
      'a.html',
      packed({ 'index.html': text(page), 'images/0.png': new Uint8Array(20 * 1024 * 1024) }),
      'too_large',
      'quincunx',
    ],
  ])('%s', async (_, name, bytes, code, word) => {
    const context = await open();
    const result = await context.client['clip.fromFile'](clipFile(bytes, name));
    expect(result.status).toBe('saved');
    expect(result.warning?.code ?? null).toBe(code);
    expect(result.warning?.message ?? 'All of it.').toMatch(/^[A-Z“].*\.$/);
    await isKeptWhole(context);
    const { hits } = await context.client['search.run']({ text: word ?? 'nothing' });
    expect(hits).toHaveLength(word === null ? 0 : 1);
  });

  it('100,000 pictures: as many as an article may have, and no more are asked for', async () => {
    const bytes = new Uint8Array(png(60, 40));
    let asked = 0;
    const fetcher: Fetcher = {
      async fetch({ url }) {
        asked++;
        return { url, bytes, mediaType: 'image/png', charset: null };
      },
    };
    const context = await makeContext({ parser: pool, fetcher });
    const images = Array.from({ length: 100_000 }, (_, at) => `<img src="/${at}.png" alt="">`);
    const source = articlePage('Dunmore', `<p>A quincunx.</p>${images.join('')}`);
    const url = 'https://d.example/a' as HttpUrl;
    const { uid } = await context.client['clip.fromFile']({ ...clipFile(source), url });
    const { html } = await context.client['articles.content']({ uid });
    expect(html.match(/<img src="asset:[0-9a-f]{64}/g)).toHaveLength(200);
    expect(asked).toBe(200);
    expect((await context.client['articles.get']({ uid })).missingImages).toBeGreaterThan(0);
    await isKeptWhole(context);
  });

  it('a picture that is none: listed with the reason, and nothing of it is kept beside a sound one', async () => {
    const context = await open();
    const inline = (bytes: Uint8Array) =>
      `<p><img src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}" alt="x"></p>`;
    const source = articlePage('Dunmore', `${inline(text(page))}${inline(png(300, 200))}`);
    const { uid } = await context.client['clip.fromFile'](clipFile(source));
    expect(await context.client['pictures.missing']({ uid })).toMatchObject([
      { problem: { code: 'unsupported_type', message: expect.stringMatching(/^[A-Z“].*\.$/) } },
    ]);
    const { html } = await context.client['articles.content']({ uid });
    expect(html.match(/<img src="asset:[0-9a-f]{64}\.png"/g)).toHaveLength(1);
    expect(
      census(context)
        .files.map((name) => name.slice(64))
        .sort(),
    ).toEqual(['.bin', '.png']);
    await isKeptWhole(context);
  });

  it('an SVG with a script: a picture, and never more', async () => {
    const context = await open();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><script>alert(1)</script><rect width="9" height="9" onclick="alert(2)"/></svg>';
    const uri = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    const source = articlePage('Dunmore', `<p>A quincunx.</p><img src="${uri}" alt="x">${svg}`);
    const { uid } = await context.client['clip.fromFile'](clipFile(source));
    const { html, text: words } = await context.client['articles.content']({ uid });
    expect(html).not.toMatch(/<svg|<script|onclick/);
    expect(words).not.toContain('alert');
    expect(html).toMatch(/<img src="asset:[0-9a-f]{64}\.svg"/);
    await isKeptWhole(context);
  });
});

describe('an address', () => {
  it.each<[string, string, ErrorCode, RegExp]>([
    ['one byte at a time', '/slow-drip', 'timed_out', /took longer than/],
    ['a gzip of 1,000:1', '/bomb/gzip', 'too_large', /is larger than 50 MB/],
    [
      'a redirect to a file',
      '/redirect/to?to=file:///etc/passwd',
      'not_allowed',
      /redirects to a “file:” address/,
    ],
    [
      'a redirect to another place of this machine',
      '/redirect/to?to=http://127.0.0.2:9/',
      'not_allowed',
      /of this computer or of a private network/,
    ],
    ['an answer that breaks off', '/cut-short', 'unreachable', /\.$/],
  ])('%s', async (_, path, code, sentence) => {
    const context = await open(path === '/slow-drip' ? { timeoutMs: 300 } : {});
    const url = site.origin + path;
    const clip = () => context.client['clip.fromUrl']({ url, allowHosts: [site.host] });
    await failsClean(context, clip, code, sentence);
    expect(strays(context)).toEqual([]);
    const file = `${site.origin}/control`;
    site.add({ '/control': page });
    await (await open()).client['clip.fromUrl']({ url: file, allowHosts: [site.host] });
  });
});
