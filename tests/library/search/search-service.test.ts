// Searching a library: what is found, in which order, and what is said about it.

import { expect, test } from 'vitest';
import { SearchPage } from '#contract/types/search.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeSearchable, shown } from './searchable.ts';

const articles = {
  Bridges: {
    text: 'Stone bridges of the north.',
    tags: ['History', 'two words'],
    site: 'blog.example.org',
  },
  Rivers: { text: 'A river under stone arches.', tags: ['history'], site: 'example.org' },
  'Stone age': { text: 'Long ago.', site: 'notexample.org' },
  Gardens: { text: 'Roses and the like.', tags: ['Garten'] },
};

test('finds by words, phrases, beginnings, exclusions', async () => {
  const { find } = await makeSearchable(articles);
  expect(await find('stone')).toEqual(['Stone age', 'Rivers', 'Bridges']);
  expect(await find('stone bridges')).toEqual(['Bridges']);
  expect(await find('bridges stone')).toEqual(['Bridges']);
  expect(await find('"bridges stone"')).toEqual([]);
  expect(await find('"stone bridges"')).toEqual(['Bridges']);
  expect(await find('"stone brid"')).toEqual([]);
  expect(await find('brid')).toEqual([]);
  expect(await find('brid*')).toEqual(['Bridges']);
  expect(await find('stone -river')).toEqual(['Stone age', 'Bridges']);
  expect(await find('stone -"of the" -ag*')).toEqual(['Rivers']);
  expect(await find('-stone')).toEqual(['Gardens']);
  expect(await find('-"of the" -river')).toEqual(['Gardens', 'Stone age']);
});

test('filters by tag and site, alone and with words', async () => {
  const { find } = await makeSearchable(articles);
  expect(await find('tag:history')).toEqual(['Rivers', 'Bridges']);
  expect(await find('TAG:HISTORY stone')).toEqual(['Rivers', 'Bridges']);
  expect(await find('tag:"two words"')).toEqual(['Bridges']);
  expect(await find('tag:history tag:"Two Words"')).toEqual(['Bridges']);
  expect(await find('-tag:history')).toEqual(['Gardens', 'Stone age']);
  expect(await find('stone -tag:history')).toEqual(['Stone age']);
  expect(await find('site:example.org')).toEqual(['Rivers', 'Bridges']);
  expect(await find('site:blog.example.org')).toEqual(['Bridges']);
  expect(await find('site:example stone')).toEqual(['Rivers', 'Bridges']);
  expect(await find('-site:example.org')).toEqual(['Gardens', 'Stone age']);
  expect(await find('stone -site:example.org')).toEqual(['Stone age']);
  expect(await find('tag:history -site:blog.example.org -roses')).toEqual(['Rivers']);
  expect(
    await find('stone tag:history tag:history site:example.org -tag:garten -site:other'),
  ).toEqual(['Rivers', 'Bridges']);
});

test('says which tag there is not', async () => {
  const { search } = await makeSearchable(articles);
  expect((await search('stone tag:histoire')).hint).toBe('There is no tag “histoire”.');
  expect((await search('stone tag:history')).hint).toBe(null);
  expect((await search(`tag:${'x'.repeat(5000)}`)).hint).toBe(
    `There is no tag “${'x'.repeat(40)}…”.`,
  );
});

test('gives a hint where there is nothing to search for', async () => {
  const { search } = await makeSearchable(articles);
  const nothing = {
    hits: [],
    total: 0,
    totalIsExact: true,
    rankedAll: true,
    sort: 'relevance',
    isPartial: false,
    instead: null,
  };
  const letterless = 'There are no letters or digits in this to search for.';
  expect(await search('')).toEqual({ ...nothing, hint: 'Type a word to search for.' });
  expect(await search(' \n\t　')).toEqual({ ...nothing, hint: 'Type a word to search for.' });
  expect(await search('?!*')).toEqual({ ...nothing, hint: letterless });
  expect(await search('-')).toEqual({ ...nothing, hint: letterless });
  expect(await search('tag:')).toEqual({
    ...nothing,
    hint: '“tag:” needs a value, as in tag:history.',
  });
  expect((await search('stone')).hint).toBe(null);
});

test('answers with a page of the contract', async () => {
  const { search } = await makeSearchable(articles);
  const page = await search('stone');
  expect(SearchPage.parse(page)).toEqual(page);
  expect(page).toMatchObject({ total: 3, totalIsExact: true, rankedAll: true, hint: null });
  const scores = page.hits.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.at(-1)).toBeGreaterThan(0);
  expect(
    page.hits.map(({ title, passages }) => [shown(title), shown(passages[0]?.parts ?? [])]),
  ).toEqual([
    ['[Stone] age', 'Long ago.'],
    ['Rivers', 'A river under [stone] arches.'],
    ['Bridges', '[Stone] bridges of the north.'],
  ]);
  expect(page.hits.map(({ passages, more, found }) => [passages[0]?.start, more, found])).toEqual([
    [null, 0, ['title']],
    [14, 0, ['text']],
    [0, 0, ['text']],
  ]);
  const one = await search('stone', 1);
  expect(one).toEqual({ ...page, hits: page.hits.slice(0, 1) });
});

test('gives twenty hits, each with its passage, unless more are asked for', async () => {
  const { context } = await makeSearchable(
    Object.fromEntries(Array.from({ length: 23 }, (_, at) => [`Pier ${at}`, 'A stone pier.'])),
  );
  const page = await context.client['search.run']({ text: 'stone' });
  expect(page.hits).toHaveLength(20);
  expect(page.total).toBe(23);
  for (const { passages } of page.hits) {
    expect(shown(passages[0]?.parts ?? [])).toBe('A [stone] pier.');
  }
  const all = await context.client['search.run']({ text: 'stone', limit: 30 });
  expect(all.hits).toHaveLength(23);
});

test('puts a word in the title first, then how much of the text it is, then the newer article', async () => {
  const { find } = await makeSearchable({
    'An old text': 'lantern and other things that make the text a longer one by far',
    'A short text': 'lantern now',
    'Of the lantern': 'nothing else',
    'Twin one': 'a harbour',
    'Twin two': 'a harbour',
  });
  expect(await find('lantern')).toEqual(['Of the lantern', 'A short text', 'An old text']);
  expect(await find('harbour')).toEqual(['Twin two', 'Twin one']);
});

test('leaves the trash out, and finds what comes back from it', async () => {
  const { find, search, context } = await makeSearchable(articles);
  const [uid] = (await search('"stone age"')).hits.map(({ article }) => article.uid);
  if (!uid) throw new Error('The control finds nothing.');
  await context.client['articles.trash']({ uids: [uid], trashed: true });
  expect(await find('stone')).toEqual(['Rivers', 'Bridges']);
  expect((await search('stone')).total).toBe(2);
  expect(await find('sto*')).toEqual(['Rivers', 'Bridges']);
  expect(await find('st*')).toEqual(['Rivers', 'Bridges']);
  expect(await find('-roses')).toEqual(['Rivers', 'Bridges']);
  expect(await find('-site:other')).toEqual(['Gardens', 'Rivers', 'Bridges']);
  await context.client['articles.trash']({ uids: [uid], trashed: false });
  expect(await find('stone')).toEqual(['Stone age', 'Rivers', 'Bridges']);
});

test('finds archived articles', async () => {
  const { find, search, context } = await makeSearchable(articles);
  const uids = (await search('roses')).hits.map(({ article }) => article.uid);
  await context.client['articles.archive']({ uids, archived: true });
  expect(await find('roses')).toEqual(['Gardens']);
});

test('ranks the newest matches of a word that is nearly everywhere, and counts all', async () => {
  const { find, search, context } = await makeSearchable({ Oldest: 'common rare of the' });
  context.db.transaction(() => {
    for (let i = 0; i < 2100; i++) {
      insertWholeArticle(context, { title: `Filler ${i}`, text: 'common words of the like' });
    }
  })();
  expect(await search('common', 1)).toMatchObject({
    total: 2101,
    totalIsExact: true,
    rankedAll: false,
  });
  expect(await find('common rare')).toEqual(['Oldest']);
  expect(await search('rare')).toMatchObject({ total: 1, totalIsExact: true, rankedAll: true });
  // What is too costly to rank stands in first-matches.test.ts.
  expect(await search('"of the"', 3)).toMatchObject({ total: 2101, rankedAll: false });
  expect(await search('ra*')).toMatchObject({ total: 1, totalIsExact: true, rankedAll: true });
  expect(await search('"rare of the"')).toMatchObject({ total: 1, totalIsExact: true });
  expect((await search('common words of the like filler -rare')).total).toBe(2100);
});
