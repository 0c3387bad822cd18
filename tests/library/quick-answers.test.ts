// What is answered in the owner's own thread: the same as a reader thread answers, and nothing that may take long.
import { expect, onTestFinished, test } from 'vitest';
import { isRange } from '#library/articles/list-repo.ts';
import { quickAnswers } from '#library/quick-answers.ts';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { packChunk, replaceChunks } from '#library/search/vocabulary-chunks.ts';
import { transaction } from '#library/storage/database.ts';
import { insertWholeArticle } from '../support/insert-article.ts';
import { makeContext } from '../support/make-context.ts';
import { makeLibrary } from '../support/make-library.ts';

async function makeHarbour() {
  const context = await makeContext();
  const texts = {
    Ebb: 'The tide leaves the harbour dry, and the boats lie on their sides.',
    Flood: 'With the tide the boats come up; the pilot waits for the last of them.',
    Slack: 'Between two tides nothing moves but the gulls.',
  };
  for (const [title, text] of Object.entries(texts)) {
    context.ports.clock.tick();
    insertWholeArticle(context, { title, text });
  }
  const steps = vocabularyBuild(context.db);
  while (!steps.step());
  const quick = quickAnswers({ dir: context.dir, tellIndexDamage: () => {} });
  onTestFinished(() => quick.close());
  return { context, quick };
}

test('the answers are those of the handlers', async () => {
  const { context, quick } = await makeHarbour();
  const { client } = context;
  const { articles } = await client['articles.list']({});
  const uid = articles[0]?.uid as never;
  expect(quick.answer('articles.list', {})).toEqual(await client['articles.list']({}));
  expect(quick.answer('articles.counts', {})).toEqual(await client['articles.counts']({}));
  expect(quick.answer('articles.get', { uid })).toEqual(await client['articles.get']({ uid }));
  expect(quick.answer('tags.list', {})).toEqual(await client['tags.list']({}));
  for (const text of [
    'tide',
    'boats tide',
    '"the boats"',
    'tide -pilot',
    'gulls OR pilot',
    'boa*',
  ]) {
    const found = await client['search.run']({ text });
    expect(found.hits.length).toBeGreaterThan(0);
    expect(quick.answer('search.run', { text })).toEqual(found);
    expect(quick.answer('search.exact', { text })).toEqual(await client['search.exact']({ text }));
  }
});

test('what may take long, or has to be refused, is left to a reader thread', async () => {
  const { quick } = await makeHarbour();
  const left = (name: string, input: unknown) => quick.answer(name, input) === null;
  expect(left('search.run', { text: 'tide' })).toBe(false);
  const searches = [
    '',
    'b*',
    '*oat*',
    'tide tag:x',
    'tide sort:newest',
    'tide gulls pilot',
    'zeppelin',
  ];
  const long = 'tide '.repeat(50);
  expect([...searches, long].filter((text) => !left('search.run', { text }))).toEqual([]);
  expect(left('search.run', { text: 7 })).toBe(true);
  expect(left('search.suggest', { text: 'tide' })).toBe(true);
  expect(left('constructor', {})).toBe(true);
  expect(left('articles.list', { list: 'starred', sort: 'title' })).toBe(true);
});

test('an exact answer is left to a reader thread where more articles may match than are ranked at once', async () => {
  const { context, quick } = await makeHarbour();
  // A library in which half of what was ever saved is about tides, as far as the vocabulary tells.
  transaction(context.db, () =>
    replaceChunks(context.db, [
      packChunk([
        { word: 'boats', count: 2 },
        { word: 'gulls', count: 4999 },
        { word: 'tide', count: 5001 },
      ]),
    ]),
  );
  const isLeft = (call: string, text: string) => quick.answer(call, { text }) === null;
  const few = ['boats', 'gulls', 'boats tide', 'boats (gulls OR tide)', 'boats -gulls'];
  expect(few.filter((text) => isLeft('search.exact', text))).toEqual([]);
  const many = ['tide', 'boats OR tide', 'boats OR gulls', '-boats'];
  expect(many.filter((text) => !isLeft('search.exact', text))).toEqual([]);
  expect(many.filter((text) => isLeft('search.run', text))).toEqual([]);
});

test('lists that are ranges of an index are told from those that are picked out', () => {
  const page = { list: 'all', sort: 'newest' } as const;
  expect([
    isRange(page),
    isRange({ ...page, list: 'starred' }),
    isRange({ ...page, sort: 'title' }),
    isRange({ ...page, tag: 'sea' }),
    isRange({ ...page, collection: 'c', sort: 'by-hand' }),
  ]).toEqual([true, true, true, true, true]);
  expect([
    isRange({ ...page, list: 'starred', sort: 'title' }),
    isRange({ ...page, list: 'starred', tag: 'sea' }),
    isRange({ ...page, sort: 'title', tag: 'sea' }),
    isRange({ ...page, collection: 'c' }),
  ]).toEqual([false, false, false, false]);
});

test('what is committed is seen at once', async () => {
  const { client } = await makeLibrary();
  const clipped = await client['clip.fromPasted']({ text: 'A lantern on the pier.' });
  const { articles } = await client['articles.list']({});
  expect(articles.map(({ title }) => title)).toEqual([clipped.title]);
  const [{ uid, starred } = { uid: '' as never, starred: true }] = articles;
  expect(starred).toBe(false);
  await client['articles.star']({ uids: [uid], starred: true });
  expect(await client['articles.get']({ uid })).toMatchObject({ starred: true });
});
