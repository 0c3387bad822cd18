// Texts that come with an import: kept whole, joined from several sources, with highlights at their words, and nothing asked of the network.
import { expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { Fetcher, PageParser } from '#library/ports.ts';
import { articlePage } from '../../../../support/local-site.ts';
import { makeContext } from '../../../../support/make-context.ts';
import { directParser } from '../../../../support/make-ports.ts';
import { csv } from '../../../../support/transfer/csv.ts';
import { writeFile, writeFolder } from '../../../../support/transfer/files.ts';
import { importWhole, rowsOf } from '../../../../support/transfer/import-whole.ts';

const URL_OF = 'https://tides.example/tables';
const wallabag = (given: Record<string, unknown>) =>
  writeFile(
    'wallabag.json',
    JSON.stringify([
      {
        is_archived: 0,
        is_starred: 0,
        tags: [],
        id: 1,
        title: 'Tide tables',
        url: URL_OF,
        content: '',
        created_at: '2016-09-08T11:55:58+0200',
        annotations: [],
        mimetype: 'text/html',
        domain_name: 'tides.example',
        ...given,
      },
    ]),
  );
const CONTENT = `<p>A quincunx of buoys lies before the harbour.</p><nav><p>Related: all about buoys</p></nav>
  <img src="https://tides.example/buoy.png"><p>The moon pulls twice a day.</p><script>alert(1)</script>`;
const annotations = [{ text: 'count **them**', quote: 'A quincunx of buoys', ranges: [] }];

/** An article with a text at each address. */
const wallabagOf = (urls: readonly string[]) =>
  writeFile(
    'wallabag.json',
    JSON.stringify(
      urls.map((url, id) => ({
        is_archived: 0,
        is_starred: 0,
        id,
        title: `Part ${id}`,
        url,
        content: `<p>The moon pulls the sea ${id} times.</p>`,
      })),
    ),
  );

it('are kept whole, with everything else that the source says', async () => {
  let asked = 0;
  const fetcher: Fetcher = {
    fetch: () => {
      asked++;
      throw new LibraryError('offline', 'There is no network.');
    },
  };
  const { client } = await makeContext({ fetcher });
  const path = wallabag({ content: CONTENT, annotations, is_starred: 1, tags: ['sea'] });
  const run = await importWhole(client, path);

  expect(run).toMatchObject({ state: 'done', counts: { imported: 1, merged: 0 } });
  const [article] = (await client['articles.list']({})).articles;
  if (!article) throw new Error('nothing was imported');
  const { uid } = article;
  expect(article).toMatchObject({
    title: 'Tide tables',
    url: URL_OF,
    savedAt: Date.UTC(2016, 8, 8, 9, 55, 58),
    starred: true,
    awaitsText: false,
    tags: ['sea'],
  });
  const { text, html } = await client['articles.content']({ uid });
  expect(text).toContain('The moon pulls twice a day.');
  expect(html).not.toContain('script');
  expect(await client['highlights.ofArticle']({ uid })).toMatchObject({
    highlights: [{ quote: 'A quincunx of buoys', range: { start: 0 }, note: 'count **them**' }],
    lost: [],
  });
  expect(asked).toBe(0);
  // Read again, it stays whole.
  const { changed } = await client['articles.reread']({ uid });
  expect(changed).toBe(false);
  const { hits } = await client['search.run']({ text: 'quincunx has:text' });
  expect(hits.map((hit) => hit.article.uid)).toEqual([uid]);
});

it('join an article that awaited them, whose highlights find their words', async () => {
  const { client } = await makeContext();
  const quotes = {
    url: URL_OF,
    title: 'Tide tables',
    highlights: [{ quote: 'The moon pulls twice' }],
  };
  const pocket = writeFolder({
    'part_000000.csv': csv([
      ['title', 'url', 'time_added', 'tags', 'status'],
      ['Tide tables', URL_OF, '1388334400', 'sea', 'archive'],
    ]),
    'annotations/part_000000.json': JSON.stringify([quotes]),
  });
  await importWhole(client, pocket);
  const [article] = (await client['articles.list']({})).articles;
  if (!article) throw new Error('nothing was imported');
  const { uid } = article;
  expect((await client['highlights.ofArticle']({ uid })).lost).toHaveLength(1);

  const run = await importWhole(client, wallabag({ content: CONTENT, annotations }));
  expect(run.counts).toMatchObject({ imported: 0, merged: 1 });
  expect((await client['highlights.ofArticle']({ uid })).highlights).toMatchObject([
    { quote: 'A quincunx of buoys' },
    { quote: 'The moon pulls twice', range: { start: expect.any(Number) } },
  ]);
  expect(await client['articles.get']({ uid })).toMatchObject({
    savedAt: 1_388_334_400_000,
    archived: true,
    awaitsText: false,
    tags: ['sea'],
    versionCount: 1,
  });
  const origins = await client['imports.originsOf']({ uid });
  expect(origins.map(({ field, format }) => `${field} ${format}`)).toEqual([
    'title pocket-csv',
    'savedAt pocket-csv',
    'status pocket-csv',
    'archived pocket-csv',
    'tags pocket-csv',
    'highlights wallabag-json',
    'highlights pocket-csv',
    'text wallabag-json',
  ]);
});

it('come once, however often they are imported; another text is a further version', async () => {
  const { client } = await makeContext();
  await importWhole(client, wallabag({ content: CONTENT, annotations, tags: ['sea'] }));
  const again = await importWhole(
    client,
    wallabag({ content: CONTENT, annotations, tags: ['sea'] }),
  );
  expect(again.counts).toEqual({ imported: 0, merged: 0, skipped: 1, failed: 0 });
  expect((await client['articles.counts']({})).all).toBe(1);
  expect((await client['highlights.list']({})).total).toBe(1);

  const other = wallabag({ content: `${CONTENT}<p>And a paragraph that is new.</p>` });
  expect((await importWhole(client, other)).counts).toMatchObject({ merged: 1 });
  const [article] = (await client['articles.list']({})).articles;
  if (!article) throw new Error('nothing was imported');
  expect(await client['articles.get']({ uid: article.uid })).toMatchObject({ versionCount: 2 });
  // Undo shows the former text again, in the same step.
  await client['journal.undo']({});
  const { text } = await client['articles.content']({ uid: article.uid });
  expect(text).not.toContain('a paragraph that is new');
  expect((await client['journal.state']({})).undo).toMatchObject({ kind: 'import' });
});

it('that cannot be had leave the rest of their row', async () => {
  const { client } = await makeContext();
  const folder = writeFolder({
    'good.html': articlePage('Rain'),
    'bad.html': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
  });
  const run = await importWhole(client, folder, { format: 'saved-pages' });
  expect(run.counts).toMatchObject({ imported: 1 });
  const rows = await rowsOf(client, run);
  expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['failed', 'imported']);
});

it('are read one ahead: while one is written, the parse process has the next', async () => {
  const asked: string[] = [];
  let begun: (() => void) | undefined;
  const secondIsAsked = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const parser: PageParser = {
    async read(input, signal) {
      asked.push(input.url ?? '');
      if (asked.length === 2) begun?.();
      // Would wait for ever if each page had to be written before the next is asked for.
      if (asked.length === 1) await secondIsAsked;
      return directParser.read(input, signal);
    },
  };
  const { client } = await makeContext({ parser });
  const urls = ['one', 'two', 'three'].map((name) => `https://tides.example/${name}`);
  const run = await importWhole(client, wallabagOf(urls));
  expect(run.counts).toEqual({ imported: 3, merged: 0, skipped: 0, failed: 0 });
  // Each once.
  expect(asked).toEqual(urls);
  expect((await client['search.run']({ text: 'moon' })).total).toBe(3);
});

it('give way to whoever searches, each by itself; rows without a text do after their lot', async () => {
  const lengths: number[] = [];
  const { client, db } = await makeContext({
    giveWay: async () => void lengths.push(countOf()),
  });
  const countOf = () => db.prepare<[], number>('SELECT count(*) FROM article').pluck().get() ?? 0;
  const urls = ['one', 'two', 'three'].map((name) => `https://tides.example/${name}`);
  await importWhole(client, wallabagOf(urls));
  expect(lengths).toEqual([1, 2, 3]);

  const rows = ['four', 'five'].map((name) => [name, `https://tides.example/${name}`]);
  await importWhole(client, writeFile('list.csv', csv([['title', 'url'], ...rows])));
  expect(lengths).toEqual([1, 2, 3, 5]);
});
