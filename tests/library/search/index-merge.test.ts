// The index is put in one piece again once nobody writes, and says the same afterwards.
import { expect, test } from 'vitest';
import { indexMerge } from '#library/search/index-merge.ts';
import type { WriteDb } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

const pieces = (db: WriteDb) =>
  ['search_index', 'title_index'].map((table) =>
    db.prepare<[], number>(`SELECT count(DISTINCT segid) FROM ${table}_idx`).pluck().get(),
  );

test('many pieces become one, and everything is found as before', async () => {
  const context = await makeContext();
  const { db, client } = context;
  db.pragma('synchronous = OFF');
  for (let at = 0; at < 183; at++) {
    insertWholeArticle(context, {
      title: `Number ${at}`,
      text: `shared word${at} ${'more '.repeat(at)}`,
    });
  }
  const before = pieces(db);
  expect(before.every((count) => (count ?? 0) >= 8)).toBe(true);
  const total = async (text: string) => (await client['search.run']({ text, limit: 1 })).total;
  const answers = () => Promise.all(['shared', 'word17', 'title:number', 'more'].map(total));
  const found = await answers();
  expect(found).toEqual([183, 1, 183, 182]);

  const merge = indexMerge(db);
  const untilDone = () => {
    let steps = 0;
    while (merge.step()) steps++;
    return steps;
  };
  expect(merge.step()).toBe(false);
  // The first look only sees that somebody has written: while articles come in, nothing is joined.
  insertWholeArticle(context, { title: 'Meanwhile' });
  expect(merge.step()).toBe(false);
  expect(untilDone()).toBeGreaterThan(1);
  expect(pieces(db)).toEqual([1, 1]);
  expect(await answers()).toEqual(found);
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');

  expect(untilDone()).toBe(0);
  insertWholeArticle(context, { title: 'Later' });
  expect([merge.step(), untilDone()]).toEqual([false, 0]);
});

test('small pieces are joined with each other, and the large one beside them stays as it is', async () => {
  const context = await makeContext();
  const { db, client } = context;
  db.pragma('synchronous = OFF');
  const words = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ');
  const merge = indexMerge(db);
  const untilDone = () => {
    let steps = 0;
    while (merge.step()) steps++;
    return steps;
  };
  // In two pieces first: what was joined lies behind what comes later.
  for (const from of [0, 30_000]) {
    insertWholeArticle(context, { title: 'Large', text: words(from, 30_000) });
  }
  for (const table of ['search_index', 'title_index']) {
    db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  }
  const large = db
    .prepare<[], number>('SELECT segid FROM search_index_idx GROUP BY segid ORDER BY count(*) DESC')
    .pluck();
  const before = large.get();
  for (let at = 0; at < 11; at++) {
    insertWholeArticle(context, { title: `Small ${at}`, text: `tiny ${words(100 * at, 50)}` });
  }
  expect(pieces(db)).toEqual([12, 12]);
  const titles = async (text: string) =>
    (await client['search.run']({ text })).hits.map(({ article }) => article.title);
  const found = [await titles('tiny'), await titles('word101'), await titles('title:small')];
  expect(found.map(({ length }) => length)).toEqual([11, 2, 11]);

  expect(merge.step()).toBe(false);
  // More would mean that it goes on with what cannot be joined.
  expect(untilDone()).toBeLessThan(12);
  // Titles are so short that the large one is no larger than the others.
  expect(pieces(db)).toEqual([2, 1]);
  expect(large.get()).toBe(before);
  expect([await titles('tiny'), await titles('word101'), await titles('title:small')]).toEqual(
    found,
  );
  expect(merge.step()).toBe(false);
});
