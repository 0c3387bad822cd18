// The index follows the articles, and stays sound.
import { expect, test } from 'vitest';
import { recreateIndex } from '#library/search/index-repo.ts';
import type { SearchFields } from '#library/search/search-index.ts';
import {
  indexArticle,
  indexArticles,
  reindex,
  unindexArticle,
} from '#library/search/search-index.ts';
import { transaction, type WriteDb } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeSearchable } from './searchable.ts';

const fields = (some: Partial<SearchFields>): SearchFields => ({
  title: '',
  headings: '',
  body: '',
  author: '',
  site: '',
  note: '',
  highlight: '',
  ...some,
});
const check = (db: WriteDb) =>
  db.exec(`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 0)`);
const idOf = (db: WriteDb, title: string) =>
  db.prepare<[string], number>('SELECT id FROM article WHERE title = ?').pluck().get(title) ?? 0;

test('finds an article by what it is now, and no more by what it was', async () => {
  const { find, context } = await makeSearchable({ First: 'alpha beta', Second: 'alpha gamma' });
  const { db } = context;
  const id = idOf(db, 'First');
  expect(await find('beta')).toEqual(['First']);

  const changed = { title: 'First', body: 'alpha delta 图书馆', author: 'Ada Lovelace' };
  reindex(db, [{ id, fields: fields(changed) }]);
  expect(await find('beta')).toEqual([]);
  expect(await find('delta')).toEqual(['First']);
  expect(await find('书馆')).toEqual(['First']);
  expect(await find('lovelace')).toEqual(['First']);
  expect(await find('alpha')).toHaveLength(2);
  check(db);

  unindexArticle(db, id);
  expect(await find('delta')).toEqual([]);
  expect(await find('alpha')).toEqual(['Second']);
  unindexArticle(db, id);
  check(db);

  indexArticle(db, id, fields({ title: 'First', body: 'alpha' }));
  expect(await find('alpha')).toHaveLength(2);
  check(db);
});

test('stays sound through many changes', async () => {
  const texts = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`t${i}`, `word${i} all`]));
  const { find, search, context } = await makeSearchable(texts);
  const { db } = context;
  for (let round = 0; round < 5; round++) {
    for (let i = round; i < 60; i += 3) {
      const body = `word${i} all round${round}`;
      reindex(db, [{ id: idOf(db, `t${i}`), fields: fields({ title: `t${i}`, body }) }]);
    }
  }
  for (let i = 0; i < 60; i += 7) unindexArticle(db, idOf(db, `t${i}`));
  check(db);
  expect((await search('all')).total).toBe(51);
  expect(await find('word8')).toEqual(['t8']);
  expect(await find('word7')).toEqual([]);
});

test('the check does notice damage', async () => {
  const { context } = await makeSearchable({ First: 'alpha beta', Second: 'alpha gamma' });
  check(context.db);
  context.db.unsafeMode(true);
  context.db.exec(`UPDATE search_index_data SET block = zeroblob(40)
    WHERE id = (SELECT max(id) FROM search_index_data)`);
  expect(() => check(context.db)).toThrow('corruption found');
});

test('what is not in the index is not found, and an entry without an article is passed over', async () => {
  const { find, context } = await makeSearchable({ First: 'alpha beta', Second: 'alpha gamma' });
  indexArticle(context.db, 9999, fields({ title: 'Ghost', body: 'alpha' }));
  expect(await find('alpha')).toEqual(['Second', 'First']);
  expect(await find('ghost')).toEqual([]);
});

test('articles that come together are one piece of the index, in whatever order; apart, each is one', async () => {
  const { find, context } = await makeSearchable({});
  const { db } = context;
  const pieces = () =>
    db.prepare<[], number>('SELECT count(DISTINCT segid) FROM search_index_idx').pluck().get() ?? 0;
  const insert = (text: string, indexed: true | 'later') =>
    insertWholeArticle(context, { title: text, text, indexed });
  transaction(db, () => {
    for (const word of ['one', 'two', 'three']) insert(word, true);
  });
  expect(pieces()).toBe(3);
  transaction(db, () => {
    const made = ['four', 'five', 'six'].map((word) => insert(word, 'later'));
    indexArticles(db, made.toReversed());
  });
  expect(pieces()).toBe(4);
  expect([await find('one'), await find('five')]).toEqual([['one'], ['five']]);
  check(db);
});

test('a lot of an import is one piece, though it is more than FTS5 gathers by itself', async () => {
  const { context } = await makeSearchable({});
  const { db } = context;
  const pieces = () =>
    db.prepare<[], number>('SELECT count(DISTINCT segid) FROM search_index_idx').pluck().get();
  const lot = Array.from({ length: 20 }, (_, at) => ({
    id: at + 1,
    fields: fields({
      body: Array.from({ length: 1500 }, (_, word) => `w${at * 1500 + word}`).join(' '),
    }),
  }));
  const index = () => transaction(db, () => indexArticles(db, lot));
  index();
  expect(pieces()).toBe(1);
  // Made anew, it gathers as much.
  recreateIndex(db);
  index();
  expect(pieces()).toBe(1);
  // The control: what it would be otherwise.
  recreateIndex(db);
  db.exec(`INSERT INTO search_index (search_index, rank) VALUES ('hashsize', ${1024 * 1024})`);
  index();
  expect(pieces()).toBeGreaterThan(1);
});
