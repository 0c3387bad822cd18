// Every way to clip, from what is handed in to rows, files, index and events.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpUrl } from '#contract/types/ids.ts';
import { TagName } from '#contract/types/tag.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { EXTRACTOR_VERSION } from '#library/clip/page/extractor-version.ts';
import { NORMALISER_VERSION } from '#library/search/normalise.ts';
import { rowState, sealedTables } from '#library/storage/digest.ts';
import { census } from '../../support/census.ts';
import { articlePage, type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import * as pictures from '../../support/pictures.ts';
import { tempDir } from '../../support/temp-dir.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const online = () => makeContext({ fetcher: createFetcher({ isOffline: () => false }) });
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const rowsOf = ({ db }: TestContext, table: string) =>
  db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];

/** Titles of what a search finds. */
async function found(context: TestContext, text: string): Promise<string[]> {
  const { hits } = await context.client['search.run']({ text });
  return hits.map((hit) => hit.article.title);
}

describe('a file', () => {
  it('becomes an article with everything that belongs to it', async () => {
    const context = await makeContext();
    const page = articlePage(
      'Dunmore',
      '<p><a href="https://www.example.org/other?utm_source=x#part">Another page</a>, <a href="https://example.org/other">again</a>, <a href="#top">here</a>.</p>',
    );
    const result = await context.client['clip.fromFile']({
      name: 'C:\\saved\\Dunmore.html',
      bytes: bytesOf(page),
      url: HttpUrl.parse('https://www.example.org/dunmore?utm_source=mail'),
      tags: [TagName.parse('coast')],
    });
    expect(result).toEqual({
      uid: expect.stringMatching(/^[0-9A-Z]{26}$/),
      title: 'Dunmore',
      url: 'https://www.example.org/dunmore?utm_source=mail',
      status: 'saved',
    });

    const article = await context.client['articles.get']({ uid: result.uid });
    expect(article).toMatchObject({
      title: 'Dunmore',
      sourceUrl: 'https://www.example.org/dunmore?utm_source=mail',
      canonicalUrl: null,
      siteName: 'example.org',
      lang: 'en',
      tags: ['coast'],
      savedAt: context.ports.clock.now(),
      readingStatus: 'unread',
      warning: null,
      missingImages: 0,
      highlightCount: 0,
      lostHighlightCount: 0,
      hasNote: false,
      hasPages: false,
      type: null,
    });
    const content = await context.client['articles.content']({ uid: result.uid });
    expect(content.text).toContain('in a hand that grew smaller');
    expect(content.html).not.toContain('<nav');

    expect(rowsOf(context, 'article')).toMatchObject([
      { url_key: 'example.org/dunmore', site: 'example.org' },
    ]);
    expect(rowsOf(context, 'snapshot')).toMatchObject([
      {
        asset_name: `${hashOf(page)}.bin`,
        kind: 'html',
        file_name: 'Dunmore.html',
        url: 'https://www.example.org/dunmore?utm_source=mail',
        charset: 'UTF-8',
      },
    ]);
    expect(rowsOf(context, 'reader_content')).toMatchObject([
      { extractor_version: EXTRACTOR_VERSION, normaliser_version: NORMALISER_VERSION },
    ]);
    expect(rowsOf(context, 'link')).toMatchObject([
      { url_key: 'example.org/other', text: 'Another page' },
    ]);
    expect(await context.assets.read(rowsOf(context, 'asset')[0]?.name as never)).toEqual(
      Buffer.from(page),
    );
    for (const table of ['article', 'snapshot', 'reader_content'] as const) {
      expect(sealedTables).toContain(table);
      expect(rowState(context.db, table, 1)).toBe('whole');
    }
    expect(await context.client['library.check']({})).toMatchObject({ ok: true, problems: [] });
  });

  it.each(['lighthouse', 'Dunmore', 'coastal', 'wayfarers'])('is found by %s', async (word) => {
    const context = await makeContext();
    await context.client['clip.fromFile']({
      name: 'a.html',
      bytes: bytesOf(articlePage('Dunmore')),
      url: HttpUrl.parse('https://wayfarers.example.org/coastal-walks/index.html'),
    });
    expect(await found(context, word)).toEqual(['Dunmore']);
    expect(await found(context, 'submarine')).toEqual([]);
  });

  it('may be a plain text', async () => {
    const context = await makeContext();
    const text = 'Herons wait for a long time. Then they do not wait any more.\n\nThat is all.';
    const result = await context.client['clip.fromFile']({
      name: 'herons.txt',
      bytes: bytesOf(text),
    });
    expect(result).toMatchObject({ url: null, status: 'saved' });
    expect(rowsOf(context, 'snapshot')).toMatchObject([
      { kind: 'text', file_name: 'herons.txt', url: null },
    ]);
    const content = await context.client['articles.content']({ uid: result.uid });
    expect(content.text).toContain('Then they do not wait any more.');
  });

  it('brings the files along that were saved beside it', async () => {
    const context = await makeContext();
    const picture = pictures.png(300, 200);
    const result = await context.client['clip.fromFile']({
      name: 'page.html',
      bytes: bytesOf(
        articlePage(
          'Files',
          '<figure><img src="page-Dateien/b%C3%BCcher.png" alt="Books"></figure>',
        ),
      ),
      companions: [
        { path: 'page-Dateien/bücher.png'.normalize('NFD'), bytes: new Uint8Array(picture) },
      ],
    });
    const { html } = await context.client['articles.content']({ uid: result.uid });
    expect(html).toContain(`src="asset:${hashOf(picture)}.png"`);
    expect(rowsOf(context, 'article_image')).toEqual([
      {
        article_id: 1,
        position: 0,
        url: 'companion:page-Dateien/bücher.png',
        asset_name: `${hashOf(picture)}.png`,
        error_code: null,
      },
    ]);
    expect(await context.client['articles.get']({ uid: result.uid })).toMatchObject({
      thumbnail: { asset: `${hashOf(picture)}.png`, width: 300, height: 200 },
    });
  });
});

describe('a path', () => {
  it('is clipped with the files beside it', async () => {
    const context = await makeContext();
    const dir = tempDir();
    const picture = pictures.jpeg(300, 200);
    mkdirSync(join(dir, 'page_files'));
    writeFileSync(join(dir, 'page_files', 'a b.jpg'), picture);
    writeFileSync(
      join(dir, 'page.html'),
      articlePage('Beside', '<figure><img src="./page_files/a%20b.jpg" alt="A"></figure>'),
    );
    const result = await context.client['clip.fromPath']({ path: join(dir, 'page.html') });
    expect(result).toMatchObject({ title: 'Beside', status: 'saved' });
    expect(rowsOf(context, 'article_image')).toMatchObject([
      { asset_name: `${hashOf(picture)}.jpg` },
    ]);
    expect(rowsOf(context, 'snapshot')).toMatchObject([{ file_name: 'page.html' }]);
  });
});

describe('pasted', () => {
  it('text is clipped as text', async () => {
    const context = await makeContext();
    const text = 'Of all the birds the heron is the one that waits best, and it knows it.';
    await context.client['clip.fromPasted']({ text });
    expect(rowsOf(context, 'snapshot')).toMatchObject([
      { kind: 'text', file_name: null, asset_name: `${hashOf(text)}.bin` },
    ]);
    expect(context.events[0]).toMatchObject({ kind: 'clip-started', name: text });
  });

  it('HTML is clipped as a page, with its address where one is given', async () => {
    const context = await makeContext();
    const result = await context.client['clip.fromPasted']({
      html: `<meta charset="utf-8">${articlePage('Pasted')}`,
      text: 'Pasted and more',
      url: HttpUrl.parse('https://example.org/pasted'),
    });
    expect(result).toMatchObject({ status: 'saved', url: 'https://example.org/pasted' });
    expect(rowsOf(context, 'snapshot')).toMatchObject([{ kind: 'html' }]);
  });

  it('HTML without a title is called by its first line', async () => {
    const { client } = await makeContext();
    const html = '<h2>Of plums</h2><p>The plums are <b>ripe</b> in August.</p><p>Or in July.</p>';
    const { uid, title } = await client['clip.fromPasted']({ html });
    expect(title).toBe('Of plums');
    await client['articles.reread']({ uid });
    expect(await client['articles.get']({ uid })).toMatchObject({ title: 'Of plums' });
    const long = await client['clip.fromPasted']({
      html: `<p>${'A row of plums. '.repeat(40)}</p>`,
    });
    expect(long.title).toMatch(/^A row of plums\. .{80,110}…$/);
  });

  it.each([
    ['<meta charset="utf-8"><img src="https://x.example/a.png" alt="A view">', 'unsupported_type'],
    ['<a href="https://x.example/"><img src="data:image/gif;base64,R0lG"></a>', 'unsupported_type'],
    ['<p>&nbsp;</p><br>', 'nothing_to_read'],
  ])('%s holds no text, and is refused', async (html, code) => {
    const context = await makeContext();
    const before = census(context);
    await expect(context.client['clip.fromPasted']({ html })).rejects.toMatchObject({ code });
    expect(census(context)).toEqual(before);
    await context.client['clip.fromPasted']({ html: `${html}<p>With a word to it.</p>` });
    expect(census(context)).not.toEqual(before);
  });

  it.each(['', '<p>  </p>\n'])(
    'address alone is clipped as what is at it (HTML beside it: %j)',
    async (html) => {
      const context = await online();
      const result = await context.client['clip.fromPasted']({
        text: `\n  ${site.origin}/article  `,
        html: html && `<a href="${site.origin}/article">${site.origin}/article</a>`,
        allowHosts: [site.host],
      });
      expect(result).toMatchObject({ status: 'saved', url: `${site.origin}/article` });
    },
  );

  it.each([
    'example.org/article',
    'see https://example.org/',
    'https://example.org/ https://example.org/',
  ])('%j is not an address alone', async (text) => {
    const context = await makeContext();
    await context.client['clip.fromPasted']({ text });
    expect(rowsOf(context, 'snapshot')).toMatchObject([{ kind: 'text' }]);
  });
});

describe('an address', () => {
  it('is fetched, with its pictures', async () => {
    const context = await online();
    const result = await context.client['clip.fromUrl']({
      url: HttpUrl.parse(`${site.origin}/redirect/to?to=/pictures%23here`),
      allowHosts: [site.host],
    });
    expect(result).toMatchObject({
      title: 'pictures',
      url: `${site.origin}/pictures`,
      status: 'saved',
    });
    expect(rowsOf(context, 'snapshot')).toMatchObject([
      { kind: 'html', file_name: null, url: `${site.origin}/pictures` },
    ]);
    const images = rowsOf(context, 'article_image');
    expect(images.map(({ url, error_code }) => [url, error_code])).toEqual(
      ['png', 'jpeg', 'gif', 'webp', 'avif', 'svg', 'bmp', 'ico'].map((kind) => [
        `${site.origin}/images/${kind}`,
        null,
      ]),
    );
    expect(site.requests.at(-1)?.headers.referer).toBe(`${site.origin}/pictures`);
    const { html } = await context.client['articles.content']({ uid: result.uid });
    expect(html.match(/src="asset:[0-9a-f]{64}\.\w+"/g)).toHaveLength(8);
  });

  it('may lead to a plain text', async () => {
    const context = await online();
    await context.client['clip.fromUrl']({
      url: HttpUrl.parse(`${site.origin}/article.txt`),
      allowHosts: [site.host],
    });
    expect(rowsOf(context, 'snapshot')).toMatchObject([{ kind: 'text', charset: 'UTF-8' }]);
  });

  it('is decoded as the site says', async () => {
    const context = await online();
    const result = await context.client['clip.fromUrl']({
      url: HttpUrl.parse(`${site.origin}/charset/windows-1251`),
      allowHosts: [site.host],
    });
    expect(result.title).toBe('Привет');
  });

  it('may be one that the settings allow', async () => {
    const context = await online();
    const url = HttpUrl.parse(`${site.origin}/article`);
    await expect(context.client['clip.fromUrl']({ url })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await context.client['settings.change']({ allowedHosts: [site.host] });
    expect(await context.client['clip.fromUrl']({ url })).toMatchObject({ status: 'saved' });
  });
});

describe('events', () => {
  it('tell of a clip as it goes, of changes after they are there', async () => {
    const context = await makeContext();
    const seen: number[] = [];
    const { emit } = context;
    context.emit = (event) => {
      if (event.kind === 'changed') seen.push(census(context).rows.article ?? 0);
      emit(event);
    };
    const { clipCommands } = await import('#library/clip/clip-service.ts');
    const result = await clipCommands(context)['clip.fromFile'](
      {
        name: 'x/Dunmore.html',
        bytes: bytesOf(articlePage('Dunmore')),
        companions: [],
        tags: [],
        allowHosts: [],
        anyway: false,
      },
      new AbortController().signal,
    );
    const [started] = context.events;
    const job = started && 'job' in started ? started.job : '';
    expect(context.events).toEqual([
      { kind: 'clip-started', job, name: 'Dunmore.html' },
      { kind: 'changed', topics: ['articles', 'counts', 'links'] },
      { kind: 'clip-done', job, name: 'Dunmore.html', result },
    ]);
    expect(seen).toEqual([1]);
  });

  it('tell of a clip that failed', async () => {
    const context = await makeContext();
    await expect(
      context.client['clip.fromFile']({ name: 'empty.html', bytes: new Uint8Array() }),
    ).rejects.toMatchObject({ code: 'nothing_to_read' });
    expect(context.events).toMatchObject([
      { kind: 'clip-started', name: 'empty.html' },
      { kind: 'clip-failed', name: 'empty.html', error: { code: 'nothing_to_read' } },
    ]);
  });
});
