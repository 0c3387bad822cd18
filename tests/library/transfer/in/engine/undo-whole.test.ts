// After an import was taken back the library is the one before, row by row; and after Redo the one that the import had made.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LibraryEvent } from '#contract/events.ts';
import { TagName } from '#contract/types/tag.ts';
import { insertWholeArticle } from '../../../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../../../support/make-context.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { csv } from '../../../../support/transfer/csv.ts';
import { writeFile, writeFolder } from '../../../../support/transfer/files.ts';
import { importWhole } from '../../../../support/transfer/import-whole.ts';
import { libraryRows } from '../../../../support/transfer/library-rows.ts';
import { articleUids, livingRows } from '../../../../support/transfer/living-rows.ts';
import { wholeLibrary } from '../../../../support/transfer/whole-library.ts';

const WAITING = 'https://tides.example/tables';
const COLUMNS = ['URL', 'Title', 'Selection', 'Folder', 'Timestamp', 'Tags'];
const TEXT =
  'The quixotic owl sat still until the morning came over the hills and the tide went out.';

const links = (...rows: readonly string[][]) =>
  writeFile('instapaper.csv', csv([COLUMNS, ...rows]));

/** A note of a vault that is the text of the article that waits. */
const vault = () =>
  writeFolder({
    'Tides.md': `---\nsource: ${WAITING}\nauthor: Ada\ntags: [moon]\n---\n\n# Tides\n\n${TEXT}\n`,
  });

async function withWaiting(): Promise<TestContext> {
  const context = await makeContext();
  insertWholeArticle(context, {
    sourceUrl: 'https://tides.example/old',
    urlKey: 'tides.example/old',
    tags: ['sea'],
  });
  await importWhole(context.client, links([WAITING, 'Tides', '', 'Unread', '1588334400', '[]']));
  context.ports.clock.tick();
  return context;
}

const oldOne = async ({ client }: TestContext) => {
  const [old] = (await client['articles.list']({ tag: TagName.parse('sea') })).articles;
  if (!old) throw new Error('it is there');
  return old.uid;
};

const found = async ({ client }: TestContext) =>
  (await client['search.run']({ text: 'quixotic' })).hits.map(({ article }) => article.title);

for (const by of ['journal', 'report'] as const) {
  it(`takes a text away that filled a waiting article, and all it brought along (${by})`, async () => {
    const context = await withWaiting();
    const { client, db, ports } = context;
    const known = articleUids(db);
    const before = livingRows(db, known);
    expect(before.awaited_text).toHaveLength(1);
    const run = await importWhole(client, vault(), { format: 'markdown', fetch: true });
    expect(run.counts).toMatchObject({ merged: 1 });
    const after = libraryRows(db);
    expect(await found(context)).toEqual(['Tides']);
    expect(livingRows(db, known)).not.toEqual(before);

    const undo = async () => {
      ports.clock.tick();
      if (by === 'journal') await client['journal.undo']({});
      else {
        const uid = await oldOne(context);
        await client['articles.star']({ uids: [uid], starred: true });
        await client['imports.undo'](run);
        await client['articles.star']({ uids: [uid], starred: false });
      }
    };
    await undo();
    expect(livingRows(db, known)).toEqual(before);
    expect(await found(context)).toEqual([]);

    // Whoever imports it once more has it again, and one version of it.
    await importWhole(client, vault(), { format: 'markdown', fetch: true });
    expect(await found(context)).toEqual(['Tides']);
    expect(libraryRows(db).snapshot).toEqual(after.snapshot);
    expect(libraryRows(db).reader_content).toEqual(after.reader_content);
  });
}

it('comes back by Redo as it was', async () => {
  const context = await withWaiting();
  const { client, db } = context;
  const known = articleUids(db);
  await importWhole(client, vault(), { format: 'markdown' });
  const after = livingRows(db, known);
  await client['journal.undo']({});
  expect(livingRows(db, known)).not.toEqual(after);
  await client['journal.redo']({});
  expect(livingRows(db, known)).toEqual(after);
  expect(await found(context)).toEqual(['Tides']);
});

it('takes tags and collections away that nobody else has come to need', async () => {
  const context = await withWaiting();
  const { client, db } = context;
  const known = articleUids(db);
  const before = livingRows(db, known);
  const run = await importWhole(
    client,
    links(
      ['https://tides.example/old', 'Old', '', 'Sea', '1588334400', '["ebb", "kept"]'],
      ['https://tides.example/new', 'New', '', 'Sea', '1588334401', '["ebb", "flood", "sea"]'],
    ),
    { tags: ['from instapaper'] },
  );
  const after = libraryRows(db);
  await client['journal.undo']({});
  expect(livingRows(db, known)).toEqual(before);
  expect(await client['tags.list']({ unused: true })).toMatchObject([{ name: 'sea' }]);
  await client['journal.redo']({});
  const again = libraryRows(db);
  for (const table of ['tag', 'article_tag', 'collection', 'collection_article']) {
    expect([table, again[table]]).toEqual([table, after[table]]);
  }

  // What a person has put under one of them since stays there.
  const waiting = (await client['articles.list']({})).articles.find(
    ({ title }) => title === 'Tides',
  );
  if (!waiting) throw new Error('it is there');
  await client['tags.add']({ uids: [waiting.uid], name: TagName.parse('kept') });
  await client['imports.undo'](run);
  const tags = await client['tags.list']({ unused: true });
  expect(tags.map(({ name, articleCount }) => [name, articleCount])).toEqual([
    ['kept', 1],
    ['sea', 1],
  ]);
});

it('takes back of one article what nobody has changed since', async () => {
  const { client } = await withWaiting();
  const row = [WAITING, 'Tides', '', 'Starred', '1500000000', '[]'];
  const run = await importWhole(client, links(row));
  expect(run.counts).toMatchObject({ merged: 1 });
  const article = async () => {
    const { articles } = await client['articles.list']({});
    return articles.find(({ title }) => title.startsWith('Tides'));
  };
  expect(await article()).toMatchObject({ starred: true, savedAt: 1_500_000_000_000 });
  const uid = (await article())?.uid;
  if (!uid) throw new Error('it is there');
  await client['articles.star']({ uids: [uid], starred: false });
  await client['imports.undo'](run);
  expect(await article()).toMatchObject({ starred: false, savedAt: 1_588_334_400_000 });
});

it('takes a whole full export away: settings, collections, saved searches, jobs', async () => {
  const first = await wholeLibrary();
  const all = join(tempDir(), 'all');
  await first.client['exports.run']({ articles: 'everything', format: 'full', to: all });
  const context = await makeContext();
  const { client, db } = context;
  await client['settings.change']({ theme: 'sepia' });
  const before = livingRows(db, new Set());
  await importWhole(client, all, { fetch: true });
  const after = libraryRows(db);
  for (const table of ['setting', 'tag', 'collection', 'saved_search', 'clip_job']) {
    expect([table, after[table]]).not.toEqual([table, before[table]]);
  }
  const events: LibraryEvent[] = context.events.splice(0);
  expect(events.length).toBeGreaterThan(0);
  await client['journal.undo']({});
  expect(livingRows(db, new Set())).toEqual(before);
  const told = context.events.flatMap((event) => (event.kind === 'changed' ? event.topics : []));
  expect(told).toEqual(expect.arrayContaining(['settings', 'saved-searches', 'tags']));
  await client['journal.redo']({});
  const again = libraryRows(db);
  for (const table of [
    'setting',
    'tag',
    'article_tag',
    'collection',
    'collection_article',
    'saved_search',
    'clip_job',
  ]) {
    expect([table, again[table]]).toEqual([table, after[table]]);
  }
});
