// The index follows what an article is found by, in the same step; what lags is made anew; damage is noticed.
import { expect, test } from 'vitest';
import { indexSome, inspectIndex, startIndexAnew } from '#library/search/index-keeper.ts';
import { addMissing, countLagging } from '#library/search/index-repo.ts';
import type { WriteDb } from '#library/storage/database.ts';
import { makeSearchable } from './searchable.ts';

const quote = { quote: 'a green comet', prefix: '', suffix: '', start: null, end: null };
const uidOf = async ({ search }: Awaited<ReturnType<typeof makeSearchable>>, text: string) =>
  (await search(text)).hits[0]?.article.uid ?? ('' as never);

test('notes, highlights and titles are found from the step that wrote them, and no more once it is undone', async () => {
  const searchable = await makeSearchable({
    First: 'alpha, and a green comet',
    Second: 'alpha beta',
  });
  const { find, context } = searchable;
  const { client, db } = context;
  const uid = await uidOf(searchable, 'comet');

  await client['notes.save']({ uid, markdown: 'Remember *quokkas*.' });
  expect(await find('quokkas')).toEqual(['First']);
  await client['journal.undo']({});
  expect(await find('quokkas')).toEqual([]);
  await client['journal.redo']({});
  expect(await find('quokkas')).toEqual(['First']);

  const { highlight } = await client['highlights.add']({
    uid,
    colour: 'yellow',
    anchor: quote,
    note: 'a wombat',
  });
  expect(await find('wombat')).toEqual(['First']);
  await client['highlights.change']({ uids: [highlight.uid], note: 'a numbat' });
  expect([await find('wombat'), await find('numbat')]).toEqual([[], ['First']]);
  await client['highlights.remove']({ uids: [highlight.uid] });
  expect(await find('numbat')).toEqual([]);
  await client['journal.undo']({});
  expect(await find('numbat')).toEqual(['First']);

  await client['articles.describe']({ uid, title: 'Dusk' });
  expect([await find('first'), await find('dusk')]).toEqual([[], ['Dusk']]);
  await client['journal.undo']({});
  expect([await find('first'), await find('dusk')]).toEqual([['First'], []]);
  expect(countLagging(db)).toBe(0);
});

test('each field has a column of its own, headings among them', async () => {
  const { context } = await makeSearchable({
    Title: {
      text: 'Body & soul\nHeading one\nmore',
      html: '<p>Body &amp; soul</p><h2 id="x">Heading <em>one</em> &amp; all</h2><p>more</p>',
      author: 'Ada',
      siteName: 'Site',
    },
  });
  const inColumn = (column: string, word: string) =>
    context.db
      .prepare<[string], number>('SELECT count(*) FROM search_index WHERE search_index MATCH ?')
      .pluck()
      .get(`${column} : "${word}"`);
  expect(['heading', 'one', 'all', 'body'].map((word) => inColumn('headings', word))).toEqual([
    1, 1, 1, 0,
  ]);
  expect([inColumn('author', 'ada'), inColumn('site', 'site'), inColumn('title', 'title')]).toEqual(
    [1, 1, 1],
  );
  expect([inColumn('body', 'heading'), inColumn('body', 'ada')]).toEqual([1, 0]);
});

test('what a new version of the rules outdates is found as it was until it is made anew, the newest first', async () => {
  const searchable = await makeSearchable(
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`t${i}`, `alpha word${i}`])),
  );
  const { search, find, context } = searchable;
  const db: WriteDb = context.db;
  const state = () => context.client['search.indexState']({});
  expect(await state()).toEqual({ done: 30, total: 30 });
  db.exec('UPDATE index_state SET normaliser_version = 0');
  inspectIndex(db);
  expect(await state()).toEqual({ done: 0, total: 30 });
  expect(await search('alpha')).toMatchObject({
    total: 30,
    hint: expect.stringContaining('0 of 30'),
  });

  startIndexAnew(db);
  expect(await find('alpha')).toEqual([]);
  expect(indexSome(db, 2)).toBe(28);
  expect((await find('alpha')).toSorted()).toEqual(['t28', 't29']);
  while (indexSome(db) > 0);
  expect(await search('alpha')).toMatchObject({ total: 30, hint: null });
});

test('a damaged index makes no search fail, is noticed, and made anew', async () => {
  const { search, find, context } = await makeSearchable({
    First: 'alpha beta',
    Second: 'alpha gamma',
  });
  const db: WriteDb = context.db;
  db.unsafeMode(true);
  db.exec('DELETE FROM search_index WHERE rowid = 1; DELETE FROM index_pending');
  expect(addMissing(db)).toBe(1);
  db.exec("UPDATE search_index_data SET block = x'0000' WHERE id > 10");
  expect(await search('alpha')).toMatchObject({
    hits: [],
    hint: expect.stringContaining('damaged'),
  });
  inspectIndex(db);
  while (indexSome(db) > 0);
  expect(await find('alpha')).toHaveLength(2);
});
