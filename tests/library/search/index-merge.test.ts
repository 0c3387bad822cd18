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
