// Our own Markdown and our own pages come back through the importer: what was known of an article, its note, its highlights, its shelves.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArticleUid } from '#contract/types/ids.ts';
import { makeContext, type TestContext } from '../../../support/make-context.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { writeFolder } from '../../../support/transfer/files.ts';
import { importWhole, rowsOf } from '../../../support/transfer/import-whole.ts';

const QUOTE = 'The *keeper* lit [the lamp] at 5 < 6 & dusk_time.';
const PAGE = `<h2>Note</h2><p>Nothing of the reader.</p><p>The *keeper* lit [the lamp] at 5 &lt; 6 &amp; dusk_time.</p>
<h2>Highlights</h2><p>Lighthouses of the north.</p>`;
const NOTE = '## Note\n\nSee <b> and ![x](y).\n\n## Highlights\n\nMine.';

const FOUND = [
  {
    id: 1,
    title: 'Lamps: "north" & south',
    url: 'https://sea.example/lamps',
    is_archived: 0,
    is_starred: 1,
    content: PAGE,
    created_at: '2016-09-08T11:55:58+0200',
    published_at: '2016-01-01T00:00:00+0100',
    published_by: ['Ann Lee'],
    tags: ['sea', 'bar baz'],
    annotations: [
      { text: '> mine\n\ntwo lines', quote: QUOTE, ranges: [] },
      { text: '', quote: 'Words that are nowhere', ranges: [] },
    ],
  },
  { id: 2, title: 'Waits & "sees"', url: 'https://sea.example/waits', content: '', tags: [] },
  { id: 3, title: 'Undated', url: 'https://sea.example/undated', content: PAGE, tags: [] },
];

async function known({ client }: TestContext) {
  const { articles } = await client['articles.list']({});
  const { entries } = await client['highlights.list']({});
  const told = await Promise.all(
    articles.map(async ({ uid }) => {
      const article = await client['articles.get']({ uid });
      const { title, sourceUrl, author, publishedAt, savedAt, starred, tags } = article;
      const marks = entries
        .filter(({ articleUid }) => articleUid === uid)
        .map(({ quote, note: own, colour, createdAt, range }) => {
          const day = new Date(createdAt).toISOString().slice(0, 10);
          return { quote, own, colour, day, placed: range !== null };
        })
        .sort((one, other) => one.quote.localeCompare(other.quote));
      const note = (await client['notes.get']({ uid }))?.markdown ?? null;
      return { title, sourceUrl, author, publishedAt, savedAt, starred, tags, marks, note };
    }),
  );
  const collections = await client['collections.list']({});
  return { told, collections: collections.map(({ name, articleCount }) => [name, articleCount]) };
}

async function firstLibrary(): Promise<{ context: TestContext; uid: ArticleUid }> {
  const context = await makeContext();
  const path = join(writeFolder({ 'wallabag.json': JSON.stringify(FOUND) }), 'wallabag.json');
  expect(await importWhole(context.client, path)).toMatchObject({ counts: { imported: 3 } });
  const { articles } = await context.client['articles.list']({});
  const uid = articles.find(({ title }) => title.startsWith('Lamps'))?.uid as ArticleUid;
  await context.client['notes.save']({ uid, markdown: NOTE });
  const top = await context.client['collections.add']({ name: 'Work / sea' });
  const low = await context.client['collections.add']({ name: 'Lamps', parent: top.uid });
  await context.client['collections.put']({ uids: [uid], uid: low.uid });
  return { context, uid };
}

test('an export to Markdown comes back with all that was known of its articles', async () => {
  const { context, uid } = await firstLibrary();
  const to = join(tempDir(), 'markdown');
  await context.client['exports.run']({ articles: 'everything', format: 'markdown', to });
  const second = await makeContext();
  expect(await importWhole(second.client, to)).toMatchObject({
    format: 'markdown',
    counts: { imported: 3, failed: 0 },
  });
  const before = await known(context);
  expect(await known(second)).toEqual(before);
  expect(before.told.flatMap(({ marks }) => marks)).toHaveLength(2);
  const { articles } = await second.client['articles.list']({});
  const back = articles.find(({ title }) => title.startsWith('Lamps'))?.uid as ArticleUid;
  const textOf = async ({ client }: TestContext, of: ArticleUid) =>
    (await client['articles.content']({ uid: of })).text;
  expect(await textOf(second, back)).toEqual(await textOf(context, uid));
});

test('what a page has written below cannot pass for a note of the reader', async () => {
  const { context } = await firstLibrary();
  const to = join(tempDir(), 'markdown');
  await context.client['exports.run']({ articles: 'everything', format: 'markdown', to });
  const [name = ''] = readdirSync(to).filter((one) => one.startsWith('Lamps'));
  const path = join(to, name);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^<!-- .* -->$/gm, ''));
  const second = await makeContext();
  await importWhole(second.client, to);
  const { told } = await known(second);
  expect(told.map(({ note, marks }) => [note, marks])).toContainEqual([null, []]);
});

test('pages of an export come back under their addresses, and the list of them is no article', async () => {
  const { context } = await firstLibrary();
  const to = join(tempDir(), 'html');
  await context.client['exports.run']({ articles: 'everything', format: 'html', to });
  const second = await makeContext();
  const run = await importWhole(second.client, to);
  expect(run).toMatchObject({ format: 'saved-pages', counts: { imported: 3, failed: 0 } });
  const facts = async (of: TestContext) =>
    (await known(of)).told.map(({ title, sourceUrl, author, publishedAt }) => [
      title,
      sourceUrl,
      author,
      publishedAt,
    ]);
  expect((await facts(second)).sort()).toEqual((await facts(context)).sort());
  const awaiting = async ({ client }: TestContext) =>
    (await client['articles.list']({})).articles.map(({ title, awaitsText }) => [
      title,
      awaitsText,
    ]);
  expect((await awaiting(second)).sort()).toEqual((await awaiting(context)).sort());
  expect(await rowsOf(second.client, run)).toContainEqual(
    expect.objectContaining({ place: 'index.html', outcome: 'skipped' }),
  );
});
