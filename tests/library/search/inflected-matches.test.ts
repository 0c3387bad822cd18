// Articles with another form of a word follow those with the word itself.
import { expect, test } from 'vitest';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { makeSearchable, shown } from './searchable.ts';

const lang = 'en';

async function makeLibrary(articles: Parameters<typeof makeSearchable>[0]) {
  const library = await makeSearchable(articles);
  const steps = vocabularyBuild(library.context.db);
  while (!steps.step());
  return library;
}

const few = {
  Lighthouses: { text: 'Lighthouses, nothing but lighthouses.', lang },
  Passing: { text: 'Somebody mentions one lighthouse among many other things there are.', lang },
  Light: { text: 'A house of light.', lang },
};

test('finds other forms of a word below the word itself, and marks them', async () => {
  const { find, search } = await makeLibrary(few);
  expect(await find('lighthouse')).toEqual(['Passing', 'Lighthouses']);
  expect(await find('lighthouses')).toEqual(['Lighthouses', 'Passing']);
  const page = await search('lighthouse');
  expect(page.total).toBe(2);
  expect(page.hits.map(({ title }) => shown(title))).toEqual(['Passing', '[Lighthouses]']);
  const [first, second] = page.hits;
  expect(first?.score).toBeGreaterThanOrEqual(second?.score ?? Number.POSITIVE_INFINITY);
  expect(shown(second?.passages[0]?.parts ?? [])).toBe('[Lighthouses], nothing but [lighthouses].');
  expect((await search('lighthouse', 1)).hits).toHaveLength(1);
});

test('takes each word in any of its forms, and those that are excluded as they are', async () => {
  const { find } = await makeLibrary({
    ...few,
    Both: { text: 'Keepers and lighthouses.', lang },
    Keeper: { text: 'A keeper of bees.', lang },
  });
  expect(await find('lighthouse keeper')).toEqual(['Both']);
  expect(await find('keeper -lighthouse')).toEqual(['Keeper', 'Both']);
  expect(await find('keeper OR bee')).toEqual(['Keeper', 'Both']);
  expect(await find('text:keepers')).toEqual(['Both', 'Keeper']);
});

test('leaves quotations and beginnings as they are', async () => {
  const { find } = await makeLibrary(few);
  expect(await find('"lighthouse"')).toEqual(['Passing']);
  expect(await find('lighthouses*')).toEqual(['Lighthouses']);
  expect((await find('lighthouse sort:newest')).length).toBe(1);
});

test('looks for no other form where the word itself is in many articles', async () => {
  const many = Array.from({ length: 20 }, (_, at) => [
    `Many ${at}`,
    { text: 'One lighthouse.', lang },
  ]);
  const { search } = await makeLibrary({ ...few, ...Object.fromEntries(many) });
  expect((await search('lighthouse')).total).toBe(21);
  expect((await search('lighthouses')).total).toBe(22);
});

test('finds a Korean noun with its particles, and marks the word as it stands', async () => {
  const { find, search } = await makeLibrary({
    에서: { text: '한국어 도서관에서 책을 읽었다.', lang: 'ko' },
    관장: { text: '도서관장이 말했다.', lang: 'ko' },
  });
  expect(await find('도서관')).toEqual(['에서']);
  const [hit] = (await search('도서관 책')).hits;
  expect(shown(hit?.passages[0]?.parts ?? [])).toBe('한국어 [도서관에서] [책을] 읽었다.');
});
