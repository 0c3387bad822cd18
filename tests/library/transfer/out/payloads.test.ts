// Everything that a page can write stands in every export as words: as no formula, no markup, no front matter and no script. Pages of ours
// are opened in a browser, and a canary on this machine hears nothing.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { parse as parseTree } from 'parse5';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { ExportFormat } from '#contract/types/export.ts';
import type { SafeHtml } from '#contract/types/html.ts';
import { sanitizeHtml } from '#library/clip/page/sanitize.ts';
import { statement } from '#library/storage/database.ts';
import { findChromium } from '../../../../scripts/chromium.mjs';
import { toCsvRows } from '../../../support/csv-rows.ts';
import { insertWholeArticle } from '../../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../../support/make-context.ts';
import { aimedAt } from '../../../support/payloads.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const AT_ONCE = 25;

const heard: string[] = [];
const canary = createServer((request, response) => {
  heard.push(request.url ?? '');
  response.end('');
});
let address = '';
let context: TestContext;
let dir: string;

beforeAll(async () => {
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
});
afterAll(() => canary.close());

/** Each payload in every place that words can stand in; a few in one article, since there are hundreds. */
async function fill(): Promise<void> {
  context = await makeContext();
  dir = tempDir();
  const all = aimedAt(address);
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE);
    const words = some.join('\n');
    const { uid, id } = insertWholeArticle(context, {
      title: words.slice(0, 5000),
      author: some[0] ?? null,
      siteName: some[1] ?? null,
      publishedAt: some[2] ?? null,
      lang: 'en" onload="alert(1)',
      excerpt: words.slice(0, 500),
      text: `text ${at}`,
      html: sanitizeHtml(some.map((html) => `<div>${html}</div><p>${escaped(html)}</p>`).join(''))
        .html as SafeHtml,
      sourceUrl: `${address}/source?q="><script>alert(1)</script>`,
      tags: some.slice(0, 5).map((one) => one.slice(0, 40)),
    });
    await context.client['notes.save']({ uid, markdown: words });
    statement(
      context.db,
      `INSERT INTO highlight (uid, article_id, colour, quote, prefix, suffix, note, created_at, updated_at)
        VALUES (?, ?, 'blue', ?, '', '', ?, 0, 0)`,
    ).run(context.newUid(), id, words, words);
    const collection = await context.client['collections.add']({
      name: (some[0] ?? 'x').slice(0, 90),
    });
    await context.client['collections.put']({ uids: [uid], uid: collection.uid });
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

async function written(format: ExportFormat): Promise<string> {
  // By their endings browsers know what they open.
  const to = join(dir, ['html-one', 'bookmarks'].includes(format) ? `${format}.html` : format);
  await context.client['exports.run']({
    articles: 'everything',
    format,
    to,
    title: '</title><script>alert(1)</script>',
  });
  return to;
}

/** Everything in a tree that could run, or load something. */
function dangersOf(html: string): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [parseTree(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const {
      tagName,
      attrs = [],
      childNodes = [],
    } = node as {
      tagName?: string;
      attrs?: { name: string; value: string }[];
      childNodes?: unknown[];
    };
    waiting.push(...childNodes);
    if (/^(?:iframe|object|embed|form|base|link|video|audio|svg)$/.test(tagName ?? ''))
      found.push(tagName ?? '');
    for (const { name, value } of attrs) {
      if (/^on|^(?:style|srcset|ping|background)$/.test(name)) found.push(`${tagName} ${name}`);
      if (name === 'src' && !/^(?:data:image\/|[./\w-]+$)/.test(value))
        found.push(`${tagName} src ${value}`);
      if (name === 'href' && !/^(?:https?:|mailto:|#|articles\/|text\/)/i.test(value))
        found.push(`href ${value}`);
    }
  }
  return found;
}

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));

test('in every export they are words', async () => {
  await fill();
  const count = (await context.client['articles.counts']({})).all;
  const full = await written('full');
  const pages = [
    ...filesBelow(full, '.html'),
    ...filesBelow(await written('html'), '.html'),
    await written('html-one'),
    await written('bookmarks'),
  ];
  const book = unzipSync(readFileSync(await written('epub')));
  for (const [path, bytes] of Object.entries(book)) {
    const file = join(dir, 'book', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    if (path.endsWith('.xhtml')) pages.push(file);
  }
  expect(pages.length).toBeGreaterThan(count * 3);
  for (const page of pages) {
    const html = readFileSync(page, 'utf8');
    const own = page.endsWith('html-one.html') ? 1 : 0;
    expect([
      page,
      dangersOf(
        html.replace(/<link rel="stylesheet" type="text\/css" href="(?:\.\.\/)?style.css"\/>/, ''),
      ),
    ]).toEqual([page, []]);
    expect(html.match(/<script\b/g) ?? []).toHaveLength(own);
  }

  const marks = readFileSync(join(full, 'highlights.md'), 'utf8');
  expect(marks).not.toMatch(/(?<!\\)<(?!https?:)[a-z!/]/i);

  for (const file of filesBelow(await written('markdown'), '.md')) {
    const text = readFileSync(file, 'utf8');
    const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
    expect(Object.keys(parseYaml(front))).toEqual(
      expect.arrayContaining(['title', 'status', 'uid']),
    );
    expect(parseYaml(front).uid).toMatch(/^[0-9A-Z]{26}$/);
    // Ours, once each: what parts the sections from the text.
    const ours = ['note', 'highlights'].map(
      (name) => `<!-- ${name} of ${parseYaml(front).uid} -->\n`,
    );
    const theirs = ours.reduce((text, mark) => text.replace(mark, ''), body);
    expect(theirs).not.toMatch(/<(?!\/?su[bp]>|https?:|assets\/)[a-z!/]/i);
    expect(body).not.toMatch(/(?<!\\)!\[(?!.*\]\(<assets)/);
  }
  const rows = toCsvRows(readFileSync(await written('csv'), 'utf8'));
  expect(rows).toHaveLength(count + 1);
  expect(rows.flat().filter((cell) => /^[\s\p{Cc}\p{Cf}]*[=+\-@]/u.test(cell))).toEqual([]);
  const { articles } = JSON.parse(readFileSync(await written('json'), 'utf8'));
  expect(articles).toHaveLength(count);
  expect(heard).toEqual([]);

  const path = findChromium();
  if (!path)
    return console.warn('Exports are not opened: no Chromium here (set LECTERN_CHROMIUM).');
  await openAll(path, pages);
});

async function openAll(path: string, pages: readonly string[]): Promise<void> {
  const browser: Browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  // The control: a page that means to be heard is.
  const open = join(dir, 'control.html');
  writeFileSync(open, `<img src="${address}/control">`);
  await page.goto(pathToFileURL(open).href);
  await expect.poll(() => heard).toContain('/control');
  heard.length = 0;
  for (const one of pages) await page.goto(pathToFileURL(one).href);
  const onePage = pages.find((file) => file.endsWith('html-one.html')) ?? '';
  await page.goto(pathToFileURL(onePage).href);
  const shown = () => page.locator('article.one:visible').count();
  const all = await shown();
  await page.locator('#find').fill('quotwhatnobodywrote');
  await expect.poll(shown).toBe(0);
  await page.locator('#find').fill('');
  await expect.poll(shown).toBe(all);
  expect({ heard, dialogs }).toEqual({ heard: [], dialogs: [] });
}
