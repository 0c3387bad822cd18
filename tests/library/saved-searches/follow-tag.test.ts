// A saved search goes on finding what it found when a tag in it gets another name.
import { expect, it } from 'vitest';
import { withTag } from '#library/saved-searches/follow-tag.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

it.each([
  ['tag:water bridge', 'tag:sea bridge'],
  ['bridge -tag:Water "tag:water"', 'bridge -tag:sea "tag:water"'],
  ['TAG:"water" OR tag:(a OR WATER)', 'TAG:sea OR tag:(a OR sea)'],
  ['NOT tag:water tag:waterfall water', 'NOT tag:sea tag:waterfall water'],
])('%s', (query, next) => {
  expect(withTag(query, 'water', 'sea')).toBe(next);
  expect(withTag(query, 'ice', 'sea')).toBe(query);
});

it('a name of several words is put between quotation marks', () => {
  expect(withTag('tag:water x', 'water', 'the open sea')).toBe('tag:"the open sea" x');
  expect(withTag('-tag:"the open sea"', 'The Open Sea', 'water')).toBe('-tag:water');
});

it('follows a rename and a merge, and goes back with them', async () => {
  const context = await makeContext();
  const { client } = context;
  insertWholeArticle(context, { tags: ['water', 'lake'] });
  await client['savedSearches.add']({ name: 'Wet', query: 'tag:water' });
  await client['savedSearches.add']({ name: 'Still', query: 'tag:lake is:unread' });
  const saved = async () => (await client['savedSearches.list']({})).map(({ query }) => query);
  const uidOf = async (name: string) => {
    const tags = await client['tags.list']({});
    return tags.find((tag) => tag.name === name)?.uid as never;
  };
  await client['tags.rename']({ uid: await uidOf('water'), name: 'open sea' });
  expect(await saved()).toEqual(['tag:"open sea"', 'tag:lake is:unread']);
  await client['tags.merge']({ keep: await uidOf('open sea'), others: [await uidOf('lake')] });
  expect(await saved()).toEqual(['tag:"open sea"', 'tag:"open sea" is:unread']);
  expect(context.events.at(-1)).toMatchObject({
    topics: expect.arrayContaining(['saved-searches']),
  });
  await client['journal.undo']({});
  await client['journal.undo']({});
  expect(await saved()).toEqual(['tag:water', 'tag:lake is:unread']);
});
